/**
 * Sums of fractions depend on their order in the last digit, and engines with many threads or machines have no order. So
 * fractions are counted in whole steps of a power of two, small enough that the largest number keeps all its digits:
 * whole numbers have the same sum in every order.
 */
import type { Dialect } from './relation.ts';
import { double } from './text.ts';

/** Numbers are counted in steps of 2^-exponent. */
export type Exponent = number;

/** A sum of as many numbers as there are people on earth fits into 127 bits, which every engine has. */
const bits = 62;
/** A power of two that is an ordinary double. */
const mostExponent = 1000;

/** The steps in which numbers up to a greatest are counted. @param greatest of their absolute values */
export function exponentFor(greatest: number): Exponent {
  if (!(greatest > 0)) return 0;
  const exponent = bits - 1 - Math.floor(Math.log2(greatest));
  return Math.max(-mostExponent, Math.min(mostExponent, exponent));
}

/** SQL of the exact sum of a number, in steps. */
export const stepSum = ({ wholeSum }: Dialect, number: string, exponent: Exponent): string =>
  wholeSum(`CAST(floor((${number}) * ${double(2 ** exponent)}) AS BIGINT)`);

/** Bits that the low part of a number in steps has. */
const lowBits = 30;

/**
 * SQL of the same sum as a double, rounded once: engines turn their largest whole numbers into doubles each in its own way, so
 * it is put together of two that are exact.
 */
export function roundedSum(dialect: Dialect, number: string, exponent: Exponent): string {
  const high = stepSum(dialect, number, exponent - lowBits);
  const above = `floor((${number}) * ${double(2 ** (exponent - lowBits))}) * ${double(2 ** lowBits)}`;
  const low = dialect.wholeSum(`CAST(floor((${number}) * ${double(2 ** exponent)} - ${above}) AS BIGINT)`);
  const scaled = (sum: string, power: number) => `CAST(${sum} AS DOUBLE PRECISION) * ${double(2 ** power)}`;
  return `(${scaled(high, lowBits - exponent)} + ${scaled(low, -exponent)})`;
}

/** What a sum in steps is worth. @param steps as the engine answered: its whole numbers are larger than ours */
export function sumOf(steps: unknown, exponent: Exponent): number {
  const whole = typeof steps === 'bigint' ? steps : BigInt(String(steps ?? 0));
  return Number(whole) * 2 ** -exponent;
}
