import { refusalOf } from '@ombud/testing/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clopperPearson } from './clopper-pearson.ts';
import { logRatioDelta } from './log-ratio-delta.ts';
import { newcombe } from './newcombe.ts';
import { miettinenNurminenDifference } from './score-difference.ts';
import { oddsRatioScore } from './score-odds-ratio.ts';
import { koopmanRatio, miettinenNurminenRatio } from './score-ratio.ts';
import { wilson } from './wilson.ts';

const confidence = { level: 0.95 };
const people = fc
  .integer({ min: 1, max: 3000 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));
const levels = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const close = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a === b ||
  (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= digits(b) * Math.max(1, Math.abs(b)));

/** Odds of thousands rest on one person in thousands: a digit less is known of them. */
const digits = (limit: number): number => (Math.abs(limit) > 1000 ? 1e-7 : 1e-8);

test('a rate lies inside its Wilson and exact intervals, which lie inside [0, 1]', () => {
  fc.assert(
    fc.property(people, levels, (group, level) => {
      for (const interval of [wilson(group, { level }), clopperPearson(group, { level })]) {
        const low = interval?.low ?? -1;
        const high = interval?.high ?? 2;
        expect(0 <= low && low <= group.events / group.n + 1e-15).toBe(true);
        expect(high <= 1 && high >= group.events / group.n - 1e-15).toBe(true);
      }
    }),
  );
});

test('events and non-events mirror the Wilson interval', () => {
  fc.assert(
    fc.property(people, ({ events, n }) => {
      const one = wilson({ events, n }, confidence);
      const other = wilson({ events: n - events, n }, confidence);
      expect(close(one?.low, 1 - (other?.high ?? 0))).toBe(true);
    }),
  );
});

test('differences change sign and ratios turn over when the groups change places', () => {
  fc.assert(
    fc.property(people, people, (a, b) => {
      for (const method of [newcombe, miettinenNurminenDifference]) {
        const forth = method(a, b, confidence);
        const back = method(b, a, confidence);
        expect(close(forth?.low, -(back?.high ?? 9))).toBe(true);
        expect(close(forth?.high, -(back?.low ?? 9))).toBe(true);
      }
      for (const method of [miettinenNurminenRatio, koopmanRatio, oddsRatioScore]) {
        const forth = method(a, b, confidence);
        const back = method(b, a, confidence);
        const turned = (limit: number | null | undefined): number | null =>
          limit ? 1 / limit : limit === 0 ? null : 0;
        expect(close(forth?.low, turned(back?.high))).toBe(true);
        expect(close(forth?.high, turned(back?.low))).toBe(true);
      }
    }),
  );
});

test('the estimate lies inside every interval of two groups', () => {
  fc.assert(
    fc.property(people, people, (a, b) => {
      const difference = a.events / a.n - b.events / b.n;
      for (const interval of [newcombe(a, b, confidence), miettinenNurminenDifference(a, b, confidence)]) {
        expect(
          (interval?.low ?? 2) <= difference + 1e-12 && difference - 1e-12 <= (interval?.high ?? -2),
        ).toBe(true);
      }
      if (a.events > 0 && b.events > 0) {
        const ratio = a.events / a.n / (b.events / b.n);
        const interval = miettinenNurminenRatio(a, b, confidence);
        expect(
          (interval?.low ?? 9e9) <= ratio * (1 + 1e-12) && ratio * (1 - 1e-12) <= (interval?.high ?? -1),
        ).toBe(true);
      }
    }),
  );
});

test('a surer interval is wider, and a critical value replaces that of the level', () => {
  fc.assert(
    fc.property(people, people, (a, b) => {
      const narrow = newcombe(a, b, { level: 0.9 });
      const wide = newcombe(a, b, { level: 0.9, critical: 3 });
      expect(wide?.level).toBe(0.9);
      expect((wide?.low ?? 2) <= (narrow?.low ?? -2) && (wide?.high ?? -2) >= (narrow?.high ?? 2)).toBe(true);
    }),
  );
});

test('weights that say nothing change nothing: effectiveN = n', () => {
  fc.assert(
    fc.property(people, people, fc.double({ min: 0.1, max: 50, noNaN: true }), (a, b, weight) => {
      const weighted = { events: a.events * weight, n: a.n * weight, effectiveN: a.n };
      expect(close(wilson(weighted, confidence)?.high, wilson(a, confidence)?.high)).toBe(true);
      const ratio = miettinenNurminenRatio(weighted, b, confidence);
      expect(close(ratio?.low, miettinenNurminenRatio(a, b, confidence)?.low)).toBe(true);
    }),
  );
});

test('no event in a group leaves the ratio open on that side, never a default number', () => {
  const none = { events: 0, n: 40 };
  const some = { events: 12, n: 50 };
  expect(miettinenNurminenRatio(none, some, confidence)?.low).toBe(0);
  expect(miettinenNurminenRatio(some, none, confidence)?.high).toBeNull();
  expect(miettinenNurminenRatio(none, none, confidence)).toMatchObject({ low: 0, high: null });
});

test('nobody in a group gives no interval', () => {
  const nobody = { events: 0, n: 0 };
  const some = { events: 1, n: 2 };
  expect(wilson(nobody, confidence)).toBeNull();
  expect(clopperPearson(nobody, confidence)).toBeNull();
  for (const method of [
    newcombe,
    miettinenNurminenDifference,
    miettinenNurminenRatio,
    koopmanRatio,
    oddsRatioScore,
  ]) {
    expect(method(nobody, some, confidence)).toBeNull();
    expect(method(some, nobody, confidence)).toBeNull();
  }
});

test('a positive correlation of the two estimates narrows their difference', () => {
  const [a, b] = [
    { events: 40, n: 100 },
    { events: 30, n: 100 },
  ];
  const apart = newcombe(a, b, confidence);
  const together = newcombe(a, b, confidence, 0.5);
  expect((together?.high ?? 0) - (together?.low ?? 0)).toBeLessThan((apart?.high ?? 0) - (apart?.low ?? 0));
});

// Katz et al. 1978 for 30/100 against 45/100: exp(ln(2/3) -+ 1.96 sqrt(1/30 - 1/100 + 1/45 - 1/100)) = 0.4617 to 0.9626.
test('the log ratio interval is that of Katz when the variances are binomial', () => {
  const interval = logRatioDelta(0.3, 0.0021, 0.45, 0.002475, 0, confidence);
  expect(interval?.low).toBeCloseTo(
    (2 / 3) * Math.exp(-1.959963984540054 * Math.sqrt(1 / 30 + 1 / 45 - 0.02)),
    12,
  );
  expect(interval?.high).toBeCloseTo(
    (2 / 3) * Math.exp(1.959963984540054 * Math.sqrt(1 / 30 + 1 / 45 - 0.02)),
    12,
  );
  expect(logRatioDelta(0, 0, 0.45, 0.002475, 0, confidence)).toBeNull();
});

test('wrong input is refused in a sentence with a code', async () => {
  expect(await refusalOf(() => wilson({ events: 3, n: 2 }, confidence))).toContain(
    'Got 3 events among 2 people. Give counts',
  );
  expect(() => wilson({ events: -1, n: 2 }, confidence)).toThrow(
    expect.objectContaining({ code: 'OMBUD_E_STATS_COUNTS', kind: 'input' }),
  );
  expect(await refusalOf(() => wilson({ events: 1, n: 2 }, { level: 95 }))).toContain(
    'The confidence level is 95.',
  );
});
