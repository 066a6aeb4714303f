import type { AssertionResult, Baseline, FailingPair, Finding, Group, Result } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';

type Known = Baseline['known'][number];
type KnownPair = Known['pairs'][number];

/** The finding that an assertion judged. */
export const judgedFinding = (
  { findings }: Result,
  { audit, rate, groupBy }: Pick<AssertionResult, 'audit' | 'groupBy' | 'rate'>,
): Finding | undefined =>
  findings.find(
    (one) => one.audit === audit && one.measure === rate && one.groupBy.join('\0') === groupBy.join('\0'),
  );

/** The counts of a group in a finding; null where it does not list the group. */
export function countsIn(finding: Finding | undefined, group: Group): KnownPair['counts'] {
  const found = finding?.groups.find((one) => sameGroup(one.group, group));
  if (found === undefined) return null;
  const { events, n, effectiveN } = found;
  return { events, n, ...(effectiveN === undefined ? {} : { effectiveN }) };
}

function pairOf(finding: Finding | undefined, { group, reference, actual }: FailingPair): KnownPair {
  const named = typeof reference === 'string' ? null : reference;
  return {
    group,
    reference: named,
    actual,
    counts: countsIn(finding, group),
    referenceCounts: named === null ? null : countsIn(finding, named),
  };
}

/** What a result is about, so that what it fails excuses nothing else. */
export function aboutOf({ system, roles, verdict }: Result): Baseline['about'] {
  const { decision, outcome, favourable, groups, count, weight } = roles;
  const policy = [...new Set(verdict.assertions.map(({ source }) => source))].sort();
  return { system: system?.id ?? null, decision, outcome, favourable, groups, count, weight, policy };
}

/**
 * What a result fails, to be excused until it gets worse. A rule that cannot be told is no known failure.
 * @param date the day, `2026-06-01`
 * @param expires the day from which nothing is excused; null: none
 */
export function baselineOf(result: Result, date: string, expires: string | null): Baseline {
  const failed = result.verdict.assertions.filter(
    ({ state, level }) => state === 'fail' && level === 'error',
  );
  return {
    schema: 'ombud/baseline@1',
    date,
    expires,
    about: aboutOf(result),
    location: result.source.location,
    fingerprint: result.source.fingerprint,
    version: result.run.version,
    known: failed.map((rule): Known => {
      const { audit, measure, rate, groupBy, operator, expected, source, actual, interval } = rule;
      const finding = judgedFinding(result, rule);
      return {
        ...{ audit, measure, rate, groupBy, operator, expected, source, actual, interval },
        pairs: rule.failing.map((pair) => pairOf(finding, pair)),
        failing: rule.pairs?.failing ?? rule.failing.length,
      };
    }),
  };
}
