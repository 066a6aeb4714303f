import { areWholePeople } from '../counts.ts';
import type { Proportion, TestResult } from '../types.ts';
import { chiSquared, smallestExpected } from './chi-squared.ts';
import { exactRx2 } from './exact-rx2.ts';
import { fisherExact } from './fisher-exact.ts';

/** Below this expected count the chi-squared distribution is no longer trusted (W. G. Cochran, Biometrics 10, 1954). */
const SMALL = 5;

/**
 * Are the rates of all groups equal? Exact where equality expects fewer than 5 people in any cell (Fisher's test for two
 * groups, Freeman-Halton for more), else chi-squared. Groups with nobody are left out. Weighted counts have no exact
 * test and always take chi-squared on the effective counts.
 *
 * When the event happened to all or to nobody, every group has the same rate: only one table has these margins, so the
 * exact test gives p = 1 by itself. That is the answer, not a missing one: nothing contradicts equality.
 * @returns `null` for fewer than two groups with people.
 */
export function equality(groups: readonly Proportion[], options: { seed?: number } = {}): TestResult | null {
  const present = groups.filter(({ n, effectiveN }) => n > 0 && effectiveN !== 0);
  const [first, second] = present;
  if (first === undefined || second === undefined) return null;
  const exact = present.every(areWholePeople) && smallestExpected(present) < SMALL;
  if (!exact) return chiSquared(present);
  return present.length === 2 ? fisherExact(first, second) : exactRx2(present, options);
}
