import { expect, test } from 'vitest';
import { contextOf, selected } from '../testing/cells.ts';
import { adverseImpact } from './adverse-impact.ts';

const ratios = (cells: ReturnType<typeof selected>, more: Parameters<typeof contextOf>[1] = {}) =>
  adverseImpact
    .run(cells, contextOf(cells, more))
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ measure }) => measure === 'ratio');

test('gives the four-fifths ratio of the Uniform Guidelines: 48 of 80 whites, 12 of 40 blacks, ratio one half', () => {
  // Questions and Answers on the Uniform Guidelines, 44 FR 11996 (1979), question 12.
  const cells = selected('race', { white: [48, 80], black: [12, 40] });
  const [ratio] = ratios(cells);
  expect(ratio).toMatchObject({ group: { race: 'black' }, reference: { race: 'white' } });
  expect(ratio?.value).toBeCloseTo(0.5, 12);
});

test('is about the favourable decision: where the positive one is bad, about those who did not get it', () => {
  const cells = selected('sex', { F: [30, 100], M: [10, 100] });
  const [ratio] = ratios(cells, { favourable: 'negative' });
  expect(ratio?.group).toEqual({ sex: 'F' });
  expect(ratio?.value).toBeCloseTo(0.7 / 0.9, 12);
});

test('a group under 2 % of the people never sets the reference, and is still compared', () => {
  const cells = selected('race', { a: [50, 500], b: [40, 500], tiny: [10, 10] });
  const made = ratios(cells);
  expect(made.map(({ reference }) => reference)).toEqual([{ race: 'a' }, { race: 'a' }]);
  expect(made.find(({ group }) => group.race === 'tiny')?.value).toBeCloseTo(10, 12);
});

test('a group of exactly 2 % may set it', () => {
  const cells = selected('race', { a: [49, 490], b: [49, 490], small: [20, 20] });
  expect(ratios(cells)[0]?.reference).toEqual({ race: 'small' });
});

test('compares with a named group, also where another rate is higher', () => {
  const cells = selected('race', { a: [30, 100], b: [20, 100], c: [10, 100] });
  const made = ratios(cells, { reference: { kind: 'named', values: { race: 'b' } } });
  expect(made.map(({ group, value }) => [group.race, value])).toEqual([
    ['a', 0.3 / 0.2],
    ['c', 0.1 / 0.2],
  ]);
  expect(made.every(({ interval }) => interval?.simultaneous)).toBe(true);
});

test('compares each group with all others together', () => {
  const cells = selected('race', { a: [30, 100], b: [20, 100], c: [10, 200] });
  const made = ratios(cells, { reference: { kind: 'all-others' } });
  expect(made.map(({ reference }) => reference)).toEqual(['all-others', 'all-others', 'all-others']);
  const values = made.map(({ value }) => value ?? Number.NaN);
  for (const [i, expected] of [0.3 / (30 / 300), 0.2 / (40 / 300), 0.05 / (50 / 200)].entries())
    expect(values[i]).toBeCloseTo(expected, 12);
});

test('a reference that nobody was selected from gives no ratio, and no number in its place', () => {
  const cells = selected('race', { a: [0, 100], b: [0, 50] });
  expect(ratios(cells).map(({ value }) => value)).toEqual([null]);
});

test('more than 12 groups against a named one: p is adjusted for the 13 comparisons that are made, not for 14', () => {
  const rates = Array.from({ length: 14 }, (_, i) => [`g${i}`, [40 + 2 * i, 100]] as const);
  const cells = selected('unit', Object.fromEntries(rates));
  const [finding] = adverseImpact.run(
    cells,
    contextOf(cells, { reference: { kind: 'named', values: { unit: 'g0' } } }),
  );
  const differences = finding?.comparisons.filter(({ measure }) => measure === 'difference') ?? [];
  expect(differences).toHaveLength(13);
  for (const { p, pAdjusted } of differences) expect(pAdjusted).toBeCloseTo(Math.min(1, 13 * (p ?? 0)), 12);
  expect(differences.some(({ pAdjusted }) => (pAdjusted ?? 1) < 0.05)).toBe(true);
});
