import type { Comparison, Finding, Interval } from '@ombud/contract';
import { type Group, sameGroup } from '@ombud/kernel';
import { alphaOfSentences } from '../policy/budget.ts';
import { findingOf, groupings, headline, type Measured } from './findings.ts';

/** How many findings a sentence may claim a gap in: the plain gaps, and what is asked beside them. */
interface Questions {
  /** Each headline, and both mistakes by each attribute. */
  readonly plain: number;
  /** The strata, a gap at equal score or in ranking, a change over time, a worst subgroup. */
  readonly beside: number;
}

const isBeside = ({ details, groupBy }: Finding): boolean =>
  details?.kind === 'subgroups' ||
  details?.kind === 'strata' ||
  (groupBy.length === 1 && ['need', 'ranking', 'calibration', 'periods'].includes(details?.kind ?? ''));

function questionsOf(result: Measured): Questions {
  const rates = groupings(result).flatMap((grouping) => [
    headline(result, grouping),
    ...(grouping.groupBy.length === 1
      ? [findingOf(grouping, 'false-negative-rate'), findingOf(grouping, 'false-positive-rate')]
      : []),
  ]);
  const plain = new Set(rates.filter((finding) => finding !== null && !isBeside(finding)));
  return { plain: plain.size, beside: result.findings.filter(isBeside).length };
}

/** Over how many questions a sentence of the result may claim a gap. */
export function lookedAt(result: Measured): number {
  const { plain, beside } = questionsOf(result);
  return plain + beside;
}

/**
 * The share of the error rate of one plain gap and of one question beside. Every question has the same share (Bonferroni), but
 * that what is asked beside never takes more than half in all: a search or a series of months does not silence the gap that
 * everybody asks about. All shares together are 1.
 */
function sharesOf({ plain, beside }: Questions): { readonly plain: number; readonly beside: number } {
  if (plain === 0) return { plain: 0, beside: 1 / Math.max(1, beside) };
  const all = plain + beside;
  return { plain: 1 / Math.min(2 * plain, all), beside: 1 / Math.max(2 * beside, all) };
}

/** The level at which a finding may claim a gap, by a p-value that is adjusted inside the finding. */
export function findingLevel(result: Measured, finding: Finding): number {
  const limits = result.verdict.assertions.filter((assertion) => assertion.pairs !== null).length;
  const shares = sharesOf(questionsOf(result));
  return alphaOfSentences(limits) * (isBeside(finding) ? shares.beside : shares.plain);
}

/**
 * The least share that one question beside the plain gaps can have, known before anything is measured: for each grouping a
 * headline and the strata, for each single attribute both mistakes and what is asked of scores and of time.
 * @param asked findings about scores and time, for each single attribute
 */
export function leastShareBeside(groupBy: readonly (readonly string[])[], asked = 0): number {
  const singles = groupBy.filter(({ length }) => length === 1).length;
  return sharesOf({ plain: groupBy.length + 2 * singles, beside: groupBy.length + asked * singles }).beside;
}

/**
 * The level at which one pair of groups may be called different, so that all sentences of the result together are wrong
 * with a chance of at most their share of the one error rate (Bonferroni over everything that was looked at).
 * @param finding the pair is one of all its pairs, since the lowest and the highest were picked from the data
 */
export function pairLevel(result: Measured, finding: Finding): number {
  const groups = finding.all?.measured ?? finding.groups.filter(({ value }) => value !== null).length;
  const pairs = Math.max(1, (groups * (groups - 1)) / 2);
  return findingLevel(result, finding) / pairs;
}

/** Whether the interval of a comparison says that the two are not equal; null where there is none. */
export function leavesOutEqual({
  measure,
  interval,
}: {
  readonly measure: Comparison['measure'];
  readonly interval: Pick<Interval, 'low' | 'high'> | null;
}): boolean | null {
  if (interval === null) return null;
  const equal = measure === 'difference' ? 0 : 1;
  return (
    (interval.low ?? Number.NEGATIVE_INFINITY) > equal || (interval.high ?? Number.POSITIVE_INFINITY) < equal
  );
}

/**
 * Whether a test on this very pair says that it differs by more than chance, and the interval that stands beside it does not
 * say otherwise; null where nobody tested it.
 */
export function differs(result: Measured, finding: Finding, comparison: Comparison): boolean | null {
  if (comparison.p === null) return null;
  const isBeyond = comparison.p <= pairLevel(result, finding) && leavesOutEqual(comparison) !== false;
  return isBeyond || failed(result, finding, comparison);
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
