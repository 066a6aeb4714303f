import { statsErrors } from '../errors.ts';
import { checkLevel, criticalValue, normalDensity, normalUpperTail } from '../normal.ts';
import { findRoot } from '../root.ts';
import { bonferroniCritical } from './bonferroni.ts';
import { integrate } from './integrate.ts';

/** Variances of the estimates: of the reference and of each group that is compared with it. */
export interface ReferenceVariances {
  readonly reference: number;
  readonly groups: readonly number[];
}

const reach = 9;
const tolerance = 1e-12;

/**
 * The critical value at which the intervals of all groups against one reference hold together: the quantile of the
 * largest |z|, whose correlations come from the shared reference.
 * C. W. Dunnett, "A multiple comparison procedure for comparing several treatments with a control", JASA 50 (1955);
 * unequal sizes: "New tables for multiple comparisons with a control", Biometrics 20 (1964).
 * @throws OmbudError OMBUD_E_STATS_COUNTS for a negative variance.
 */
export function dunnettCritical(level: number, variances: ReferenceVariances): number {
  checkLevel(level);
  checkVariances(variances);
  const comparisons = variances.groups.length;
  if (comparisons < 2) return criticalValue(level);
  const alpha = 1 - level;
  const excess = (z: number): number => Math.log(dunnettAdjustedP(z, variances) / alpha);
  return findRoot(excess, criticalValue(level), bonferroniCritical(level, comparisons), tolerance);
}

/**
 * The p-value of one comparison with the reference, adjusted for all of them: P(max |Z_i| > |z|).
 * One integral over the reference, given which the groups are independent.
 */
export function dunnettAdjustedP(z: number, variances: ReferenceVariances): number {
  checkVariances(variances);
  const limit = Math.abs(z);
  if (limit === 0) return 1;
  const factors = variances.groups.map((variance) => factorOf(variances.reference, variance));
  const integrand = (x: number): number => {
    let logAllInside = 0;
    for (const { shared, own } of factors) {
      const outside =
        normalUpperTail((limit - shared * x) / own) + normalUpperTail((limit + shared * x) / own);
      logAllInside += Math.log1p(-Math.min(1, outside));
    }
    return -normalDensity(x) * Math.expm1(logAllInside);
  };
  const to = limit + reach;
  return Math.min(1, 2 * integrate(integrand, 0, to, Math.ceil(to)));
}

/** Z_i = shared * Z_reference + own * (noise of its own), both standard deviations, whose squares sum to 1. */
function factorOf(reference: number, variance: number): { shared: number; own: number } {
  const sum = reference + variance;
  if (sum === 0) return { shared: 0, own: 1 };
  return { shared: Math.sqrt(reference / sum), own: Math.sqrt(variance / sum) };
}

function checkVariances({ reference, groups }: ReferenceVariances): void {
  const wrong = [reference, ...groups].find((variance) => !(variance >= 0 && Number.isFinite(variance)));
  if (wrong !== undefined) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'variance', { value: wrong });
}
