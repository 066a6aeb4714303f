import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { incidents } from '@ombud/incidents';
import { expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

/** What the command prints to a terminal that is 80 columns wide and shows no colours. */
const printed = async (...args: string[]): Promise<string> =>
  (await ombud('incidents', ...args, ...(args.length > 0 ? ['--no-server'] : []))).out;

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));

test('lists every incident with name, year and one sentence, one line each', async () => {
  const text = await printed();
  for (const { id, year, sentence } of incidents)
    expect(
      text.split('\n').filter((line) => line.startsWith(id) && line.endsWith(`${year}  ${sentence}`)),
    ).toHaveLength(1);
  expect(widest(text)).toBeLessThanOrEqual(80);
});

test.each(incidents.map(({ id }) => id))(
  '%s: the page fits 80 columns and says all that a page says',
  async (id) => {
    const text = await printed(id);
    expect(widest(text)).toBeLessThanOrEqual(80);
    for (const heading of [
      'What happened',
      'What the audit shows',
      'The answer',
      'Verdict',
      'What it would have stopped',
      'Sources',
    ])
      expect(text.split('\n')).toContain(heading);
  },
);

test('shows another audit whole when asked', async () => {
  expect(await printed('gender-shades')).toContain('Shown whole is ibm-2017.');
  expect(await printed('gender-shades', '--audit', 'amazon-2018')).toContain('Gender classification: Amazon');
});

test('prints the result alone as JSON', async () => {
  const result = JSON.parse(await printed('berkeley-1973', '--json'));
  expect(result).toMatchObject({ schema: 'ombud/result@2', coverage: { counted: 4526 } });
});

test('writes the reports, a folder for each audit where there are several', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-incidents-'));
  try {
    const text = await printed('ad-delivery', '--out', join(folder, 'new'));
    for (const id of ['two-adverts', 'audience']) {
      const report = join(folder, 'new', id, 'report.html');
      expect(text).toContain(report);
      expect(readFileSync(report, 'utf8')).toContain('child care worker');
      expect(existsSync(join(folder, 'new', id, 'result.json'))).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [['berkely'], /no incident "berkely".*berkeley-1973/],
  [['nothing-like-it-at-all-in-the-world'], /There are: berkeley-1973/],
  [['ad-delivery', '--audit', 'audiance'], /no audit "audiance".*audience/],
])('refuses %j with the nearest names', async (args, sentence) => {
  const { exit, err } = await ombud('incidents', ...args);
  expect(err).toMatch(sentence);
  expect(err).toContain('OMBUD_E_NO_INCIDENT');
  expect(exit).toBe(2);
});
