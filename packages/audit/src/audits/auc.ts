import type { Finding, Measured, RankingDetails, TestResult } from '@ombud/contract';
import {
  type Auc,
  aucDifference,
  aucEquality,
  aucInterval,
  type Confidence,
  crossAuc,
  auc as rankingOf,
  type ScoreCount,
} from '@ombud/stats';
import { type ScoredGroup, type Scores, scoreCounts } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import { type ComparePair, comparePairs, defineScoreAudit, groupsOrReason } from './score-audit.ts';

const id = 'auc';

const nothing: Measured = { value: null, interval: null };

const measured = (found: Auc | null, confidence: Confidence): Measured =>
  found === null ? nothing : { value: found.value, interval: aucInterval(found, confidence) };

function groupEntry(
  scored: ScoredGroup,
  all: ReadonlyMap<number, ScoreCount>,
  confidence: Confidence,
): RankingDetails['groups'][number] {
  const own = scoreCounts(scored.cells);
  const others = withoutOwn(all, own);
  const { subgroup, backgroundPositiveSubgroupNegative, backgroundNegativeSubgroupPositive } = crossAuc(
    own,
    others,
  );
  return {
    group: scored.group,
    positives: own.reduce((sum, { positives }) => sum + positives, 0),
    negatives: own.reduce((sum, { negatives }) => sum + negatives, 0),
    auc: measured(subgroup, confidence),
    backgroundPositiveSubgroupNegative: measured(backgroundPositiveSubgroupNegative, confidence),
    backgroundNegativeSubgroupPositive: measured(backgroundNegativeSubgroupPositive, confidence),
  };
}

/** People added, or taken away. */
function combined(a: ScoreCount, b: ScoreCount, sign: 1 | -1): ScoreCount {
  // What is left of two equal sums of weights is rounding, and never below nobody.
  const sum = (x = 0, y = 0) => Math.max(0, x + sign * y);
  const counts = {
    score: a.score,
    negatives: sum(a.negatives, b.negatives),
    positives: sum(a.positives, b.positives),
  };
  if (a.negativeSquares === undefined) return counts;
  return {
    ...counts,
    negativeSquares: sum(a.negativeSquares, b.negativeSquares),
    positiveSquares: sum(a.positiveSquares, b.positiveSquares),
  };
}

/** Everybody's counts by score. */
function everybody(groups: readonly ScoredGroup[]): ReadonlyMap<number, ScoreCount> {
  const all = new Map<number, ScoreCount>();
  for (const count of groups.flatMap(({ cells }) => scoreCounts(cells))) {
    const before = all.get(count.score);
    all.set(count.score, before === undefined ? count : combined(before, count, 1));
  }
  return all;
}

/** Everybody else: with many groups a subtraction is far less work than adding up all the others. */
function withoutOwn(all: ReadonlyMap<number, ScoreCount>, own: readonly ScoreCount[]): readonly ScoreCount[] {
  const rest = new Map(all);
  for (const mine of own) {
    const count = rest.get(mine.score);
    if (count !== undefined) rest.set(mine.score, combined(count, mine, -1));
  }
  return [...rest.values()];
}

const difference: ComparePair = ({ group, others }, confidence) => {
  const [a, b] = [rankingOf(scoreCounts(group.cells)), rankingOf(scoreCounts(others.cells))];
  const found = a && b && aucDifference(a, b, confidence);
  if (!found) return null;
  const { value, interval, test } = found;
  return { difference: { value, interval }, test };
};

function equality(groups: readonly ScoredGroup[]): TestResult | null {
  return aucEquality(groups.flatMap(({ cells }) => rankingOf(scoreCounts(cells)) ?? []));
}

function measure(scores: Scores, groupBy: readonly string[], context: AuditContext): Finding {
  const groups = groupsOrReason(id, scores, groupBy);
  if ('audit' in groups) return groups;
  const all = everybody(groups);
  const details: RankingDetails = {
    kind: 'ranking',
    exact: scores.exact,
    groups: groups.map((group) => groupEntry(group, all, { level: context.level })),
    pairs: comparePairs(groups, context, difference),
  };
  const ranked = details.groups.filter(({ auc }) => auc.value !== null).length;
  return finding(id, groupBy, {
    state: ranked > 1 ? 'measured' : 'cannot-tell',
    reason: ranked > 1 ? null : { code: 'no-both-outcomes', params: { groupBy } },
    heterogeneity: equality(groups),
    details,
  });
}

/**
 * How often somebody with the outcome has a higher score than somebody without it, by group and across groups. DeLong,
 * DeLong, Clarke-Pearson, Biometrics 44 (1988); Borkan et al., WWW 2019.
 */
export const auc = defineScoreAudit({
  id,
  title: 'Ranking',
  description: 'How well the score puts people with the outcome above those without it, in each group.',
  needs: ['score', 'outcome', 'groups'],
  claims: 1,
  tags: ['eu-ai-act-15'],
  measure,
});
