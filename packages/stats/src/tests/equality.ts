import { areWholePeople } from '../counts.ts';
import type { Proportion, TestResult } from '../types.ts';
import { chiSquared, shareExpectedBelow, smallestExpected } from './chi-squared.ts';
import { type ExactOptions, exactRx2 } from './exact-rx2.ts';
import { fisherExact } from './fisher-exact.ts';

/** Below this expected count the chi-squared distribution is no longer trusted (W. G. Cochran, Biometrics 10, 1954). */
const small = 5;

/**
 * Cochran's rule: chi-squared may be trusted when at most a fifth of the expected counts are below 5 and none is
 * below 1; with two groups, when none is below 5. One tiny group among large ones then needs no exact test.
 */
function chiSquaredHolds(groups: readonly Proportion[]): boolean {
  const smallest = smallestExpected(groups);
  if (groups.length === 2) return smallest >= small;
  return smallest >= 1 && shareExpectedBelow(groups, small) <= 0.2;
}

/**
 * Are the rates of all groups equal? Chi-squared where Cochran's rule trusts it, else exact (Fisher's test for two
 * groups, Freeman-Halton for more). Groups with nobody are left out. Weighted counts have no exact
 * test and always take chi-squared on the effective counts.
 *
 * When the event happened to all or to nobody, every group has the same rate: only one table has these margins, so the
 * exact test gives p = 1 by itself. That is the answer, not a missing one: nothing contradicts equality.
 * @returns `null` for fewer than two groups with people.
 */
export function equality(
  groups: readonly Proportion[],
  options: Pick<ExactOptions, 'seed' | 'found'> = {},
): TestResult | null {
  const present = groups.filter(({ n, effectiveN }) => n > 0 && effectiveN !== 0);
  const [first, second] = present;
  if (first === undefined || second === undefined) return null;
  const exact = present.every(areWholePeople) && !chiSquaredHolds(present);
  if (!exact) return chiSquared(present);
  return present.length === 2 ? fisherExact(first, second) : exactRx2(present, options);
}
