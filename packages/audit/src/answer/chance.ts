import type { AssertionResult, Comparison, Finding, Interval } from '@ombud/contract';
import { type Group, sameGroup } from '@ombud/kernel';
import { alphaOfSentences } from '../policy/budget.ts';
import { findingOf, groupings, headline, type Measured } from './findings.ts';

/** How many findings a sentence may claim a gap in: the plain gaps, and what is asked beside them. */
interface Questions {
  /** Each headline, and both mistakes by each attribute. */
  readonly plain: number;
  /** The strata, a gap at equal score or in ranking, a change over time, a worst subgroup. */
  readonly further: number;
}

/** What says of a result how sure a sentence must be; worked out once. */
export interface Chance {
  /** Over so many questions a sentence of the result may claim a gap. */
  readonly questions: number;
  /** The level at which a plain gap, and one of the further questions, may be claimed. */
  readonly plain: number;
  readonly further: number;
  /** Pairs that surely break a limit. */
  readonly failed: readonly AssertionResult[];
}

const isFurther = ({ details, groupBy }: Finding): boolean =>
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
  const plain = new Set(rates.filter((finding) => finding !== null && !isFurther(finding)));
  return { plain: plain.size, further: result.findings.filter(isFurther).length };
}

/**
 * The share of the error rate of one plain gap and of one further question. Every question has the same share (Bonferroni), but
 * that the further ones never take more than half in all: a search or a series of months does not silence the gap that
 * everybody asks about. All shares together are 1.
 */
function sharesOf({ plain, further }: Questions): Questions {
  if (plain === 0) return { plain: 0, further: 1 / Math.max(1, further) };
  const all = plain + further;
  return { plain: 1 / Math.min(2 * plain, all), further: 1 / Math.max(2 * further, all) };
}

/** A result before its claims, and how sure each sentence about it must be. */
export interface WithChance extends Measured {
  readonly chance: Chance;
}

export const withChance = (result: Measured): WithChance => ({ ...result, chance: chanceOf(result) });

function chanceOf(result: Measured): Chance {
  const { assertions } = result.verdict;
  const questions = questionsOf(result);
  const shares = sharesOf(questions);
  const alpha = alphaOfSentences(assertions.filter(({ pairs }) => pairs !== null).length);
  return {
    questions: questions.plain + questions.further,
    plain: alpha * shares.plain,
    further: alpha * shares.further,
    failed: assertions.filter(({ judge, failing }) => judge === 'interval' && failing.length > 0),
  };
}

/** The level at which a finding may claim a gap, by a p-value that is adjusted inside the finding. */
export const findingLevel = (chance: Chance, finding: Finding): number =>
  isFurther(finding) ? chance.further : chance.plain;

/**
 * The least share that one further question can have, known before anything is measured: for each grouping a
 * headline and the strata, for each single attribute both mistakes and what is asked of scores and of time.
 * @param asked findings about scores and time, for each single attribute
 */
export function leastShareOfFurther(groupBy: readonly (readonly string[])[], asked = 0): number {
  const singles = groupBy.filter(({ length }) => length === 1).length;
  return sharesOf({ plain: groupBy.length + 2 * singles, further: groupBy.length + asked * singles }).further;
}

/**
 * The level at which one pair of groups may be called different, so that all sentences of the result together are wrong
 * with a chance of at most their share of the one error rate (Bonferroni over everything that was looked at).
 * @param finding the pair is one of all its pairs, since the lowest and the highest were picked from the data
 */
export function pairLevel(chance: Chance, finding: Finding): number {
  const groups = finding.all?.measured ?? finding.groups.filter(({ value }) => value !== null).length;
  const pairs = Math.max(1, (groups * (groups - 1)) / 2);
  return findingLevel(chance, finding) / pairs;
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
 * Whether a test on this very pair says that it differs by more than chance, and the interval of the two does not
 * say otherwise; null where nobody tested it.
 */
export function differs(chance: Chance, finding: Finding, comparison: Comparison): boolean | null {
  if (comparison.p === null) return null;
  const isBeyond = comparison.p <= pairLevel(chance, finding) && leavesOutEqual(comparison) !== false;
  return isBeyond || failed(chance, finding, comparison);
}

/** A pair that surely breaks a limit surely differs: the verdict has paid for that already. */
function failed(chance: Chance, finding: Finding, { group, reference }: Comparison): boolean {
  if (typeof reference === 'string') return false;
  const isPair = (a: Group, b: Group) =>
    (sameGroup(a, group) && sameGroup(b, reference)) || (sameGroup(a, reference) && sameGroup(b, group));
  return chance.failed.some(
    (assertion) =>
      assertion.audit === finding.audit &&
      assertion.rate === finding.measure &&
      assertion.groupBy.join('\n') === finding.groupBy.join('\n') &&
      assertion.failing.some(
        (pair) =>
          pair.reference !== null && typeof pair.reference !== 'string' && isPair(pair.group, pair.reference),
      ),
  );
}
