/** Numbers for people: enough digits to be true, no more. English grouping; a plain space before the percent sign. */

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** `12345.67` as `12,345.7`; a count of people, or a sum of weights. */
export function count(value: number): string {
  return grouped.format(value);
}

/** Digits after the point so that a number that is neither `floor` nor `ceiling` never reads as one of them. */
function digitsFor(distance: number, least: number): number {
  if (distance >= 0.95 * 10 ** -least || distance === 0) return least;
  return Math.min(12, Math.ceil(-Math.log10(distance)));
}

/**
 * A rate in [0, 1] as a percentage: `30.4 %`; a small one keeps a significant digit (`0.004 %`), and only an exact
 * 0 or 1 reads `0 %` or `100 %`. `null` reads `not measured`.
 */
export function percent(value: number | null): string {
  if (value === null) return 'not measured';
  if (value === 0 || value === 1) return `${value * 100} %`;
  const edge = Math.min(Math.abs(value), Math.abs(1 - value)) * 100;
  return `${(value * 100).toFixed(digitsFor(edge, 1))} %`;
}

/** A difference of rates in percentage points with its sign: `+4.2 points`, `−0.03 points`. */
export function points(value: number | null): string {
  if (value === null) return 'not measured';
  if (value === 0) return '0 points';
  const size = Math.abs(value) * 100;
  return `${value < 0 ? '−' : '+'}${size.toFixed(digitsFor(size, 1))} points`;
}

/** A ratio or an odds ratio: `0.79`, `1.84`, `0.004`, `12.3`. Never `1.00` when it is not 1 to the digits shown. */
export function ratio(value: number | null): string {
  if (value === null) return 'not measured';
  if (value === 0 || value === 1) return String(value);
  const distance = Math.min(Math.abs(value), Math.abs(value - 1));
  if (value >= 10) return value.toPrecision(3).includes('e') ? grouped.format(value) : value.toPrecision(3);
  return value.toFixed(Math.max(2, Math.min(6, digitsFor(distance, 2))));
}

/** A p value: `0.032`, `< 0.0001`. */
export function probability(p: number | null): string {
  if (p === null) return '';
  if (p < 0.0001) return '< 0.0001';
  return p.toFixed(p < 0.01 ? 4 : 3);
}

/** A confidence level: `95 %`. */
export function levelText(level: number): string {
  return `${Number((level * 100).toFixed(4))} %`;
}

/** A measured interval by a formatter, its unit once: `28.3 to 32.5 %`; an open end reads `no limit`. */
export function range(
  interval: { readonly low: number | null; readonly high: number | null } | null,
  format: (value: number) => string,
): string {
  if (interval === null) return '';
  const low = interval.low === null ? 'no limit' : format(interval.low);
  const high = interval.high === null ? 'no limit' : format(interval.high);
  const unit = / (?:%|points)$/.exec(high)?.[0];
  return `${unit !== undefined && low.endsWith(unit) ? low.slice(0, -unit.length) : low} to ${high}`;
}

/**
 * How many of how many, the same "out of" for every rate so that they can be compared by eye: 100, or the next power
 * of ten at which the smallest rate is at least 1 and no two different rates read the same.
 *
 * @param rates values in [0, 1]; @returns the common `of` and each rate's whole number
 * @example perHundred([0.304, 0.445]) // { of: 100, numbers: [30, 45] }
 */
export function perHundred(rates: readonly number[]): {
  readonly of: number;
  readonly numbers: readonly number[];
} {
  for (const of of [100, 1000, 10_000, 100_000]) {
    const numbers = rates.map((rate) => Math.round(rate * of));
    const honest = rates.every((rate, index) => {
      const shown = numbers[index] ?? 0;
      return (shown > 0 || rate === 0) && (shown < of || rate === 1);
    });
    const distinct = new Set(numbers).size === new Set(rates).size;
    if (honest && distinct) return { of, numbers };
  }
  return { of: 1_000_000, numbers: rates.map((rate) => Math.round(rate * 1_000_000)) };
}
