import type { CalibrationDetails, DifferencePair, Finding, Measured } from '@ombud/contract';
import {
  type CalibrationBin,
  type Confidence,
  calibrationCurve,
  calibrationError,
  calibrationInTheLarge,
  cochranMantelHaenszel,
  differenceBesideSlope,
  mantelHaenszel,
  type NeedDifference,
  needDifference,
  outcomeValues,
  type PairTable,
  recalibrate,
  type ScoreCount,
  type ScorePeople,
  shareScores,
  sortedScores,
  weightedMoments,
} from '@ombud/stats';
import { type ScoredGroup, type Scores, scoreCounts } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import {
  bandEdges,
  type ComparePair,
  comparePairs,
  defineScoreAudit,
  groupsOrReason,
} from './score-audit.ts';

const id = 'calibration';

/** Bins with about as many people each, as everybody draws it; with so few scores each is a bin. */
const bins = 10;

const nothing: Measured = { value: null, interval: null };

type Entry = CalibrationDetails['groups'][number];

function chances(
  counts: readonly ScoreCount[],
  curve: readonly CalibrationBin[],
  confidence: Confidence,
  weighted: boolean,
): Pick<Entry, 'inTheLarge' | 'slope' | 'intercept' | 'squaredError'> {
  const large = calibrationInTheLarge(counts, confidence);
  const inTheLarge = large === null ? nothing : { value: large.difference, interval: large.interval };
  // The regression and the error without bias are of people who count alike.
  if (weighted) return { ...noChances, inTheLarge };
  const { slope, intercept } = recalibrate(counts, confidence);
  return {
    inTheLarge,
    slope,
    intercept,
    squaredError: calibrationError(curve)?.squared ?? null,
  };
}

const noChances = { inTheLarge: nothing, slope: nothing, intercept: nothing, squaredError: null };

function groupEntry(
  { group, cells }: ScoredGroup,
  edges: readonly number[],
  { probability, weighted }: { readonly probability: boolean; readonly weighted: boolean },
  confidence: Confidence,
): Entry {
  const counts = scoreCounts(cells);
  const curve = calibrationCurve(counts, edges, confidence);
  return {
    group,
    n: curve.reduce((sum, { n }) => sum + n, 0),
    bins: curve,
    ...(probability ? chances(counts, curve, confidence, weighted) : noChances),
  };
}

/** The two groups at each score. */
function tablesOf(a: ScoredGroup, b: ScoredGroup): readonly PairTable[] {
  const [first, second] = [byScore(a), byScore(b)];
  return [...first].flatMap(([score, one]) => {
    const other = second.get(score);
    return other === undefined ? [] : [{ a: one, b: other }];
  });
}

const byScore = ({ cells }: ScoredGroup): ReadonlyMap<number, { events: number; n: number }> =>
  new Map(
    sortedScores(scoreCounts(cells)).map(({ score, negatives, positives }) => [
      score,
      { events: positives, n: negatives + positives },
    ]),
  );

/** How far the rates of two groups lie apart at each score by itself; null where they share none. */
const atEachScore: ComparePair = ({ group, others }, confidence) => {
  const tables = tablesOf(group, others);
  if (tables.length === 0) return null;
  const { riskDifference } = mantelHaenszel(tables, confidence);
  return { difference: riskDifference, test: cochranMantelHaenszel(tables, { correction: false }) };
};

/** The same with weights: the differences of rates, each as sure as its people make it. */
const atEachScoreWeighted: ComparePair = ({ group, others }, confidence) => {
  const [own, theirs] = [outcomesByScore(group), outcomesByScore(others)];
  const bands = [...own].map(([score, one]) => {
    const other = theirs.get(score);
    const weights = { group: one.weight, reference: other?.weight ?? 0 };
    return { group: one.moments, reference: other?.moments ?? null, weights };
  });
  const found = needDifference(bands, confidence);
  return found && { difference: { value: found.value, interval: found.interval }, test: found.test };
};

const outcomesByScore = ({ cells }: ScoredGroup) =>
  new Map(
    sortedScores(scoreCounts(cells)).map((count) => [
      count.score,
      { moments: weightedMoments(outcomeValues([count])), weight: count.negatives + count.positives },
    ]),
  );

const outcomesOf = ({ cells }: ScoredGroup): readonly ScorePeople[] =>
  sortedScores(scoreCounts(cells)).map((count) => {
    const { negatives, positives, negativeSquares, positiveSquares } = count;
    const own = { n: negatives + positives, sum: positives, squares: positives };
    if (negativeSquares === undefined || positiveSquares === undefined) return { score: count.score, ...own };
    const sure = { n: negativeSquares + positiveSquares, sum: positiveSquares, squares: positiveSquares };
    return { score: count.score, ...own, sure };
  });

/** How far the rates of two groups lie apart at the same score; null where nobody can be compared. */
const atEqualScore =
  (edges: readonly number[], { exact, weighted }: Scores): ComparePair =>
  (pair, confidence) => {
    const [own, theirs] = [outcomesOf(pair.group), outcomesOf(pair.others)];
    if (exact && shareScores(own, theirs, edges))
      return (weighted ? atEachScoreWeighted : atEachScore)(pair, confidence);
    const found = differenceBesideSlope(own, theirs, confidence);
    return found && { difference: asRates(found), test: found.test };
  };

/** Rates lie no further apart than everything. */
function asRates({ value, interval }: NeedDifference): DifferencePair['difference'] {
  const within = (x: number): number => Math.max(-1, Math.min(1, x));
  const end = (x: number | null): number | null => (x === null ? null : within(x));
  return {
    value: within(value),
    interval: interval && { ...interval, low: end(interval.low), high: end(interval.high) },
  };
}

function measure(scores: Scores, groupBy: readonly string[], context: AuditContext): Finding {
  const groups = groupsOrReason(id, scores, groupBy);
  if ('audit' in groups) return groups;
  const known = scoreCounts(scores.cells);
  const edges = bandEdges(known, bins);
  const probability = known.every(({ score }) => score >= 0 && score <= 1);
  const confidence = { level: context.level };
  const weighted = scores.weighted === true;
  const details: CalibrationDetails = {
    kind: 'calibration',
    probability,
    groups: groups.map((group) => groupEntry(group, edges, { probability, weighted }, confidence)),
    pairs: comparePairs(groups, context, atEqualScore(edges, scores)),
  };
  return finding(id, groupBy, { details });
}

/**
 * Does a score mean the same for every group, and is it true as a chance? Rates at equal score (Cochran-Mantel-Haenszel
 * over bins), the curve, in the large, slope and intercept (Cox 1958), the squared error without bias (Kumar et al. 2019).
 */
export const calibration = defineScoreAudit({
  id,
  title: 'Calibration',
  description: 'Whether people with the same score have the outcome equally often in every group.',
  needs: ['score', 'outcome', 'groups'],
  claims: 1,
  tags: ['eu-ai-act-15'],
  measure,
});
