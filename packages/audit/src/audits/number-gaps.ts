import type { Finding, Measured, NumbersDetails } from '@ombud/contract';
import {
  type Confidence,
  quantileGap,
  quantileWithInterval,
  studentMean,
  type WeightedValue,
  weightedMoments,
  weightedQuantileWithInterval,
  welchDifference,
} from '@ombud/stats';
import { type NumberScores, needOf, type ScoreCell } from '@ombud/table';
import { type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';
import { adjusted, familyOf, groupsOrReason, pairsOf, type ScoredPair } from './score-audit.ts';

const id = 'number-gaps';

const shares = [0.1, 0.5, 0.9];

const nothing: Measured = { value: null, interval: null };

const valuesOf = (cells: readonly ScoreCell[]): readonly WeightedValue[] =>
  cells.map(({ score, n, squares }) => ({ value: score, n, ...(squares === undefined ? {} : { squares }) }));

/** Distances from 0. Where neighbours were put together the group has a mean of its own among them. */
const distancesOf = (cells: readonly ScoreCell[]): readonly WeightedValue[] =>
  valuesOf(cells).map((count, i) => {
    const need = cells[i]?.need;
    return {
      ...count,
      value: Math.abs(need && need.n > 0 ? (need.from ?? 0) + need.sum / need.n : count.value),
    };
  });

function rootMeanSquare(cells: readonly ScoreCell[]): number | null {
  const [n, squares] = cells.reduce(
    ([people, total], { need }) => {
      if (need === null) return [people, total];
      const from = need.from ?? 0;
      return [people + need.n, total + need.squares + 2 * from * need.sum + from ** 2 * need.n];
    },
    [0, 0],
  );
  return n === 0 ? null : Math.sqrt(squares / n);
}

function groupEntry(cells: readonly ScoreCell[], isError: boolean, weighted: boolean, level: number) {
  const quantile = weighted ? weightedQuantileWithInterval : quantileWithInterval;
  return {
    n: cells.reduce((sum, { n }) => sum + n, 0),
    mean: studentMean(needOf(cells), { level }),
    absolute: isError ? studentMean(weightedMoments(distancesOf(cells)), { level }) : nothing,
    rootMeanSquare: isError ? rootMeanSquare(cells) : null,
    quantiles: shares.map((share) => ({ share, of: quantile(valuesOf(cells), share, level) })),
  };
}

const estimateOf = (found: ReturnType<typeof welchDifference>): Measured =>
  found === null ? nothing : { value: found.value, interval: found.interval };

function pairEntry(
  { group, others, reference }: ScoredPair,
  isError: boolean,
  confidence: Confidence,
  level: number,
) {
  const means = welchDifference(needOf(group.cells), needOf(others.cells), confidence);
  const [a, b] = [group.cells, others.cells].map(distancesOf);
  return {
    group: group.group,
    reference,
    difference: estimateOf(means),
    test: means?.test ?? null,
    absolute: isError
      ? estimateOf(welchDifference(weightedMoments(a ?? []), weightedMoments(b ?? []), confidence))
      : nothing,
    quantiles: shares.map((share) => ({
      share,
      gap: quantileGap(valuesOf(group.cells), valuesOf(others.cells), share, level),
    })),
  };
}

function measure({ what, scores }: NumberScores, groupBy: readonly string[], context: AuditContext): Finding {
  const groups = groupsOrReason(id, scores, groupBy);
  if ('audit' in groups) return { ...groups, measure: what };
  const isError = what === 'error';
  const weighted = scores.weighted === true;
  const pairs = pairsOf(groups, context.reference);
  const confidence = familyOf(context.level, pairs.length);
  const each = 1 - (1 - context.level) / Math.max(1, pairs.length);
  const details: NumbersDetails = {
    kind: 'numbers',
    what,
    exact: scores.exact,
    groups: groups.map(({ group, cells }) => ({
      group,
      ...groupEntry(cells, isError, weighted, context.level),
    })),
    pairs: adjusted(pairs.map((pair) => pairEntry(pair, isError, confidence, each))),
  };
  return finding(id, groupBy, { measure: what, details });
}

/**
 * Where a decision or an outcome is a number that is read by a condition: the number itself by group, and where both are, how
 * far the decision is above what happened: mean error, absolute error, root mean square, and gaps of quantiles.
 */
export const numberGaps = defineAudit({
  id,
  title: 'Number gaps',
  description: 'The numbers that were decided and that happened, by group, and how far they are apart.',
  needs: ['groups'],
  needsOneOf: ['decision', 'outcome'],
  measures: [],
  tags: ['eu-ai-act-15'],
  run: (_cells, context) => {
    const { numbers, groupings } = context;
    if (numbers === null) return [notOfRepeated(id)];
    const single = groupings.filter(({ length }) => length === 1);
    return numbers.flatMap((number) => single.map((groupBy) => measure(number, groupBy, context)));
  },
});
