/** From numbers to places, with round numbers to mark. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/**
 * An axis from `start` to `end` that holds the values and has about five marks.
 * Source: the "nice numbers" of Heckbert, Graphics Gems, 1990.
 */
export function axisOf(values: readonly number[], start: number, end: number): Axis {
  const finite = values.filter(Number.isFinite);
  const lowest = finite.reduce((low, value) => Math.min(low, value), finite[0] ?? 0);
  const highest = finite.reduce((high, value) => Math.max(high, value), finite[0] ?? 0);
  const spread = highest - lowest || Math.abs(highest) || 1;
  const step = niceStep(spread / 5);
  const from = Math.floor(lowest / step) * step;
  const to = Math.max(from + step, Math.ceil(highest / step) * step);
  const count = Math.round((to - from) / step);
  return {
    at: (value) => start + ((value - from) / (to - from)) * (end - start),
    ticks: Array.from({ length: count + 1 }, (_, k) => from + k * step),
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10) * power;
}
