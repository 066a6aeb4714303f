/** The verdict's faults of version 0.1, each by its name (issue "Verdicts that are true"). */
import type { Assertion, Finding } from '@ombud/contract';
import { describe, expect, test } from 'vitest';
import { adverseImpact } from '../audits/adverse-impact.ts';
import { selectionRate } from '../audits/selection-rate.ts';
import { contextOf, selected } from '../testing/cells.ts';
import { judge } from './judge.ts';
import { expandPolicy } from './policy.ts';

type Counts = Parameters<typeof selected>[1];

const fourFifths = expandPolicy({ use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' });

function impactOf(counts: Counts, reference?: Parameters<typeof contextOf>[1]): Finding[] {
  const cells = selected('g', counts);
  return adverseImpact.run(cells, contextOf(cells, reference));
}

const verdictOf = (counts: Counts, policy = fourFifths) => judge(impactOf(counts), policy);

const limits = (assertion: Partial<Assertion>) =>
  expandPolicy({
    use: [],
    assertions: [
      { audit: 'selection-rate', level: 'error', judge: 'interval', source: 'test', ...assertion },
    ],
    whenCannotTell: 'error',
  });

const judged = (counts: Counts, assertion: Partial<Assertion>) => {
  const cells = selected('g', counts);
  return judge(selectionRate.run(cells, contextOf(cells)), limits(assertion));
};

describe('pass', () => {
  test('one person at 100 % lets no group pass: a 1 of 1, b 48 of 49', () => {
    expect(verdictOf({ a: [1, 1], b: [48, 49] }).state).toBe('cannot-tell');
  });

  test('a pass with one person in a group is impossible, however many are in the others', () => {
    for (const events of [0, 1]) expect(verdictOf({ a: [events, 1], b: [480, 490] }).state).not.toBe('pass');
    expect(
      verdictOf(
        { a: [1, 1], b: [4800, 10_000] },
        limits({ minRatio: 0.8, audit: 'adverse-impact', minPeople: 1 }),
      ).state,
    ).toBe('cannot-tell');
  });

  test('a pass where the picked reference is the worse group is impossible', () => {
    const named = { reference: { kind: 'named', values: { g: 'a' } } } as const;
    const worse = impactOf({ a: [3000, 10_000], b: [5000, 10_000] }, named);
    expect(judge(worse, fourFifths).state).toBe('fail');
  });

  test('24 equal cells of 2,500 people pass: no price is paid for many', () => {
    const equal = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`c${i}`, [750 + (i % 5), 2500] as const]),
    );
    expect(verdictOf(equal).state).toBe('pass');
  });

  test('it names the groups and the people that it covers', () => {
    const [assertion] = verdictOf({ a: [500, 1000], b: [500, 1000], c: [3, 8] }).assertions;
    expect(assertion).toMatchObject({
      state: 'pass',
      covers: { people: 2000, of: 2008, smallGroups: 1, notJudged: [{ group: { g: 'c' }, n: 8 }] },
      notes: [{ code: 'uncovered', params: { people: 8, of: 2008 } }],
    });
  });

  test('more people in small groups than the policy allows is cannot tell', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`s${i}`, [10, 20] as const]));
    const [assertion] = verdictOf({ a: [500, 1000], b: [500, 1000], ...many }).assertions;
    expect(assertion).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'uncovered', params: { people: 400, of: 2400 } },
    });
  });
});

describe('tiny groups never shield others, never set the highest and never vanish', () => {
  test('A 16 of 26, B 330 of 600, C 222 of 600: C against B fails', () => {
    const [assertion] = verdictOf({ A: [16, 26], B: [330, 600], C: [222, 600] }).assertions;
    expect(assertion).toMatchObject({ state: 'fail', group: { g: 'C' }, reference: { g: 'B' } });
    expect(assertion?.actual).toBeCloseTo(222 / 330, 12);
    expect(assertion?.interval?.high).toBeLessThan(0.8);
  });

  test('60 groups of 1,000 and one selected person', () => {
    const groups = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`g${i}`, [500, 1000] as const]));
    const [assertion] = verdictOf({ ...groups, one: [1, 1] }).assertions;
    expect(assertion).toMatchObject({ state: 'pass', covers: { smallGroups: 1 } });
  });

  test('minPeople 100 with C 0 of 99: not "every rule is met"', () => {
    const policy = limits({ audit: 'adverse-impact', minRatio: 0.8, minPeople: 100 });
    expect(verdictOf({ A: [500, 1000], B: [500, 1000], C: [0, 99] }, policy).state).toBe('fail');
    expect(
      verdictOf({ A: [500, 1000], B: [500, 1000], C: [48, 99] }, policy).assertions[0]?.covers,
    ).toMatchObject({
      notJudged: [{ group: { g: 'C' }, n: 99 }],
    });
  });
});

