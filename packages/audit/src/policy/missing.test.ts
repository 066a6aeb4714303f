/** Missing data, selective labels and lost decisions reach the verdict (issue "Verdicts that are true", 1.6 and 1.7). */
import type { AuditSpec, PolicySpec } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { describe, expect, test } from 'vitest';
import { auditEngine } from '../run.ts';
import { judge } from './judge.ts';
import { expandPolicy } from './policy.ts';

const fourFifths: PolicySpec = { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' };

type Row = readonly [sex: string, decision: string, outcome: string, people: number];

const auditOf = (rows: readonly Row[], more: Partial<AuditSpec> = {}) =>
  auditEngine(memoryEngine(['sex', 'hired', 'stayed', 'people'], rows as readonly MemoryRow[]), {
    source: 'typed in',
    decision: { column: 'hired', positive: ['yes'], negative: ['no'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    count: 'people',
    policy: fourFifths,
    ...more,
  });

/** 300 of 500 women have no decision, every man has one. */
const oneSided: Row[] = [
  ['F', 'yes', '', 100],
  ['F', 'no', '', 100],
  ['F', '', '', 300],
  ['M', 'yes', '', 5000],
  ['M', 'no', '', 5000],
];

describe('missing decisions', () => {
  test('300 of 500 missing in one group, none in the other, is no pass', async () => {
    const { verdict, findings } = await auditOf(oneSided, {
      policy: { ...fourFifths, assertions: [], uncoveredShare: 1 },
    });
    expect(verdict.assertions[0]).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'missing-differential', params: { people: 300, of: 10_500 } },
    });
    const women = findings.find(({ audit }) => audit === 'adverse-impact')?.groups[0];
    expect(women).toMatchObject({
      n: 200,
      events: 100,
      unknown: { people: 300, low: { events: 0, n: 300 }, high: { events: 300, n: 300 } },
    });
  });

  test('a policy may ignore it, and the report says so', async () => {
    const { verdict } = await auditOf(oneSided, { policy: { ...fourFifths, missing: 'ignore' } });
    expect(verdict).toMatchObject({ missing: 'ignore' });
    expect(verdict.assertions[0]?.notes).toContainEqual({
      code: 'missing-ignored',
      params: { people: 300, of: 10_500 },
    });
  });

  test('missing alike in both groups leaves a pass; the worst case does not', async () => {
    const alike: Row[] = ['F', 'M'].flatMap((sex): Row[] => [
      [sex, 'yes', '', 2500],
      [sex, 'no', '', 2500],
      [sex, '', '', 2000],
    ]);
    const usual = await auditOf(alike);
    expect(usual.verdict.assertions[0]).toMatchObject({ state: 'pass', notes: [{ code: 'missing' }] });
    const worst = await auditOf(alike, { policy: { ...fourFifths, missing: 'worst-case' } });
    expect(worst.verdict.assertions[0]).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'missing-worst-case' },
    });
  });

  test('few missing that cannot break the limit are only told', async () => {
    const few: Row[] = [
      ['F', 'yes', '', 2500],
      ['F', 'no', '', 2500],
      ['F', '', '', 20],
      ['M', 'yes', '', 2500],
      ['M', 'no', '', 2500],
    ];
    const { verdict } = await auditOf(few, { policy: { ...fourFifths, missing: 'worst-case' } });
    expect(verdict.assertions[0]).toMatchObject({ state: 'pass', notes: [{ code: 'missing-survived' }] });
  });

  test('people whose group is not known are not covered by a pass', async () => {
    const rows: Row[] = [
      ['F', 'yes', '', 2500],
      ['F', 'no', '', 2500],
      ['M', 'yes', '', 2500],
      ['M', 'no', '', 2500],
      ['', 'no', '', 2000],
    ];
    const { verdict } = await auditOf(rows);
    expect(verdict.assertions[0]).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'uncovered', params: { people: 2000, of: 12_000 } },
    });
  });
});

describe('selective labels: repaid is empty where a loan was refused', () => {
  const loans: Row[] = ['F', 'M'].flatMap((sex): Row[] => [
    [sex, 'yes', 'yes', 400],
    [sex, 'yes', 'no', 100],
    [sex, 'no', '', 500],
  ]);
  const asked = (audit: string, limit: Record<string, number>) =>
    auditOf(loans, {
      outcome: { column: 'stayed', positive: ['yes'], negative: ['no'] },
      policy: {
        use: [],
        assertions: [{ audit, level: 'error', judge: 'interval', source: 'test', ...limit }],
        whenCannotTell: 'error',
      },
    });

  test.each(['true-positive-rate', 'false-positive-rate', 'false-negative-rate', 'accuracy', 'base-rate'])(
    '%s is refused with the reason, and has bounds',
    async (audit) => {
      const { verdict, findings } = await asked(audit, { maxDifference: 0.2 });
      expect(verdict.state).toBe('cannot-tell');
      const finding = findings.find((one) => one.audit === audit);
      expect(finding).toMatchObject({
        state: 'cannot-tell',
        reason: { code: 'selective-labels', params: { decision: 'negative', people: 1000 } },
      });
      expect(finding?.groups.every(({ value, unknown }) => value === null && unknown?.people === 500)).toBe(
        true,
      );
    },
  );

  test('what still holds is measured: the predictive value among the approved', async () => {
    const { findings, verdict } = await asked('positive-predictive-value', { maxDifference: 0.2 });
    expect(findings.find(({ audit }) => audit === 'positive-predictive-value')?.groups[0]).toMatchObject({
      value: 0.8,
      n: 500,
    });
    expect(verdict.state).toBe('pass');
  });

  test('the bounds are those of Horowitz and Manski: 400 of 400 at most, 400 of 900 at least', async () => {
    const { findings } = await asked('true-positive-rate', { minValue: 0.1 });
    const group = findings.find(({ audit }) => audit === 'true-positive-rate')?.groups[0];
    const { n = 0, events = 0, unknown } = group ?? {};
    expect((events + (unknown?.low.events ?? 0)) / (n + (unknown?.low.n ?? 0))).toBeCloseTo(400 / 900, 12);
    expect((events + (unknown?.high.events ?? 0)) / (n + (unknown?.high.n ?? 0))).toBe(1);
  });
});

describe('recorded decisions that are lost', () => {
  const rows: Row[] = [
    ['F', 'yes', '', 2500],
    ['F', 'no', '', 2500],
    ['M', 'yes', '', 2500],
    ['M', 'no', '', 2500],
  ];
  const judged = async (lost: { erased: number; unreadable: number }) => {
    const { findings } = await auditOf(rows);
    return judge(findings, expandPolicy(fourFifths), { ...lost, of: 10_000 + lost.erased + lost.unreadable })
      .assertions[0];
  };

  test('744 refused women erased by the book take a pass away', async () => {
    expect(await judged({ erased: 744, unreadable: 0 })).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'erased-could-reverse', params: { people: 744 } },
    });
  });

  test('a few erased ones that could not reverse it are told, and the pass stands', async () => {
    expect(await judged({ erased: 3, unreadable: 0 })).toMatchObject({
      state: 'pass',
      notes: [{ code: 'erased' }],
    });
  });

  test('one that cannot be read is no pass, unless the policy allows a share', async () => {
    expect(await judged({ erased: 0, unreadable: 1 })).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'unreadable' },
    });
  });
});
