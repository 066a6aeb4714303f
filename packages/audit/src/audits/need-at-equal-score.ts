import type { Finding, NeedDetails } from '@ombud/contract';
import { type NeedBand, needDifference, studentMean } from '@ombud/stats';
import { needOf, type ScoreCell, type ScoredGroup, type Scores } from '@ombud/table';
import { type AuditContext, finding } from './audit.ts';
import { bandEdges, comparePairs, defineScoreAudit, groupsOrReason } from './score-audit.ts';

const id = 'need-at-equal-score';

/** Bands of the score with about as many people each: fine enough that people inside one are alike. */
const mostBands = 20;

/** The people of one band. */
type Band = (cell: ScoreCell) => boolean;

/** Bands of everybody's scores; each score alone where there are few. */
function bandsOf(cells: readonly ScoreCell[], most: number): readonly Band[] {
  const counts = cells.map(({ score, n, squares }) => ({
    score,
    negatives: n,
    positives: 0,
    ...(squares === undefined ? {} : { negativeSquares: squares, positiveSquares: 0 }),
  }));
  const edges = bandEdges(counts, most);
  return [...edges, Number.POSITIVE_INFINITY].map((edge, i) => {
    const below = edges[i - 1] ?? Number.NEGATIVE_INFINITY;
    return ({ score }) => score > below && score <= edge;
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
  const bands = bandsOf(needy.cells, mostBands);
  const pairs = comparePairs(groups, context, ({ group, others }, confidence) => {
    const needs = bands.map((band): NeedBand => {
      const [own, theirs] = [group.cells.filter(band), others.cells.filter(band)];
      const weights = { group: needyOf(own), reference: needyOf(theirs) };
      return { group: needOf(own), reference: needOf(theirs), weights };
    });
    const found = needDifference(needs, confidence);
    if (found === null) return null;
    const { value, interval, test, compared, notComparable } = found;
    return { difference: { value, interval }, test, compared, notComparable };
  });
  const details: NeedDetails = {
    kind: 'need',
    need: context.need ?? '',
    bands: bandsText(groups, bands, context),
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
