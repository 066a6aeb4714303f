import { type Auc, auc } from './auc.ts';
import type { ScoreCount } from './score-counts.ts';
import { isWeighted } from './weights.ts';

/** The three areas that tell in which way a score treats a group differently from everybody else. */
export interface CrossAuc {
  /** Inside the group alone. */
  readonly subgroup: Auc | null;
  /**
   * Background positive, subgroup negative: low when people of the group without the event get scores as high as those
   * of others with it (false alarms for the group).
   */
  readonly backgroundPositiveSubgroupNegative: Auc | null;
  /** Background negative, subgroup positive: low when people of the group with the event are overlooked. */
  readonly backgroundNegativeSubgroupPositive: Auc | null;
}

/**
 * D. Borkan, L. Dixon, J. Sorensen, N. Thain, L. Vasserman, "Nuanced metrics for measuring unintended bias with real data
 * for text classification", WWW 2019.
 * @param group the people of the group; `others` everybody else.
 */
export function crossAuc(group: readonly ScoreCount[], others: readonly ScoreCount[]): CrossAuc {
  return {
    subgroup: auc(group),
    backgroundPositiveSubgroupNegative: auc([...onlyNegatives(group), ...onlyPositives(others)]),
    backgroundNegativeSubgroupPositive: auc([...onlyPositives(group), ...onlyNegatives(others)]),
  };
}

function onlyNegatives(counts: readonly ScoreCount[]): readonly ScoreCount[] {
  return counts.map((count) => ({
    ...count,
    positives: 0,
    ...(isWeighted([count]) ? { positiveSquares: 0 } : {}),
  }));
}

function onlyPositives(counts: readonly ScoreCount[]): readonly ScoreCount[] {
  return counts.map((count) => ({
    ...count,
    negatives: 0,
    ...(isWeighted([count]) ? { negativeSquares: 0 } : {}),
  }));
}