describe('minPeople, as docs/policy.md says it', () => {
  const counts: Counts = { F: [1000, 2000], M: [1000, 2000], X: [0, 20] };
  const of = (minPeople: number, judged: 'interval' | 'point') =>
    verdictOf(counts, limits({ audit: 'adverse-impact', minRatio: 0.8, minPeople, judge: judged }));

  test('it is about a pass: what is surely beyond the limit fails whatever the number', () => {
    for (const minPeople of [1, 30, 5000])
      expect(of(minPeople, 'interval').assertions[0]).toMatchObject({ state: 'fail', group: { g: 'X' } });
    const rates = limits({ audit: 'adverse-impact', minValue: 0.7, minPeople: 5000 });
    expect(verdictOf({ F: [150, 300], M: [150, 300] }, rates).state).toBe('fail');
  });

  test('by the number alone nothing is sure of a small group: it is not judged, either way, and named', () => {
    expect(of(1, 'point').state).toBe('fail');
    const [rule] = of(30, 'point').assertions;
    expect(rule).toMatchObject({
      covers: { people: 4000, of: 4020, notJudged: [{ group: { g: 'X' }, n: 20 }] },
      pairs: { judged: 1, failing: 0 },
    });
    const fair = limits({ audit: 'adverse-impact', minRatio: 0.8, minPeople: 30, judge: 'point' });
    expect(verdictOf({ F: [1000, 2000], M: [1000, 2000], X: [7, 20] }, fair).state).toBe('pass');
    const rates = limits({ audit: 'adverse-impact', minValue: 0.4, minPeople: 30, judge: 'point' });
    expect(verdictOf({ F: [1000, 2000], M: [1000, 2000], X: [7, 20] }, rates).state).toBe('pass');
  });

  test('a policy that judges nobody, or leaves out more than the uncovered share, cannot tell', () => {
    expect(of(5000, 'point').state).toBe('cannot-tell');
    const rates = limits({ audit: 'adverse-impact', minValue: 0.1, minPeople: 5000, judge: 'point' });
    expect(verdictOf(counts, rates).state).toBe('cannot-tell');
    const third = limits({ audit: 'adverse-impact', minRatio: 0.8, minPeople: 500, judge: 'point' });
    expect(verdictOf({ F: [1000, 2000], M: [1000, 2000], X: [230, 499] }, third).state).toBe('cannot-tell');
    // C 0 of 99 never vanishes: taken for nothing by the number, it keeps the rest from a pass.
    const point = limits({ audit: 'adverse-impact', minRatio: 0.8, minPeople: 100, judge: 'point' });
    expect(verdictOf({ A: [500, 1000], B: [500, 1000], C: [0, 99] }, point).state).toBe('cannot-tell');
  });
});

describe('fail', () => {
  test('the pack decides the reference, not the caller: Berkeley fails whatever --reference says', () => {
    const berkeley: Counts = { F: [557, 1835], M: [1198, 2691] };
    for (const reference of [
      {},
      { reference: { kind: 'named', values: { g: 'F' } } } as const,
      { reference: { kind: 'all-others' } } as const,
    ]) {
      const [assertion] = judge(impactOf(berkeley, reference), fourFifths).assertions;
      expect(assertion).toMatchObject({ state: 'fail', group: { g: 'F' }, reference: { g: 'M' } });
      expect(assertion?.actual).toBeCloseTo(0.682, 3);
    }
  });

  test('exclusion is never "cannot tell": 0 of 500 against 250 of 500', () => {
    expect(verdictOf({ a: [0, 500], b: [250, 500] }).state).toBe('fail');
    const weighted = impactOf({ a: [0, 500], b: [250, 500] }).map((finding) => ({
      ...finding,
      groups: finding.groups.map((group) => ({ ...group, effectiveN: 400 })),
    }));
    expect(judge(weighted, fourFifths).state).toBe('fail');
  });

  test('1 of 5 against 0 of 20 is no fail and no pass', () => {
    expect(verdictOf({ a: [1, 5], b: [0, 20] }).state).toBe('cannot-tell');
  });

  test('0 of 500 against 0 of 500 has no ratio, and is not too few people', () => {
    const [assertion] = verdictOf({ a: [0, 500], b: [0, 500] }).assertions;
    expect(assertion).toMatchObject({ state: 'cannot-tell', reason: { code: 'nobody-has-it' } });
  });
});

test('a ratio at most 1.25 asks the same as at least 0.8 the other way round', () => {
  const counts: Counts = { a: [300, 1000], b: [500, 1000] };
  const [least] = judged(counts, { minRatio: 0.8 }).assertions;
  const [most] = judged(counts, { maxRatio: 1.25 }).assertions;
  expect(least).toMatchObject({ state: 'fail', group: { g: 'a' }, actual: 0.6 });
  expect(most).toMatchObject({ state: 'fail', group: { g: 'b' }, operator: '<=' });
  expect(most?.actual).toBeCloseTo(1 / 0.6, 12);
  expect(most?.interval?.low).toBeCloseTo(1 / (least?.interval?.high ?? 1), 9);
});

test('minValue and maxValue are simultaneous: 12 groups exactly at the limit fail in few runs', () => {
  // 26.7 % in version 0.1; at the limit itself no group is beyond it.
  let state = 12_345;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let fails = 0;
  const runs = 300;
  for (let run = 0; run < runs; run++) {
    const counts = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => {
        let events = 0;
        for (let person = 0; person < 200; person++) if (random() < 0.5) events++;
        return [`g${i}`, [events, 200] as const];
      }),
    );
    if (judged(counts, { minValue: 0.5 }).state === 'fail') fails++;
  }
  expect(fails / runs).toBeLessThanOrEqual(0.05);
});

test('digits never contradict a verdict: the interval shown lies where the verdict says', () => {
  for (const counts of [
    { a: [10, 20], b: [7, 20] },
    { a: [45, 50], b: [29, 50] },
    { a: [100, 200], b: [72, 200] },
    { a: [5000, 10_000], b: [4200, 10_000] },
    { a: [16, 26], b: [330, 600], c: [222, 600] },
  ] as Counts[]) {
    const [assertion] = verdictOf(counts).assertions;
    const { low, high } = assertion?.interval ?? { low: null, high: null };
    if (assertion?.state === 'fail') expect(high).toBeLessThan(0.8);
    if (assertion?.state === 'pass') expect(low).toBeGreaterThanOrEqual(0.8);
    if (assertion?.state === 'cannot-tell') {
      expect(high ?? 9).toBeGreaterThanOrEqual(0.8);
      expect(low ?? 0).toBeLessThanOrEqual(0.8);
    }
  }
});
