/**
 * One audit, one error rate: everything that a result claims, its fails and its sentences, is wrong with a chance of at
 * most 5 % in all. The two shares are fixed before anything is seen. A pass spends nothing of it: it claims that all
 * pairs are inside, each at one-sided 5 % (Berger 1982).
 */
export const errorBudget = 0.05;

/**
 * The share of the budget that the fails of a policy may spend; the sentences spend the rest, all of it without a policy.
 * Whoever wrote a policy asks for its verdict first.
 */
export const shareOfVerdict = (limits: number): number => (limits === 0 ? 0 : 0.8);

/** What is left for the sentences: "more than chance", reversals, missing data. */
export const alphaOfSentences = (limits: number): number => errorBudget * (1 - shareOfVerdict(limits));

/**
 * The share of the budget of each limit on each finding, by weight (Bonferroni with weights): 0 where nothing is judged.
 * @param weights of every limit on every finding that the policy looks at, 1 where the policy says nothing
 */
export function shares(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (all > 0 ? (shareOfVerdict(weights.length) * weight) / all : 0));
}
