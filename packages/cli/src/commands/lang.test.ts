import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

let folder = '';
let file = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-lang-'));
  file = join(folder, 'd.csv');
  const rows = Array.from({ length: 90 }, (_, i) => `${i % 3 ? 'zqyes' : 'zqno'},${i % 2 ? 'ZF' : 'ZM'}`);
  writeFileSync(file, `zqdone,zqsex\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = ['--decision', 'zqdone=zqyes', '--groups', 'zqsex'];
const english = (text: string) => (text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !/^z|^Z/.test(word));

test('--lang chooses the language of the answer and of the reports, before or after the command', async () => {
  const before = await ombud('--lang', 'en-XA', 'audit', file, ...asked, '--out', join(folder, 'r/'));
  const after = await ombud('audit', file, ...asked, '--lang', 'en-XA');
  expect(before.exit).toBe(0);
  expect(english(after.out.replace(/d\.csv/g, ''))).toEqual([]);
  expect(readFileSync(join(folder, 'r', 'report.html'), 'utf8')).toContain('<html lang="en-XA">');
  expect((await ombud('audit', file, ...asked)).out).toContain('The answer');
});

test('an error is told in the language that was chosen', async () => {
  const { err, exit } = await ombud(
    'audit',
    file,
    '--decision',
    'zqdome=zqyes',
    '--groups',
    'zqsex',
    '--lang',
    'en-XA',
  );
  expect(exit).toBe(2);
  expect(english(err.replace('ombud:', '').replace(/\[OMBUD_E_\w+\]/, ''))).toEqual([]);
  expect(err).toContain('zqdone');
});

test('a language that Ombud does not speak is refused, with those that it speaks', async () => {
  const { err, exit } = await ombud('audit', file, ...asked, '--lang', 'tlh');
  expect(exit).toBe(2);
  expect(err).toMatch(/does not speak "tlh". It speaks: en/);
});

test('a kind of English is English', async () => {
  expect((await ombud('audit', file, ...asked, '--lang', 'en-GB')).out).toContain('The answer');
});
