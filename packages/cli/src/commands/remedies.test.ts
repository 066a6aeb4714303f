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
    'sex = M: positive from a score of 8. Of 10 people 6 (60.0 %) would have the positive decision: 0 would gain it and 2 would lose it',
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

/** People of a sex with a rating, hired or not: sex, rating, hired, how many. */
function ratingsFile(name: string, ratings: readonly (readonly [string, number, number, number])[]): string {
  const rows = ratings.flatMap(([sex, rating, hired, people]) =>
    Array<string>(people).fill(`${sex},${rating},${hired}`),
  );
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `sex,rating,hired\n${rows.join('\n')}\n`);
  return path;
}
const rated = ['--decision', 'hired=1', '--score', 'rating', '--groups', 'sex'];

test('a coarse score: it is said what each group gets, and that no threshold reaches the share', async () => {
  const coarse = ratingsFile('coarse', [
    ['F', 1, 0, 99],
    ['F', 2, 1, 1],
    ['M', 1, 0, 40],
    ['M', 2, 1, 60],
  ]);
  const { out } = await ombud('remedies', coarse, ...rated);
  expect(out).toContain('Of 100 people 1 (1.0 %) would have the positive decision');
  expect(out).toContain('No threshold of this group reaches 30.5 %: so many people have one score');
  expect(out).toContain('the nearest thresholds give 1.0 % and 100 %');
  expect(out).toContain('the nearest thresholds give 0 % and 60.0 %');
  expect(out).not.toContain('∞');
});

test('one score for all: there is no threshold to choose', async () => {
  const one = ratingsFile('one', [
    ['F', 1, 0, 30],
    ['M', 1, 1, 30],
  ]);
  for (const [lang, said] of [
    ['en', 'everybody has the same score, so there is none to choose'],
    ['es', 'no hay ninguno que elegir'],
  ] as const) {
    const { out } = await ombud('remedies', one, ...rated, '--lang', lang);
    expect(out).toContain(said);
    expect(out).not.toContain('∞');
  }
});

test('a group of one score may get nobody, which is said without a number', async () => {
  const tied = ratingsFile('tied', [
    ['F', 1, 0, 90],
    ['M', 1, 0, 80],
    ['M', 2, 1, 10],
  ]);
  const { out } = await ombud('remedies', tied, ...rated);
  expect(out).toContain(
    'sex = F: positive for nobody. Of 90 people 0 (0 %) would have the positive decision',
  );
  expect(out).toContain('the nearest thresholds give 0 % and 100 %');
});
