import type { LimitClaim } from '../equivalence/claim.ts';
import { limitTest } from '../equivalence/limit-test.ts';
import { scoreLimitTest } from '../equivalence/score-test.ts';

/** The tables of two groups that pass: for each count of `a` the counts of `b`, as stretches. */
export interface PassingTables {
  readonly nA: number;
  readonly nB: number;
  readonly stretches: readonly { readonly a: number; readonly from: number; readonly to: number }[];
}

/**
 * Every table of two groups that passes a limit of the ratio in both directions. What the score test does not claim needs
 * no exact test, because the exact p is never below its own.
 */
export function passingTables(nA: number, nB: number, limit: number, alpha = 0.05): PassingTables {
  const claim: LimitClaim = { measure: 'ratio', limit, side: 'above' };
  const stretches: { a: number; from: number; to: number }[] = [];
  for (let a = 0; a <= nA; a++) {
    const groupA = { events: a, n: nA };
    let from = -1;
    for (let b = 0; b <= nB + 1; b++) {
      const groupB = { events: b, n: nB };
      const passes = b <= nB && holds(groupA, groupB) && holds(groupB, groupA);
      if (passes && from < 0) from = b;
      if (!passes && from >= 0) {
        stretches.push({ a, from, to: b - 1 });
        from = -1;
      }
    }
  }
  return { nA, nB, stretches };

  function holds(one: { events: number; n: number }, other: { events: number; n: number }): boolean {
    if ((scoreLimitTest(one, other, claim)?.p ?? 1) > alpha) return false;
    return (limitTest(one, other, claim, { alpha, decide: true })?.p ?? 1) <= alpha;
  }
}

/** The probability that a table of two true rates passes. */
export function chanceOfPass({ nA, nB, stretches }: PassingTables, rateA: number, rateB: number): number {
  const massA = masses(nA, rateA);
  const massB = masses(nB, rateB);
  const sums = [0];
  for (const mass of massB) sums.push((sums.at(-1) ?? 0) + mass);
  let chance = 0;
  for (const { a, from, to } of stretches) {
    chance += (massA[a] ?? 0) * ((sums[to + 1] ?? 0) - (sums[from] ?? 0));
  }
  return chance;
}

/** The largest probability of a pass over a common rate, when one of the groups truly stands at the limit. */
export function largestFalsePass(
  tables: PassingTables,
  limit: number,
  worse: 'a' | 'b',
  steps = 4000,
): { readonly chance: number; readonly at: number } {
  let best = { chance: 0, at: 0 };
  for (let i = 0; i <= steps; i++) {
    const rate = Math.sin((i / steps) * (Math.PI / 2)) ** 2;
    const chance =
      worse === 'a' ? chanceOfPass(tables, rate * limit, rate) : chanceOfPass(tables, rate, rate * limit);
    if (chance > best.chance) best = { chance, at: rate };
  }
  return best;
}

function masses(n: number, rate: number): Float64Array {
  const values = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * rate));
  values[mode] = 1;
  if (rate > 0 && rate < 1) {
    const odds = rate / (1 - rate);
    for (let x = mode; x < n; x++) values[x + 1] = ((values[x] ?? 0) * (n - x) * odds) / (x + 1);
    for (let x = mode; x > 0; x--) values[x - 1] = ((values[x] ?? 0) * x) / ((n - x + 1) * odds);
  }
  const sum = values.reduce((all, value) => all + value, 0);
  return values.map((value) => value / sum);
}
