import type { Interval } from '@ombud/contract';

/** A share as a percentage: `percent(0.0645)` is "6.5 %". */
export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;

/** A difference of shares in percentage points: "3.2 points". */
export const points = (difference: number): string => `${(100 * difference).toFixed(1)} points`;

/** A count of people: "7,214". */
export const people = (count: number): string => count.toLocaleString('en');

/** An interval by the text of its ends: "95 % interval 6.8 % to 8.7 %". */
export function intervalText(interval: Interval | null, show: (value: number) => string): string {
  if (interval === null) return 'no interval';
  const end = (value: number | null) => (value === null ? 'no limit' : show(value));
  return `${Number((100 * interval.level).toFixed(2))} % interval ${end(interval.low)} to ${end(interval.high)}`;
}

/** Whether a test says that there is more than chance, at the usual 5 %. */
export const chanceText = (p: number): string =>
  p < 0.05 ? 'more than chance explains' : 'not more than chance explains';

/** "A, B and C". */
export const listText = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
