import type { Group } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import type { Scores } from '@ombud/table';

type ScoreCell = Scores['cells'][number];

/** Who gets the positive decision in a group, and how many of those with a known outcome are wronged. */
interface Decided {
  readonly positive: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** A group's own threshold, and what it would change. */
interface GroupThreshold {
  readonly group: Group;
  readonly n: number;
  /** The score from which, or down to which, the decision would be positive; null where it is nearest that nobody gets it. */
  readonly threshold: number | null;
  /** The share of the group that would get it. */
  readonly share: number;
  /** Where so many people have one score that no threshold reaches the wanted share: the shares that the nearest two give. */
  readonly between: { readonly below: number; readonly above: number } | null;
  readonly before: Decided;
  readonly after: Decided;
  /** People who would get the positive decision and do not now. */
  readonly gain: number;
  /** People who have it now and would lose it. */
  readonly lose: number;
}

/** Thresholds that give each group the present share of positive decisions. */
export interface Thresholds {
  readonly share: number;
  /** Whether the positive decision is for high scores. */
  readonly high: boolean;
  readonly groups: readonly GroupThreshold[];
}

const sumOf = (cells: readonly ScoreCell[], when: (cell: ScoreCell) => boolean): number =>
  cells.reduce((sum, cell) => (when(cell) ? sum + cell.n : sum), 0);

const meanOf = (cells: readonly ScoreCell[], decision: boolean): number =>
  cells.reduce((sum, cell) => (cell.decision === decision ? sum + cell.n * cell.score : sum), 0) /
  sumOf(cells, (cell) => cell.decision === decision);

const decidedBy = (cells: readonly ScoreCell[], positive: (cell: ScoreCell) => boolean): Decided => ({
  positive: sumOf(cells, positive),
  falsePositives: sumOf(cells, (cell) => positive(cell) && cell.outcome === false),
  falseNegatives: sumOf(cells, (cell) => !positive(cell) && cell.outcome === true),
});

interface Choice {
  readonly threshold: number | null;
  readonly share: number;
}

/** What each threshold of a group gives, from nobody to everybody; people of one score stay together. */
function choicesOf(cells: readonly ScoreCell[], high: boolean): readonly Choice[] {
  const n = sumOf(cells, () => true);
  const order = [...cells].sort((a, b) => (high ? b.score - a.score : a.score - b.score));
  const choices: Choice[] = [{ threshold: null, share: 0 }];
  let taken = 0;
  order.forEach((cell, i) => {
    taken += cell.n;
    if (order[i + 1]?.score !== cell.score) choices.push({ threshold: cell.score, share: taken / n });
  });
  return choices;
}

/** So near is the share itself: a point, or one person where those are few. */
const nearOf = (n: number): number => Math.max(0.01, 1 / n);

/** The threshold whose share is nearest to the one that is wanted, and between which two it lies where none is near. */
function nearestThreshold(cells: readonly ScoreCell[], share: number, high: boolean) {
  const choices = choicesOf(cells, high);
  const off = (choice: Choice): number => Math.abs(choice.share - share);
  const nearest = choices.reduce((best, choice) => (off(choice) < off(best) ? choice : best));
  if (off(nearest) <= nearOf(sumOf(cells, () => true))) return { ...nearest, between: null };
  const below = choices.findLast((choice) => choice.share < share)?.share ?? 0;
  const above = choices.find((choice) => choice.share > share)?.share ?? 1;
  return { ...nearest, between: { below, above } };
}

/** Whether everybody has the same score, so that there is no threshold to choose. */
export const isOneScore = ({ cells }: Scores): boolean => new Set(cells.map(({ score }) => score)).size === 1;

/**
 * One threshold a group, so that each group gets the present share of positive decisions (demographic parity by
 * post-processing, without drawing lots: M. Hardt, E. Price and N. Srebro, "Equality of opportunity in supervised learning",
 * NIPS 2016). What it changes is counted: errors now and then, and people who gain or lose the decision.
 * @returns null where nobody has a score, a decision and a group, or all have one decision or one score
 */
export function groupThresholds(scores: Scores): Thresholds | null {
  if (isOneScore(scores)) return null;
  const { groupNames, cells } = scores;
  const known = cells.filter(({ decision, groups }) => decision !== null && !groups.includes(null));
  const positive = sumOf(known, ({ decision }) => decision === true);
  const all = sumOf(known, () => true);
  if (positive === 0 || positive === all) return null;
  const [share, high] = [positive / all, meanOf(known, true) > meanOf(known, false)];
  const byGroup = new Map<string, { group: Group; own: ScoreCell[] }>();
  for (const cell of known) {
    const group = Object.fromEntries(groupNames.map((name, i) => [name, cell.groups[i] ?? '']));
    const entry = byGroup.get(groupKey(group)) ?? { group, own: [] };
    byGroup.set(groupKey(group), entry);
    entry.own.push(cell);
  }
  const groups = [...byGroup.values()].map(({ group, own }): GroupThreshold => {
    const chosen = nearestThreshold(own, share, high);
    const { threshold } = chosen;
    const isPositive = ({ score }: ScoreCell) =>
      threshold !== null && (high ? score >= threshold : score <= threshold);
    return {
      group,
      n: sumOf(own, () => true),
      ...chosen,
      before: decidedBy(own, ({ decision }) => decision === true),
      after: decidedBy(own, isPositive),
      gain: sumOf(own, (cell) => isPositive(cell) && cell.decision === false),
      lose: sumOf(own, (cell) => !isPositive(cell) && cell.decision === true),
    };
  });
  return { share, high, groups };
}
