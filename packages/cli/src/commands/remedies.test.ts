import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-remedies-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'people.csv');
const lines = ['F', 'M'].flatMap((sex) =>
  Array.from({ length: 10 }, (_, i) => {
    const score = sex === 'F' ? i : i + 4;
    return `${sex},${score},${score >= 6 ? 'yes' : 'no'},${score >= 4 ? 1 : 0}`;
  }),
);
writeFileSync(file, `sex,score,approved,repaid\n${lines.join('\n')}\n`);
const roles = ['--decision', 'approved=yes', '--outcome', 'repaid=1', '--score', 'score', '--groups', 'sex'];

test('remedies are shown with what they cost and whom they harm, and the law is named', async () => {
  const { out, exit } = await ombud('remedies', file, ...roles);
  expect(exit).toBe(0);
  expect(out).toContain('Nothing of this was applied');
  expect(out).toContain(
    'sex = M: positive from a score of 8. Of 10 people 0 would gain the positive decision and 2 would lose it',
  );
  expect(out).toContain('2000e-2(l)');
  expect((await ombud('remedies', file, ...roles, '--lang', 'es')).out).toContain('Nada de esto se aplicó');
});

test('weights are exported, one row a cell; nobody with a label has no row', async () => {
  const weights = join(folder, 'weights.csv');
  await ombud('remedies', file, ...roles, '--weights', weights);
  // 6 of 10 women and 10 of 10 men repaid: by hand 10*16/(20*6), 10*4/(20*4), 10*16/(20*10).
  const rows = readFileSync(weights, 'utf8').trim().split('\n');
  expect(rows[0]).toBe('sex,outcome,people,weight');
  expect(rows.slice(1).map((row) => Number(row.split(',')[3]))).toEqual([
    expect.closeTo(4 / 3, 12),
    0.5,
    0.8,
  ]);
});

test('without a score there are weights alone', async () => {
  const { out } = await ombud('remedies', file, '--decision', 'approved=yes', '--groups', 'sex');
  expect(out).toContain('No thresholds');
});
