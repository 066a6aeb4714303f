import { renderMarkdown } from '@ombud/report';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOf, resultOf } from '../read-result.ts';
import { runIncident } from '../run-incident.ts';
import { ofqual2020 } from './case.ts';
import { failedByFraction, invariantsOf } from './invariants.ts';
import { bandOf, drawCentres, pupilsOf } from './schools.ts';
import {
  type Centre,
  cumulativeOf,
  expectedShares,
  type Grade,
  harmonicSize,
  standardise,
  teacherWeight,
} from './standardise.ts';

const flat = cumulativeOf([0, 1, 2, 3, 4, 5, 6]);

test.each([
  [5, 15, 7.5, 0.75],
  [8, 24, 12, 0.3],
  [10, 30, 15, 0],
  [2, 6, 3, 1],
])('published: %i pupils with %i before have H %f and weight %f', (now, then, size, weight) => {
  expect(harmonicSize(now, then)).toBeCloseTo(size, 10);
  expect(teacherWeight(now, then)).toBeCloseTo(weight, 10);
});

test('without history the teacher’s grade stands', () => {
  const centre: Centre = {
    history: [],
    predictedThen: flat,
    predictedNow: flat,
    match: 1,
    teacher: [0, 3, 6],
  };
  expect(standardise(centre)).toEqual([0, 3, 6]);
});

/** A centre with 2.3 % fails in its three years, all of whose pupils the teacher gives a C. */
const withFails = (size: number): Centre => ({
  history: [...Array<Grade>(977).fill(3), ...Array<Grade>(23).fill(6)],
  predictedThen: flat,
  predictedNow: flat,
  match: 0.8,
  teacher: Array<Grade>(size).fill(3),
});

test('the fractional pupil: of 22 the last fails, of 21 nobody', () => {
  for (const size of [16, 20, 21])
    expect(standardise(withFails(size)).filter((grade) => grade === 6)).toEqual([]);
  for (const size of [22, 23, 40]) {
    expect(standardise(withFails(size)).at(-1)).toBe(6);
    expect(failedByFraction(withFails(size))).toBe(1);
  }
});

test('where history and prediction agree a centre gets its history again', () => {
  const history: Grade[] = [
    ...Array<Grade>(30).fill(1),
    ...Array<Grade>(60).fill(2),
    ...Array<Grade>(30).fill(4),
  ];
  const centre: Centre = {
    history,
    predictedThen: flat,
    predictedNow: flat,
    match: 0.9,
    teacher: Array<Grade>(40).fill(0),
  };
  const given = standardise(centre);
  expect([1, 2, 4].map((grade) => given.filter((one) => one === grade).length)).toEqual([10, 20, 10]);
});

const grade = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Grade>;
const anyCentre: fc.Arbitrary<Centre> = fc
  .record({
    history: fc.array(grade, { maxLength: 60 }),
    before: fc.array(grade, { minLength: 1, maxLength: 20 }),
    now: fc.array(grade, { minLength: 1, maxLength: 20 }),
    match: fc.double({ min: 0, max: 1, noNaN: true }),
    teacher: fc.array(grade, { minLength: 1, maxLength: 40 }),
  })
  .map(({ history, before, now, match, teacher }) => ({
    history,
    predictedThen: cumulativeOf(before),
    predictedNow: cumulativeOf(now),
    match,
    teacher: teacher.sort((a, b) => a - b),
  }));

test('property: shares never fall and end at 1; nobody who is ranked higher gets a lower grade', () => {
  fc.assert(
    fc.property(anyCentre, (centre) => {
      const shares = expectedShares(centre);
      expect(shares.at(-1)).toBe(1);
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
      const given = standardise(centre);
      expect([...given].sort((a, b) => a - b)).toEqual(given);
    }),
  );
});

test('about as many are lowered as published, and two grades far fewer', () => {
  const pupils = pupilsOf(drawCentres());
  const share = (least: number) =>
    pupils.filter(({ teacher, given }) => given - teacher >= least).length / pupils.length;
  expect(share(1)).toBeGreaterThan(0.33);
  expect(share(1)).toBeLessThan(0.45);
  expect(share(2)).toBeLessThan(0.1);
});

test('the invariants are broken, and hold where every grade is the teacher’s', () => {
  const centres = drawCentres();
  const all = centres.map(({ centre }) => centre);
  const pupils = pupilsOf(centres);
  for (const { broken } of invariantsOf(all, pupils)) expect(broken).toBeGreaterThan(0);
  expect(
    invariantsOf(
      [],
      pupils.map((pupil) => ({ ...pupil, given: pupil.teacher })),
    ).map(({ broken }) => broken),
  ).toEqual([0, 0]);
});

test('the audit fails by type and by cohort, and so does that of two grades', async () => {
  const results = await runIncident(ofqual2020);
  const down = resultOf(results, 'lowered').verdict;
  expect(
    new Set(down.assertions.filter(({ state }) => state === 'fail').map(({ groupBy }) => groupBy.join())),
  ).toEqual(new Set(['type', 'cohort']));
  expect(resultOf(results, 'lowered-by-two').verdict.state).toBe('fail');
});

test('what the report counts are pupils, not schools', async () => {
  const text = renderMarkdown(resultOf(await runIncident(ofqual2020), 'lowered'));
  expect(text).toContain('For every 100 pupils of independent schools');
  expect(text).not.toMatch(/(every 100|of the [\d,]+) (independent|academies|sixth-form)/);
});

test('each grade beside the teacher’s: how many are the same, and how far they lie apart', async () => {
  const results = await runIncident(ofqual2020);
  const classes = findingOf(resultOf(results, 'grades'), 'several-classes', ['cohort']).details;
  const numbers = findingOf(resultOf(results, 'numbers'), 'number-gaps', ['cohort'], 'error').details;
  if (classes?.kind !== 'classes' || numbers?.kind !== 'numbers') throw new Error('not measured');
  const pupils = pupilsOf(drawCentres());
  for (const band of ['1 to 3', '4 to 9', '10 to 29', '30 and more']) {
    const own = pupils.filter(({ cohort }) => bandOf(cohort) === band);
    const same = own.filter(({ given, teacher }) => given === teacher).length / own.length;
    const apart = own.reduce((sum, { given, teacher }) => sum + teacher - given, 0) / own.length;
    const isBand = ({ group }: { readonly group: Readonly<Record<string, string>> }) => group.cohort === band;
    expect(classes.groups.find(isBand)?.accuracy.value).toBeCloseTo(same, 12);
    expect(numbers.groups.find(isBand)?.mean.value).toBeCloseTo(apart, 12);
  }
});

test('year by year: the shares of A and A* of the centres, and a stability index by its formula', async () => {
  const result = resultOf(await runIncident(ofqual2020), 'years');
  const years = findingOf(result, 'over-time', ['type'], 'selection-rate').details;
  const drift = findingOf(result, 'drift', []).details;
  if (years?.kind !== 'periods' || drift?.kind !== 'drift') throw new Error('not measured');
  expect(years.groups.map(({ periods }) => periods.map(({ period }) => period))).toEqual(
    Array.from({ length: 5 }, () => ['2017', '2018', '2019', '2020']),
  );
  const best = (list: readonly Grade[]) => list.filter((grade) => grade <= 1).length / list.length;
  const before = best(drawCentres().flatMap(({ centre }) => centre.history));
  const after = best(pupilsOf(drawCentres()).map(({ given }) => given));
  const index =
    (after - before) * Math.log(after / before) + (before - after) * Math.log((1 - after) / (1 - before));
  expect(drift.columns.find(({ role }) => role === 'decision')?.index).toBeCloseTo(index, 12);
});
