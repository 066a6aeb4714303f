import type { Comparison, Finding } from '@ombud/contract';
import { type Group, sameGroup } from '@ombud/kernel';
import { alphaOfSentences } from '../policy/budget.ts';
import { findingOf, groupings, headline, type Measured } from './findings.ts';

/** Findings in which a sentence may claim a gap: each headline, both mistakes by each attribute, the strata. */
function lookedAt(result: Measured): number {
  const rates = groupings(result).flatMap((grouping) => [
    headline(result, grouping),
    ...(grouping.groupBy.length === 1
      ? [findingOf(grouping, 'false-negative-rate'), findingOf(grouping, 'false-positive-rate')]
      : []),
  ]);
  const strata = result.findings.filter(({ details }) => details?.kind === 'strata');
  const scores = result.findings.filter(isAboutScores);
  return new Set([...rates.filter((finding) => finding !== null), ...strata, ...scores]).size;
}

/** Findings in which a sentence may claim a gap at equal score, in ranking, a change over time, or a worst subgroup. */
const isAboutScores = ({ details, groupBy }: Finding): boolean =>
  details?.kind === 'subgroups' ||
  (groupBy.length === 1 && ['need', 'ranking', 'calibration', 'periods'].includes(details?.kind ?? ''));

/** The level at which one finding may claim a gap, by a p-value that is adjusted inside the finding. */
export function findingLevel(result: Measured): number {
  const limits = result.verdict.assertions.filter((assertion) => assertion.pairs !== null).length;
  return alphaOfSentences(limits) / Math.max(1, lookedAt(result));
}

/**
 * At most so many findings in which a sentence may claim a gap, known before anything is measured: for each grouping a
 * headline and the strata, for each single attribute both mistakes and what is asked of scores and of time.
 * @param asked findings about scores and time, for each single attribute
 */
export const mostLookedAt = (groupBy: readonly (readonly string[])[], asked = 0): number =>
  Math.max(1, 2 * groupBy.length + (2 + asked) * groupBy.filter(({ length }) => length === 1).length);

/**
 * The level at which one pair of groups may be called different, so that all sentences of the result together are wrong
 * with a chance of at most their share of the one error rate (Bonferroni over everything that was looked at).
 * @param finding the pair is one of all its pairs, since the lowest and the highest were picked from the data
 */
export function pairLevel(result: Measured, finding: Finding): number {
  const groups = finding.all?.measured ?? finding.groups.filter(({ value }) => value !== null).length;
  const pairs = Math.max(1, (groups * (groups - 1)) / 2);
  return findingLevel(result) / pairs;
}

/** Whether a test on this very pair says that it differs by more than chance; null where nobody tested it. */
export function differs(result: Measured, finding: Finding, comparison: Comparison): boolean | null {
  if (comparison.p === null) return null;
  return comparison.p <= pairLevel(result, finding) || failed(result, finding, comparison);
}

/** A pair that surely breaks a limit surely differs: the verdict has paid for that already. */
function failed({ verdict }: Measured, finding: Finding, { group, reference }: Comparison): boolean {
  if (typeof reference === 'string') return false;
  const isPair = (a: Group, b: Group) =>
    (sameGroup(a, group) && sameGroup(b, reference)) || (sameGroup(a, reference) && sameGroup(b, group));
  return verdict.assertions.some(
    (assertion) =>
      assertion.judge === 'interval' &&
      assertion.audit === finding.audit &&
      assertion.rate === finding.measure &&
      assertion.groupBy.join('\n') === finding.groupBy.join('\n') &&
      assertion.failing.some(
        (pair) =>
          pair.reference !== null && typeof pair.reference !== 'string' && isPair(pair.group, pair.reference),
      ),
  );
}
