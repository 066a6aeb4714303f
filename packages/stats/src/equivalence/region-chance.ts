import type { Region } from './region.ts';

/** How many standard deviations around its mean a binomial distribution is followed. */
export const reach = 12;

/** Masses below this share of the largest one are left out; all of them together are below 1e-20. */
const negligible = 1e-25;

/** A stretch of the binomial distribution: all masses from `from` on that count, or their sums. */
interface Masses {
  readonly values: Float64Array;
  from: number;
  length: number;
}

/**
 * The probability of a region at two rates. Binomial masses are built from the mode by the ratios of neighbours, so that
 * no factorial costs digits, and only where they count: about 20 standard deviations. Arrays are kept between calls.
 * @returns a function of the rates of `a` and `b`.
 */
export function chanceOf(region: Region): (rateA: number, rateB: number) => number {
  const outer = masses(region.nOuter);
  const inner = masses(region.nInner);
  const lower = region.tail === 'lower';
  return (rateA, rateB) => {
    fill(outer, region.nOuter, region.outer === 'a' ? rateA : rateB);
    fill(inner, region.nInner, region.outer === 'a' ? rateB : rateA);
    accumulate(inner, lower);
    let chance = 0;
    for (let i = 0; i < outer.length; i++) {
      const end = region.ends[outer.from + i - region.from];
      // What lies outside the stretch is counted as inside the region: never too little.
      const tail = end === undefined ? 1 : lower ? sumUpTo(inner, end) : sumFrom(inner, end);
      chance += (outer.values[i] ?? 0) * tail;
    }
    return Math.min(1, chance);
  };
}

function masses(n: number): Masses {
  return { values: new Float64Array(n + 1), from: 0, length: 0 };
}

function fill(masses: Masses, n: number, rate: number): void {
  const { values } = masses;
  const mode = Math.min(n, Math.max(0, Math.floor((n + 1) * rate)));
  masses.from = mode;
  masses.length = 1;
  values[0] = 1;
  if (rate <= 0 || rate >= 1) return;
  const odds = rate / (1 - rate);
  let first = mode;
  for (let mass = 1; first > 0 && mass > negligible; first--) mass *= first / ((n - first + 1) * odds);
  let mass = 1;
  let sum = 1;
  values[mode - first] = 1;
  for (let x = mode; x > first; x--) {
    mass *= x / ((n - x + 1) * odds);
    values[x - 1 - first] = mass;
    sum += mass;
  }
  mass = 1;
  let x = mode;
  for (; x < n && mass > negligible; x++) {
    mass *= ((n - x) * odds) / (x + 1);
    values[x + 1 - first] = mass;
    sum += mass;
  }
  masses.from = first;
  masses.length = x - first + 1;
  for (let i = 0; i < masses.length; i++) values[i] = (values[i] ?? 0) / sum;
}

/** Turns masses into the sums from the end that the tail starts at, so that small tails keep their digits. */
function accumulate({ values, length }: Masses, lower: boolean): void {
  if (lower) for (let i = 1; i < length; i++) values[i] = (values[i] ?? 0) + (values[i - 1] ?? 0);
  else for (let i = length - 2; i >= 0; i--) values[i] = (values[i] ?? 0) + (values[i + 1] ?? 0);
}

function sumUpTo({ values, from, length }: Masses, end: number): number {
  const i = end - from;
  if (i < 0) return 0;
  return i >= length - 1 ? 1 : (values[i] ?? 0);
}

function sumFrom({ values, from, length }: Masses, end: number): number {
  const i = end - from;
  if (i <= 0) return 1;
  return i >= length ? 0 : (values[i] ?? 0);
}
