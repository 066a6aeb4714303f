import type { CalibrationDetails, Finding, Measured } from '@ombud/contract';
import {
  type CalibrationBin,
  type Confidence,
  calibrationCurve,
  calibrationError,
  calibrationInTheLarge,
  cochranMantelHaenszel,
  mantelHaenszel,
  needDifference,
  outcomeValues,
  type PairTable,
  recalibrate,
  type ScoreCount,
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

/** The two groups of each bin; the bins are those of everybody, so they meet by their place. */
function tablesOf(a: ScoredGroup, b: ScoredGroup, edges: readonly number[]): readonly PairTable[] {
  const [first, second] = [binned(a, edges), binned(b, edges)];
  return first.flatMap((one, i) => {
    const other = second[i];
    return other !== undefined && one.n > 0 && other.n > 0 ? [{ a: one, b: other }] : [];
  });
}

/** The place of a score among the bins; one that is equal to an edge is below it. */
function binAt(score: number, edges: readonly number[]): number {
  const place = edges.findIndex((edge) => score <= edge);
  return place < 0 ? edges.length : place;
}

function binned({ cells }: ScoredGroup, edges: readonly number[]): { events: number; n: number }[] {
  const found = Array.from({ length: edges.length + 1 }, () => ({ events: 0, n: 0 }));
  for (const { score, negatives, positives } of scoreCounts(cells)) {
    const bin = found[binAt(score, edges)];
    if (bin === undefined) continue;
    bin.events += positives;
    bin.n += negatives + positives;
  }
  return found;
}

/** How far the rates of two groups lie apart inside the bins; null where no bin holds both. */
const insideBins =
  (edges: readonly number[]): ComparePair =>
  ({ group, others }, confidence) => {
    const tables = tablesOf(group, others, edges);
    if (tables.length === 0) return null;
    const { riskDifference } = mantelHaenszel(tables, confidence);
    return { difference: riskDifference, test: cochranMantelHaenszel(tables, { correction: false }) };
  };

/** The same with weights: the differences of rates inside the bins, each as sure as its people make it. */
const insideBinsWeighted =
  (edges: readonly number[]): ComparePair =>
  ({ group, others }, confidence) => {
    const [own, other] = [outcomesByBin(group, edges), outcomesByBin(others, edges)];
    const bands = own.map((one, i) => ({
      group: one.moments,
      reference: other[i]?.moments ?? null,
      weights: { group: one.weight, reference: other[i]?.weight ?? 0 },
    }));
    const found = needDifference(bands, confidence);
    if (found === null) return null;
    const { value, interval, test } = found;
    return { difference: { value, interval }, test };
  };

function outcomesByBin({ cells }: ScoredGroup, edges: readonly number[]) {
  const bins: ScoreCount[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const count of scoreCounts(cells)) bins[binAt(count.score, edges)]?.push(count);
  return bins.map((counts) => ({
    moments: weightedMoments(outcomeValues(counts)),
    weight: counts.reduce((sum, { negatives, positives }) => sum + negatives + positives, 0),
  }));
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
    pairs: comparePairs(groups, context, (weighted ? insideBinsWeighted : insideBins)(edges)),
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
