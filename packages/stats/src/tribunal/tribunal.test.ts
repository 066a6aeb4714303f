import { expect, test } from 'vitest';
import golden from '../../golden/tribunal.json' with { type: 'json' };
import { disagreement, relativeDisagreement } from '../golden-agreement.ts';
import { fisherExact } from '../tests/fisher-exact.ts';
import { cohensH, phi } from './effect-sizes.ts';
import { exactOddsRatio } from './exact-odds-ratio.ts';
import { flipFlop } from './flip-flop.ts';
import { shortfall } from './standard-deviations.ts';

const tablesOf = (rows: readonly (readonly number[])[]) =>
  rows.map(([a = 0, nA = 0, b = 0, nB = 0]) => ({ a: { events: a, n: nA }, b: { events: b, n: nB } }));

test.each(golden.cases)('exact p, mid-p, odds ratio and its limits as in R: $tables', (known) => {
  const tables = tablesOf(known.tables);
  const result = exactOddsRatio(tables, known.level);
  expect(relativeDisagreement(result?.exact.p, known.p)).toBeLessThan(1e-9);
  expect(relativeDisagreement(result?.midP.p, known.midP)).toBeLessThan(1e-9);
  expect(disagreement(result?.oddsRatio.value, known.estimate)).toBeLessThan(1e-9);
  expect(disagreement(result?.oddsRatio.interval?.low, known.low)).toBeLessThan(1e-9);
  expect(disagreement(result?.oddsRatio.interval?.high, known.high)).toBeLessThan(1e-9);
  const [first] = tables;
  if (tables.length === 1 && first !== undefined) {
    expect(disagreement(result?.exact.p, fisherExact(first.a, first.b)?.p)).toBeLessThan(1e-9);
  }
});

test.each(golden.cases)('standard deviations, shortfall, h and phi as in R: $tables', (known) => {
  const tables = tablesOf(known.tables);
  const sum = (side: 'a' | 'b') => ({
    events: tables.reduce((all, table) => all + table[side].events, 0),
    n: tables.reduce((all, table) => all + table[side].n, 0),
  });
  const [a, b] = [sum('a'), sum('b')];
  const result = shortfall(a, b);
  expect(disagreement(result?.standardDeviations, known.z)).toBeLessThan(1e-9);
  expect(disagreement(result?.expected, known.expected)).toBeLessThan(1e-9);
  expect(disagreement(result?.shortfall, known.expected - a.events)).toBeLessThan(1e-9);
  expect(disagreement(cohensH(a, b), known.h)).toBeLessThan(1e-9);
  expect(disagreement(phi(a, b), known.phi)).toBeLessThan(1e-9);
});

test('one person more and one fewer turns round 3 of 10 against 4 of 10, and not 3 of 10 against 9 of 10', () => {
  const close = flipFlop({ events: 3, n: 10 }, { events: 4, n: 10 });
  expect(close).toMatchObject({ lower: 'a', ratio: 0.75, turnsRound: true });
  expect(close?.ratioAfter).toBeCloseTo(4 / 3, 12);
  expect(flipFlop({ events: 9, n: 10 }, { events: 3, n: 10 })).toMatchObject({
    lower: 'b',
    turnsRound: false,
  });
  expect(flipFlop({ events: 1, n: 10 }, { events: 0, n: 10 })?.ratioAfter).toBe(Number.POSITIVE_INFINITY);
  expect(flipFlop({ events: 3, n: 10 }, { events: 6, n: 20 })).toBeNull();
  expect(() => flipFlop({ events: 1.5, n: 10 }, { events: 6, n: 20 })).toThrow(/OMBUD_E_STATS_COUNTS/);
});

test('what tells nothing has no answer', () => {
  expect(
    exactOddsRatio(
      tablesOf([
        [0, 5, 0, 9],
        [3, 3, 4, 4],
        [0, 0, 3, 9],
      ]),
      0.95,
    ),
  ).toBeNull();
  expect(shortfall({ events: 0, n: 0 }, { events: 3, n: 9 })).toBeNull();
  expect(shortfall({ events: 0, n: 4 }, { events: 0, n: 9 })?.standardDeviations).toBeNull();
  expect(phi({ events: 0, n: 4 }, { events: 0, n: 9 })).toBeNull();
  expect(cohensH({ events: 0, n: 4 }, { events: 0, n: 0 })).toBeNull();
});
