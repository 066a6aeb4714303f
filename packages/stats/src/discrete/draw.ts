import mt19937 from '@stdlib/random-base-mt19937';
import { logChoose } from './log-factorials.ts';
import { hypergeometric, type Unimodal } from './unimodal.ts';

/** Uniform numbers in [0, 1). */
export type Uniform = () => number;

const seeds = 4294967295;

/**
 * A stream of uniform numbers that the seed fixes: Mersenne Twister, two draws for 53 bits as in its reference
 * implementation (M. Matsumoto and T. Nishimura 1998). Any finite seed is taken.
 */
export function uniformStream(seed: number): Uniform {
  const bits = mt19937.factory({ seed: (Math.trunc(Math.abs(seed)) % (seeds - 1)) + 1 });
  return () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
}

/** An event of probability `p` in [0, 1], as its draws use it. */
export interface Chance {
  readonly p: number;
  readonly odds: number;
  readonly logP: number;
  readonly logQ: number;
}

/** Made once for many draws of the same event. */
export const chanceOf = (p: number): Chance => ({
  p,
  odds: p / (1 - p),
  logP: Math.log(p),
  logQ: Math.log1p(-p),
});

/**
 * One binomial draw. Not the one of @stdlib/random-base-binomial 0.2.2, whose variance is 8 % too small at n = 100 and
 * p = 0.3.
 * @param n a whole number >= 0.
 * @param p in [0, 1].
 */
export function drawBinomial(uniform: Uniform, n: number, p: number): number {
  return drawBinomialOf(uniform, n, chanceOf(p));
}

/** `drawBinomial` of a chance that was prepared; a bootstrap asks tens of thousands of times, so nothing is made in it. */
export function drawBinomialOf(uniform: Uniform, n: number, chance: Chance): number {
  const { p } = chance;
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const atMode = logBinomial(n, mode, chance);
  return n * p * (1 - p) < wide
    ? binomialFromMode(uniform, n, chance, mode, Math.exp(atMode))
    : binomialByRatio(uniform, n, chance, atMode);
}

const logBinomial = (n: number, x: number, { logP, logQ }: Chance): number =>
  logChoose(n, x) + x * logP + (n - x) * logQ;

/** `drawFromMode`, its ratios written out. */
function binomialFromMode(
  uniform: Uniform,
  n: number,
  { odds }: Chance,
  mode: number,
  massOfMode: number,
): number {
  let left = uniform() - massOfMode;
  let x = mode;
  let up = massOfMode;
  let y = mode;
  let down = massOfMode;
  while (left >= 0 && (up > 0 || down > 0)) {
    up = x < n ? up * (((n - x) / (x + 1)) * odds) : 0;
    x += 1;
    left -= up;
    if (left < 0) return x;
    down = y > 0 ? down / (((n - y + 1) / y) * odds) : 0;
    y -= 1;
    left -= down;
    if (left < 0) return y;
  }
  return mode;
}

/** `drawByRatio`, its mass written out. */
function binomialByRatio(uniform: Uniform, n: number, chance: Chance, atMode: number): number {
  const centre = n * chance.p + 0.5;
  const width = widthOf(n * chance.p * (1 - chance.p));
  for (;;) {
    const u = 1 - uniform();
    const x = Math.floor(centre + (width * (uniform() - 0.5)) / u);
    if (x >= 0 && x <= n && 2 * Math.log(u) <= logBinomial(n, x, chance) - atMode) return x;
  }
}

/** One hypergeometric draw: how many of `drawn` people have the event when `events` of `people` have it. */
export function drawHypergeometric(uniform: Uniform, events: number, people: number, drawn: number): number {
  const others = people - events;
  const all = logChoose(people, drawn);
  const logMass = (x: number): number => logChoose(events, x) + logChoose(others, drawn - x) - all;
  const mean = people === 0 ? 0 : (drawn * events) / people;
  const variance = people < 2 ? 0 : (mean * (others / people) * (people - drawn)) / (people - 1);
  return draw(uniform, hypergeometric(events, people, drawn), logMass, mean, variance);
}

type LogMass = (x: number) => number;

/** Up to this variance inversion takes fewer steps than a rejection costs. */
const wide = 100;

function draw(
  uniform: Uniform,
  distribution: Unimodal,
  logMass: LogMass,
  mean: number,
  variance: number,
): number {
  const atMode = logMass(distribution.mode);
  return variance < wide
    ? drawFromMode(uniform, distribution, Math.exp(atMode))
    : drawByRatio(uniform, distribution, logMass, atMode, mean, variance);
}

/**
 * Exact inversion that starts at the mode and looks up and down in turn: about as many steps as the standard deviation.
 * C. D. Kemp, "A modal method for generating binomial variables", Communications in Statistics 15 (1986); V.
 * Kachitvichyanukul and B. Schmeiser, J. Statistical Computation and Simulation 22 (1985).
 */
function drawFromMode(uniform: Uniform, distribution: Unimodal, massOfMode: number): number {
  const { lowest, highest, mode, ratio } = distribution;
  let left = uniform() - massOfMode;
  let x = mode;
  let up = massOfMode;
  let y = mode;
  let down = massOfMode;
  while (left >= 0 && (up > 0 || down > 0)) {
    up = x < highest ? up * ratio(x) : 0;
    x += 1;
    left -= up;
    if (left < 0) return x;
    down = y > lowest ? down / ratio(y - 1) : 0;
    y -= 1;
    left -= down;
    if (left < 0) return y;
  }
  return mode;
}

const hatSlope = 2 * Math.sqrt(2 / Math.E);
const hatShift = 3 - 2 * Math.sqrt(3 / Math.E);
const widthOf = (variance: number): number => hatSlope * Math.sqrt(variance + 0.5) + hatShift;

/**
 * Exact rejection by the ratio of two uniform numbers: the same few steps however wide the distribution is.
 * E. Stadlober, "The ratio of uniforms approach for generating discrete random variates", J. Computational and Applied
 * Mathematics 31 (1990).
 * @param atMode the logarithm of the mass of the mode.
 */
function drawByRatio(
  uniform: Uniform,
  { lowest, highest }: Unimodal,
  logMass: LogMass,
  atMode: number,
  mean: number,
  variance: number,
): number {
  const centre = mean + 0.5;
  const width = widthOf(variance);
  for (;;) {
    const u = 1 - uniform();
    const x = Math.floor(centre + (width * (uniform() - 0.5)) / u);
    if (x >= lowest && x <= highest && 2 * Math.log(u) <= logMass(x) - atMode) return x;
  }
}
