import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const golden = join(import.meta.dirname, '..', '..', '..', 'explain', 'golden');
const model = join(golden, 'heloc-lightgbm.txt');
const home = process.cwd();
let folder = '';

const yaml = (protect: string): string => `
system: loans
title: Loan check
data: { groups: [${protect}] }
explain:
  recourse:
    columns: { NetFractionRevolvingBurden: { change: down, step: 1 } }
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-explain-command-'));
  const { columns, rows } = JSON.parse(readFileSync(join(golden, 'heloc-people.json'), 'utf8')) as {
    readonly columns: string[];
    readonly rows: (number | null)[][];
  };
  const line = (cells: readonly unknown[]): string => cells.map((cell) => cell ?? '').join(',');
  const people = rows.map((row, i) => line([`p${i + 1}`, i % 2 ? 'F' : 'M', i % 3 ? 'yes' : 'no', ...row]));
  writeFileSync(
    join(folder, 'people.csv'),
    `${line(['id', 'sex', 'granted', ...columns])}\n${people.join('\n')}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  process.chdir(folder);
  writeFileSync('ombud.yaml', yaml(''));
});
afterEach(() => process.chdir(home));

const explain = (...more: string[]) => ombud('explain', model, 'people.csv', ...more);

describe('ombud explain', () => {
  test('says the answer, the reasons and what would change it', async () => {
    const { exit, out } = await explain('--row', '9');
    expect(exit).toBe(0);
    expect(out).toMatch(/not in the person’s favour/);
    expect(out).toMatch(/Plan 1: NetFractionRevolvingBurden: down from 72 to 46 or less/);
    expect(out).toContain('all combinations of at most 3 columns. Exact.');
  });

  test('gives one format alone on standard output', async () => {
    const { out } = await explain('--where', 'id=p9', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ schema: 'ombud/explanation@1', about: { row: 9 } });
    expect((await explain('--row', '9', '--format', 'letter')).out).toMatch(/^Why we decided as we did/);
  });

  test('writes a folder, and the letter is in it', async () => {
    const { exit, out } = await explain('--row', '9', '--out', 'all/');
    expect(exit).toBe(0);
    for (const name of ['explanation.json', 'explanation.html', 'explanation.md', 'letter.html'])
      expect(out).toContain(join('all', name));
    expect(readFileSync('all/letter.html', 'utf8')).toContain('Loan check');
  });

  test('writes no letter where a reason is a protected attribute, says why, and ends with 3', async () => {
    const others = yaml('NetFractionRevolvingBurden').replace(
      'NetFractionRevolvingBurden:',
      'PercentInstallTrades:',
    );
    writeFileSync('ombud.yaml', others);
    const { exit, out, err } = await explain('--row', '9', '--format', 'letter');
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toContain('NetFractionRevolvingBurden counted against the person and may not simply be told');
  });

  test.each([
    [['--row', '9', '--where', 'id=p1'], /one of --row, --where and --entry/],
    [['--row', 'nine'], /--row must be a whole number/],
    [['--where', 'p9'], /--where COLUMN=VALUE/],
    [['--row', '9', '--format', 'json,html'], /need a folder/],
    [['--row', '9', '--format', 'pdf'], /no format "pdf"/],
    [[], /has 400 people/],
  ])('%j is wrong use in one sentence', async (flags, sentence) => {
    const { exit, out, err } = await explain(...flags);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(sentence);
  });

  test('a recorded decision is explained by its model file, and the ledger says so; another file is refused', async () => {
    await ombud('ledger', 'init', 'L', '--origin', 'example.org/loans');
    const roles = ['--system', 'loans', '--subject', 'id', '--decision', 'granted', '--groups', 'sex'];
    await ombud('ledger', 'append', 'L', 'people.csv', ...roles, '--model-file', model, '-q');
    const ran = await ombud('explain', model, 'ledger:L#loans', '--entry', '8');
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('Recorded as entry 400, about entry 8.');
    expect(ran.out).toContain('down from 72 to 46 or less');
    writeFileSync('other.txt', `${readFileSync(model, 'utf8')}\n`);
    const refused = await ombud('explain', 'other.txt', 'ledger:L#loans', '--entry', '8');
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toMatch(/Another model decided/);
  });

  test('recourse by group is an audit like the others', async () => {
    const { out } = await ombud(
      'audit',
      'people.csv',
      '--decision',
      'granted=yes',
      '--groups',
      'sex',
      '--audits',
      'recourse',
      '--model-file',
      model,
      '--config',
      'ombud.yaml',
    );
    expect(out).toContain('Recourse by sex');
    expect(out).toContain('What the cheapest change costs, by sex');
  });
});
