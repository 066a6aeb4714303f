import type { DifferencePair, Finding, Reference, ReferenceSpec } from '@ombud/contract';
import { bonferroniCritical, type Confidence, holm, quantileEdges, type ScoreCount } from '@ombud/stats';
import { type Cells, type ScoreCell, type ScoredGroup, type Scores, scoredGroups } from '@ombud/table';
import { type Audit, type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';

/** What an audit of scores says of itself, and how it measures one grouping. */
export interface ScoreAudit extends Omit<Audit, 'run' | 'measures'> {
  /** Whether attributes are looked at alone only, or also together. */
  readonly attributes?: 'single' | 'together';
  /** It is about places in a ranking, which people who stand for others do not have. */
  readonly places?: boolean;
  readonly measure: (
    scores: Scores,
    groupBy: readonly string[],
    context: AuditContext,
    cells: Cells,
  ) => Finding;
}

/**
 * An audit of scores: one finding a grouping, all that it says in `details`, because its values are no rates of people.
 * Repeated people change how sure a rank statistic is in a way that these methods do not know; there an audit says that it does
 * not apply. People with weights who stand in one row each it knows, but for places in a ranking.
 */
export function defineScoreAudit({
  measure,
  attributes = 'together',
  places = false,
  ...audit
}: ScoreAudit): Audit {
  return defineAudit({
    ...audit,
    measures: [],
    run: (cells: Cells, context) => {
      const { scores } = context;
      if (cells.moments !== null && !scores?.weighted) return [notOfRepeated(audit.id)];
      if (places && scores?.weighted) {
        const reason = { code: 'no-weighted-places', params: {} };
        return [finding(audit.id, [], { state: 'not-applicable', reason })];
      }
      if (scores === null || scores.cells.length === 0) {
        const reason = { code: 'no-scores', params: {} };
        return [finding(audit.id, [], { state: 'not-applicable', reason })];
      }
      const asked = context.groupings.filter(({ length }) => attributes === 'together' || length === 1);
      return asked.map((groupBy) => measure(scores, groupBy, context, cells));
    },
  });
}

/** Two groups to compare. */
export interface ScoredPair {
  readonly group: ScoredGroup;
  readonly others: ScoredGroup;
  readonly reference: Reference;
}

const peopleOf = ({ cells }: ScoredGroup): number => cells.reduce((sum, { n }) => sum + n, 0);

/**
 * Each group with what it is compared with: the named reference, everybody else, or the group with the most people. The
 * largest is picked without a look at what happened, so the others need no more than their number of comparisons.
 */
export function pairsOf(groups: readonly ScoredGroup[], spec: ReferenceSpec): readonly ScoredPair[] {
  if (groups.length < 2) return [];
  if (spec.kind === 'all-others') {
    return groups.map((group) => {
      const cells = groups.filter((other) => other !== group).flatMap((other) => other.cells);
      return { group, others: { key: 'all-others', group: {}, cells }, reference: 'all-others' };
    });
  }
  const reference = named(groups, spec) ?? largest(groups);
  return groups
    .filter((group) => group !== reference)
    .map((group) => ({ group, others: reference, reference: reference.group }));
}

function named(groups: readonly ScoredGroup[], spec: ReferenceSpec): ScoredGroup | null {
  if (spec.kind !== 'named') return null;
  const fits = ({ group }: ScoredGroup): boolean =>
    Object.entries(group).every(([name, value]) => spec.values[name] === value);
  return groups.find(fits) ?? null;
}

function largest(groups: readonly ScoredGroup[]): ScoredGroup {
  return groups.reduce((most, group) => (peopleOf(group) > peopleOf(most) ? group : most));
}

/** The upper edges of bands of everybody's scores, but for the last: each score alone where there are few, else quantiles. */
export function bandEdges(counts: readonly ScoreCount[], most: number): readonly number[] {
  const scores = [...new Set(counts.map(({ score }) => score))].sort((x, y) => x - y);
  return scores.length <= most ? scores.slice(0, -1) : quantileEdges(counts, most);
}

/** How sure each interval must be so that those of all pairs hold together. */
export function familyOf(level: number, pairs: number): Confidence {
  return pairs > 1 ? { level, critical: bonferroniCritical(level, pairs) } : { level };
}

/** Adds the p-values adjusted for all pairs (Holm 1979). */
export function adjusted<Pair extends Omit<DifferencePair, 'pAdjusted'>>(
  pairs: readonly Pair[],
): (Pair & { readonly pAdjusted: number | null })[] {
  const ps = holm(pairs.map(({ test }) => test?.p ?? null));
  return pairs.map((pair, i) => ({ ...pair, pAdjusted: ps[i] ?? null }));
}

/** How two groups lie apart; null where they cannot be compared. */
export type ComparePair<Found = Pick<DifferencePair, 'difference' | 'test'>> = (
  pair: ScoredPair,
  confidence: Confidence,
) => Found | null;

/** The pairs of groups that can be compared, with intervals that hold together and p-values adjusted for all. */
export function comparePairs<Found extends Pick<DifferencePair, 'difference' | 'test'>>(
  groups: readonly ScoredGroup[],
  { reference, level }: AuditContext,
  compare: ComparePair<Found>,
) {
  const pairs = pairsOf(groups, reference);
  const confidence = familyOf(level, pairs.length);
  return adjusted(
    pairs.flatMap((pair) => {
      const found = compare(pair, confidence);
      return found === null ? [] : [{ group: pair.group.group, reference: pair.reference, ...found }];
    }),
  );
}

/** The groups of a grouping; a finding that says why where there are not two. */
export function groupsOrReason(
  audit: string,
  scores: Scores,
  groupBy: readonly string[],
): readonly ScoredGroup[] | Finding {
  const groups = scoredGroups(scores, groupBy);
  if (groups.length >= 2) return groups;
  const code = groups.length === 0 ? 'no-people' : 'one-group';
  return finding(audit, groupBy, { state: 'cannot-tell', reason: { code, params: { groupBy } } });
}

/** How many people have each score, whatever happened to them: all of them stand for negatives. */
export const everybodyByScore = (cells: readonly ScoreCell[]): readonly ScoreCount[] =>
  cells.map(({ score, n, squares }) => ({
    score,
    negatives: n,
    positives: 0,
    ...(squares === undefined ? {} : { negativeSquares: squares, positiveSquares: 0 }),
  }));
