import { checkLevel, criticalValue, normalDensity, normalUpperTail } from '../normal.ts';
import { findRoot } from '../root.ts';
import { bonferroniCritical } from './bonferroni.ts';
import { integrate } from './integrate.ts';

/** The integrand lives within this distance of the middle; beyond it the normal density is below 1e-18. */
const reach = 9;
const panels = 12;
const tolerance = 1e-13;

/**
 * The critical value at which the intervals of all pairs among `groups` estimates hold together: the quantile of the
 * studentised range (infinite degrees of freedom) over the square root of 2. With unequal sizes it is conservative
 * (A. J. Hayter, "A proof of the conjecture that the Tukey-Kramer multiple comparisons procedure is conservative",
 * Annals of Statistics 12, 1984).
 * @param groups how many estimates, 2 or more; with 2 it is the ordinary critical value.
 * @example tukeyCritical(0.95, 3) // 2.344
 */
export function tukeyCritical(level: number, groups: number): number {
  checkLevel(level);
  if (groups <= 2) return criticalValue(level);
  const key = `${level}/${groups}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const alpha = 1 - level;
  const pairs = (groups * (groups - 1)) / 2;
  const excess = (z: number): number => Math.log(tukeyAdjustedP(z, groups) / alpha);
  const found = findRoot(excess, criticalValue(level), bonferroniCritical(level, pairs), tolerance);
  memory.set(key, found);
  return found;
}

/** The same few levels and numbers of groups are asked for again and again. */
const memory = new Map<string, number>();

/** Up to this range the integral is a sum on fixed nodes; beyond it the peak wanders off and needs its own. */
const near = 9;
const step = 0.15;

interface Node {
  readonly x: number;
  /** Chance that one other value lies below x. */
  readonly below: number;
  /** Step times density of the largest value at x. */
  readonly weight: number;
}

/** The part of the integrand that depends on the number of groups alone, once for each number. */
const nodesOf = new Map<number, readonly Node[]>();

function nodes(groups: number): readonly Node[] {
  const known = nodesOf.get(groups);
  if (known) return known;
  const made: Node[] = [];
  for (let x = -reach; x <= reach; x += step) {
    const below = normalUpperTail(-x);
    const weight = groups * step * normalDensity(x) * below ** (groups - 1);
    if (weight > Number.MIN_VALUE) made.push({ x, below, weight });
  }
  nodesOf.set(groups, made);
  return made;
}

/**
 * The p-value of one pair among `groups`, adjusted for all pairs: P(range > |z| sqrt 2) of independent normal values.
 * J. W. Tukey 1953; the integral as in H. O. Hartley, Biometrika 32 (1942). Exact far into the tail.
 * @param z the statistic of the pair.
 */
export function tukeyAdjustedP(z: number, groups: number): number {
  const range = Math.abs(z) * Math.SQRT2;
  if (range === 0 || groups < 2) return 1;
  return Math.min(1, range <= near ? sumNear(range, groups) : integrateFar(range, groups));
}

/** With the largest value at a point, of which `below` is the chance to be lower: not all others lie within the range. */
const someTooFar = (tooFar: number, others: number): number => -Math.expm1(others * Math.log1p(-tooFar));

/** The trapezoid sum, which converges exponentially for a smooth function that dies out at both ends. */
function sumNear(range: number, groups: number): number {
  let p = 0;
  for (const { x, below, weight } of nodes(groups))
    p += weight * someTooFar(normalUpperTail(range - x) / below, groups - 1);
  return p;
}

function integrateFar(range: number, groups: number): number {
  const others = groups - 1;
  const integrand = (x: number): number => {
    const below = normalUpperTail(-x);
    return below === 0
      ? 0
      : normalDensity(x) * below ** others * someTooFar(normalUpperTail(range - x) / below, others);
  };
  return groups * integrate(integrand, range / 2 - reach, range / 2 + reach, panels);
}
