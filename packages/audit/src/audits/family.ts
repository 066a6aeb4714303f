import {
  bonferroniCritical,
  criticalValue,
  dunnettAdjustedP,
  dunnettCritical,
  tukeyAdjustedP,
  tukeyCritical,
  twoSidedP,
} from '@ombud/stats';

/** How many groups are judged together, and against what: this sets how wide simultaneous intervals must be. */
export interface Family {
  readonly kind: 'all-pairs' | 'one-reference' | 'separate';
  readonly critical: number;
  readonly simultaneous: boolean;
  readonly adjust: (z: number, exact: number | null) => number;
}

/** Dunnett's integral is slow for many groups, where Bonferroni is nearly as sharp. */
const mostDunnett = 12;

/**
 * The reference picked from the data is itself uncertain, so its family is every pair (Tukey-Kramer, Hayter 1984);
 * a reference named beforehand needs less (Dunnett 1955).
 * @param variances of the rate of each group
 * @param reference the place of the group that the others are compared with
 */
export function familyOf(
  kind: Family['kind'],
  variances: readonly number[],
  reference: number | null,
  level: number,
): Family {
  const k = variances.length;
  const known = reference === null ? undefined : variances[reference];
  if (kind === 'one-reference' && known !== undefined && k > 2 && k <= mostDunnett) {
    const spread = { reference: known, groups: variances.filter((_, place) => place !== reference) };
    return {
      kind,
      critical: dunnettCritical(level, spread),
      simultaneous: true,
      adjust: (z, exact) => (exact === null ? dunnettAdjustedP(z, spread) : Math.min(1, exact * (k - 1))),
    };
  }
  if (kind !== 'all-pairs' && k > 2) {
    const size = kind === 'separate' ? k : k - 1;
    return {
      kind,
      critical: bonferroniCritical(level, size),
      simultaneous: true,
      adjust: (z, exact) => Math.min(1, (exact ?? twoSidedP(z)) * size),
    };
  }
  if (k > 2) {
    const pairs = (k * (k - 1)) / 2;
    return {
      kind: 'all-pairs',
      critical: tukeyCritical(level, k),
      simultaneous: true,
      adjust: (z, exact) => (exact === null ? tukeyAdjustedP(z, k) : Math.min(1, exact * pairs)),
    };
  }
  return {
    kind,
    critical: criticalValue(level),
    simultaneous: false,
    adjust: (z, exact) => exact ?? twoSidedP(z),
  };
}
