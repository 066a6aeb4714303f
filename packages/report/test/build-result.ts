/** Builds results to test the reports on: the counts are given, the intervals only need to have the right shape. */

import { claimsOf } from '@ombud/audit/answer';
import type {
  AssertionResult,
  Comparison,
  Finding,
  Group,
  GroupMeasure,
  Interval,
  Reason,
  Result,
} from '@ombud/contract';
import { twoProportionScoreTest } from '@ombud/stats';

/** A finished sentence, as a result of the first version has it. */
export const written = (text: string): Reason => ({ code: 'text', params: { text } });

export const tooFew: Reason = { code: 'too-few-people', params: {} };

const Z = 1.96;

export function wilson(events: number, n: number): Interval {
  const p = events / n;
  const middle = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half), level: 0.95, method: 'wilson' };
}

export function measure(group: Group, n: number, events: number): GroupMeasure {
  return n === 0
    ? { group, n, events, value: null, interval: null }
    : { group, n, events, value: events / n, interval: wilson(events, n) };
}

/** p of the plain two-proportion score test. */
function chance(one: GroupMeasure, best: GroupMeasure): { readonly p: number; readonly pAdjusted: number } {
  const p = twoProportionScoreTest(one, best)?.p ?? 1;
  return { p, pAdjusted: Math.min(1, 2 * p) };
}

function compare(one: GroupMeasure, best: GroupMeasure, kind: 'ratio' | 'difference'): Comparison {
  const base = {
    measure: kind,
    group: one.group,
    reference: best.group,
    test: 'two-proportion-z',
    ...chance(one, best),
  };
  if (one.value === null || best.value === null || best.value === 0) {
    return { ...base, value: null, interval: null, p: null, pAdjusted: null };
  }
  const value = kind === 'ratio' ? one.value / best.value : one.value - best.value;
  const error = Math.sqrt(1 / one.n + 1 / best.n);
  const interval = {
    low: value - error,
    high: value + error,
    level: 0.95,
    method: 'newcombe',
    simultaneous: true,
  };
  return { ...base, value, interval };
}

/** What every verdict says of its policy. */
export const rules = { whenCannotTell: 'error', missing: 'differential' } as const;

export function finding(
  audit: string,
  groupBy: readonly string[],
  groups: readonly GroupMeasure[],
  more: Partial<Finding> = {},
): Finding {
  const best = [...groups].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const others = groups.filter((entry) => entry !== best);
  const comparisons =
    best === undefined
      ? []
      : others.flatMap((entry) => [compare(entry, best, 'ratio'), compare(entry, best, 'difference')]);
  return {
    audit,
    measure: audit,
    groupBy,
    state: 'measured',
    reason: null,
    groups,
    comparisons,
    heterogeneity: { test: 'chi-squared', statistic: 12.3, df: Math.max(1, groups.length - 1), p: 0.004 },
    details: null,
    unplaced: 0,
    ...more,
  };
}

export function assertion(
  state: AssertionResult['state'],
  more: Partial<AssertionResult> = {},
): AssertionResult {
  return {
    audit: 'adverse-impact',
    measure: 'ratio',
    rate: 'adverse-impact',
    groupBy: ['sex'],
    group: { sex: 'F' },
    reference: { sex: 'M' },
    operator: '>=',
    expected: 0.8,
    actual: 0.68,
    interval: { low: 0.63, high: 0.74, level: 0.95, method: 'koopman', simultaneous: true },
    level: 'error',
    state,
    rates: { group: 0.3, reference: 0.45 },
    reason: null,
    peopleNeeded: null,
    judge: 'interval',
    source: 'us-four-fifths',
    pairs: { judged: 2, failing: state === 'fail' ? 1 : 0 },
    failing: [],
    covers: { people: 2000, of: 2000, smallGroups: 0, notJudged: [] },
    notes: [],
    ...more,
  };
}

/** The result with the claims that its findings give. */
export const withClaims = (one: Result): Result => ({ ...one, claims: claimsOf(one) });

export function result(findings: readonly Finding[], more: Partial<Result> = {}): Result {
  return withClaims({
    schema: 'ombud/result@2',
    system: { id: 'admissions', title: 'Graduate admissions', purpose: 'Decide who is admitted.' },
    wording: {},
    source: { location: 'examples/admissions.csv', rows: 4526, fingerprint: 'sha256:0123456789abcdef' },
    roles: {
      decision: { column: 'admitted', positive: ['yes'] },
      outcome: null,
      score: null,
      favourable: 'positive',
      groups: [{ column: 'sex' }],
      strata: [],
      count: null,
      weight: null,
      subject: null,
      time: null,
    },
    coverage: {
      rows: 4526,
      counted: 4526,
      excluded: [],
      missing: [{ column: 'sex', rows: 12, markers: [{ value: 'unknown', rows: 12 }] }],
    },
    findings,
    claims: [],
    verdict: { state: 'cannot-tell', assertions: [], ...rules },
    run: { version: '0.1.0', seed: 42, started: '2026-01-02T03:04:05.678Z', elapsedMs: 123 },
    ...more,
  });
}
