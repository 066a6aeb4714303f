import type { DistributionsDetails, Finding } from '@ombud/contract';
import {
  asPeople,
  type Confidence,
  holm,
  kolmogorovSmirnov,
  quantileEdges,
  quantileWithInterval,
  standardisedMeanDifference,
  studentMean,
  type WeightedValue,
  wasserstein,
  weightedMoments,
  weightedQuantile,
  welchDifference,
} from '@ombud/stats';
import type { ScoreCell, Scores } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import {
  adjusted,
  defineScoreAudit,
  familyOf,
  groupsOrReason,
  pairsOf,
  type ScoredPair,
} from './score-audit.ts';

const id = 'score-distributions';

/** Scores at which the share below is told: a picture has no more points. */
const mostPoints = 40;

type Pair = DistributionsDetails['pairs'][number];

const valuesOf = (cells: readonly ScoreCell[]): readonly WeightedValue[] =>
  cells.map(({ score, n, squares }) => ({ value: score, n, ...(squares === undefined ? {} : { squares }) }));

function pointsOf(cells: readonly ScoreCell[]): readonly number[] {
  const scores = [...new Set(cells.map(({ score }) => score))].sort((a, b) => a - b);
  if (scores.length <= mostPoints) return scores;
  return quantileEdges(
    cells.map(({ score, n, squares }) => ({
      score,
      negatives: n,
      positives: 0,
      ...(squares === undefined ? {} : { negativeSquares: squares }),
    })),
    mostPoints,
  );
}

function sharesBelow(cells: readonly ScoreCell[], at: readonly number[]): number[] {
  const sorted = [...cells].sort((a, b) => a.score - b.score);
  const all = sorted.reduce((sum, { n }) => sum + n, 0);
  let [i, below] = [0, 0];
  return at.map((score) => {
    for (let cell = sorted[i]; cell !== undefined && cell.score <= score; cell = sorted[++i]) below += cell.n;
    return below / all;
  });
}

function pairEntry({ group, others, reference }: ScoredPair, weighted: boolean, confidence: Confidence) {
  const [a, b] = [valuesOf(group.cells), valuesOf(others.cells)];
  const means = welchDifference(weightedMoments(a), weightedMoments(b), confidence);
  // What these say of how sure they are holds for people who count alike.
  const ks = weighted ? null : kolmogorovSmirnov(a, b);
  const standardised = standardisedMeanDifference(asPeople(a), asPeople(b), confidence);
  return {
    group: group.group,
    reference,
    difference: weighted ? { value: standardised.value, interval: null } : standardised,
    test: means?.test ?? null,
    meanDifference: { value: means?.value ?? null, interval: means?.interval ?? null },
    kolmogorovSmirnov: ks === null ? null : { test: ks.test, statistic: ks.statistic, df: ks.df, p: ks.p },
    at: ks?.at ?? null,
    wasserstein: wasserstein(a, b),
  };
}

function pairEntries(pairs: readonly ScoredPair[], weighted: boolean, level: number): Pair[] {
  const entries = pairs.map((pair) => pairEntry(pair, weighted, familyOf(level, pairs.length)));
  const ps = holm(entries.map(({ kolmogorovSmirnov: ks }) => ks?.p ?? null));
  return adjusted(entries).map((entry, i) => ({ ...entry, kolmogorovSmirnovAdjusted: ps[i] ?? null }));
}

function measure(scores: Scores, groupBy: readonly string[], context: AuditContext): Finding {
  const groups = groupsOrReason(id, scores, groupBy);
  if ('audit' in groups) return groups;
  const { level } = context;
  const weighted = scores.weighted === true;
  const at = groupBy.length === 1 ? pointsOf(scores.cells) : [];
  const details: DistributionsDetails = {
    kind: 'distributions',
    exact: scores.exact,
    at,
    groups: groups.map(({ group, cells }) => ({
      group,
      n: cells.reduce((sum, { n }) => sum + n, 0),
      mean: studentMean(weightedMoments(valuesOf(cells)), { level }),
      median: weighted
        ? { value: weightedQuantile(valuesOf(cells), 0.5), interval: null }
        : quantileWithInterval(valuesOf(cells), 0.5, level),
      below: sharesBelow(cells, at),
    })),
    pairs: pairEntries(pairsOf(groups, context.reference), weighted, level),
  };
  return finding(id, groupBy, { details });
}

/**
 * How the scores of groups lie beside each other: the distance of the means in standard deviations (Austin 2009), the
 * largest distance of the distributions (Kolmogorov, Smirnov) and how far scores must be moved (Wasserstein).
 */
export const scoreDistributions = defineScoreAudit({
  id,
  title: 'Score distributions',
  description: 'How the scores of each group lie beside those of the others.',
  needs: ['score', 'groups'],
  tags: ['eu-ai-act-10'],
  measure,
});
