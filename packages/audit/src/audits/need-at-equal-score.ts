import type { Finding, NeedDetails } from '@ombud/contract';
import {
  differenceBesideSlope,
  type NeedBand,
  needDifference,
  type ScorePeople,
  shareScores,
  studentMean,
} from '@ombud/stats';
import { needOf, type ScoreCell, type ScoredGroup, type Scores } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import {
  bandEdges,
  comparePairs,
  defineScoreAudit,
  everybodyByScore,
  groupsOrReason,
} from './score-audit.ts';

const id = 'need-at-equal-score';

/** Bands of the score with about as many people each: fine enough that people inside one are alike. */
const mostBands = 20;

/** The people of one band. */
type Band = (cell: ScoreCell) => boolean;

/** Bands of everybody's scores; each score alone where there are few. */
function bandsOf(edges: readonly number[]): readonly Band[] {
  return [...edges, Number.POSITIVE_INFINITY].map((edge, i) => {
    const below = edges[i - 1] ?? Number.NEGATIVE_INFINITY;
    return ({ score }) => score > below && score <= edge;
  });
}

/** The needs of people by their score. */
const needsOf = (cells: readonly ScoreCell[]): readonly ScorePeople[] =>
  cells.flatMap(({ score, need }) => (need === null ? [] : [{ score, ...need }]));

/** The people of both groups at each score by itself. */
function atEachScore(group: ScoredGroup, others: ScoredGroup): readonly NeedBand[] {
  const byScore = ({ cells }: ScoredGroup) => Map.groupBy(cells, ({ score }) => score);
  const [own, theirs] = [byScore(group), byScore(others)];
  return [...new Set([...own.keys(), ...theirs.keys()])]
    .sort((a, b) => a - b)
    .map((score) => {
      const [one, other] = [own.get(score) ?? [], theirs.get(score) ?? []];
      const weights = { group: needyOf(one), reference: needyOf(other) };
      return { group: needOf(one), reference: needOf(other), weights };
    });
}

/** People, or the sum of their weights. */
const needyOf = (cells: readonly ScoreCell[]): number =>
  cells.reduce((sum, { need }) => sum + (need?.n ?? 0), 0);

const withNeed = (cells: readonly ScoreCell[]): readonly ScoreCell[] =>
  cells.filter(({ need }) => (need?.n ?? 0) > 0);

function bandsText(
  groups: readonly ScoredGroup[],
  bands: readonly Band[],
  { level }: AuditContext,
): NeedDetails['bands'] {
  return bands.flatMap((band) => {
    const inside = groups.map(({ group, cells }) => ({ group, cells: withNeed(cells).filter(band) }));
    const scores = inside.flatMap(({ cells }) => cells.map(({ score }) => score));
    if (scores.length === 0) return [];
    return [
      {
        from: scores.reduce((a, b) => Math.min(a, b)),
        to: scores.reduce((a, b) => Math.max(a, b)),
        groups: inside.map(({ group, cells }) => {
          const moments = needOf(cells);
          return { group, n: needyOf(cells), mean: studentMean(moments, { level }) };
        }),
      },
    ];
  });
}

function measure(scores: Scores, groupBy: readonly string[], context: AuditContext): Finding {
  const needy: Scores = { ...scores, cells: withNeed(scores.cells) };
  const groups = groupsOrReason(id, needy, groupBy);
  if ('audit' in groups) return groups;
  const edges = bandEdges(everybodyByScore(needy.cells), mostBands);
  const pairs = comparePairs(groups, context, ({ group, others }, confidence) => {
    const [own, theirs] = [needsOf(group.cells), needsOf(others.cells)];
    const found =
      needy.exact && shareScores(own, theirs, edges)
        ? needDifference(atEachScore(group, others), confidence)
        : differenceBesideSlope(own, theirs, confidence);
    if (found === null) return null;
    const { value, interval, test, compared, notComparable } = found;
    return { difference: { value, interval }, test, compared, notComparable };
  });
  const details: NeedDetails = {
    kind: 'need',
    need: context.need ?? '',
    bands: bandsText(groups, bandsOf(edges), context),
    pairs,
  };
  const comparable = details.pairs.length > 0;
  return finding(id, groupBy, {
    state: comparable ? 'measured' : 'cannot-tell',
    reason: comparable ? null : { code: 'no-common-score', params: { groupBy } },
    details,
  });
}

/**
 * Do groups with the same score need the same? If one needs more, the score stands for something else than need: its label
 * was badly chosen. Obermeyer, Powers, Vogeli, Mullainathan, Science 366 (2019).
 */
export const needAtEqualScore = defineScoreAudit({
  id,
  title: 'Need at equal score',
  description: 'Whether people of different groups who have the same score need the same.',
  needs: ['score', 'need', 'groups'],
  claims: 1,
  tags: ['eu-ai-act-10'],
  measure,
});
