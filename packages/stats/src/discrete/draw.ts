import lgamma from '@stdlib/math-base-special-gammaln';
import mt19937 from '@stdlib/random-base-mt19937';
import { binomial, hypergeometric, type Unimodal } from './unimodal.ts';

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

/**
 * One binomial draw. Not the one of @stdlib/random-base-binomial 0.2.2, whose variance is 8 % too small at n = 100 and
 * p = 0.3.
 * @param n a whole number >= 0.
 * @param p in [0, 1].
 */
export function drawBinomial(uniform: Uniform, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  const logP = Math.log(p);
  const logQ = Math.log1p(-p);
  const logMass = (x: number): number => logChoose(n, x) + x * logP + (n - x) * logQ;
  return draw(uniform, binomial(n, p), logMass, n * p, n * p * (1 - p));
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
  const width = hatSlope * Math.sqrt(variance + 0.5) + hatShift;
  for (;;) {
    const u = 1 - uniform();
    const x = Math.floor(centre + (width * (uniform() - 0.5)) / u);
    if (x >= lowest && x <= highest && 2 * Math.log(u) <= logMass(x) - atMode) return x;
  }
}

/** Tests and draws ask for the factorials of the same few thousand numbers again and again. */
const kept = new Float64Array(1 << 16);

function logFactorial(n: number): number {
  const known = kept[n];
  if (known) return known;
  const value = lgamma(n + 1);
  if (Number.isInteger(n) && n < kept.length) kept[n] = value;
  return value;
}

/** The logarithm of the binomial coefficient. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
