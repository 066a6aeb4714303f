/**
 * The value that a plan names out of an interval: the nearest to where the person stands, a safe step inside (a value on
 * the very edge flips in one library and not in another), and with few digits.
 */

/** The values that may be named: above `over` (not included) up to `to`, and within the permitted `low` to `high`. */
export interface Span {
  readonly over: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

const mostDigits = 12;
const tidy = (value: number): number => Number(value.toPrecision(15));

/** The smallest number that `floor` allows with as few decimals as `ceiling` allows. */
function fewestDigits(floor: number, ceiling: number, up: boolean): number {
  for (let digits = 0; digits <= mostDigits; digits++) {
    const scale = 10 ** digits;
    const value = Number(
      ((up ? Math.ceil(floor * scale) : Math.floor(ceiling * scale)) / scale).toFixed(digits),
    );
    if (value >= floor && value <= ceiling) return value;
  }
  return up ? floor : ceiling;
}

function onSteps({ over, to, low, high }: Span, step: number, up: boolean): number {
  const value = up
    ? tidy(Math.max(Math.floor(over / step) + 1, Math.ceil(low / step)) * step)
    : tidy(Math.floor(Math.min(to, high) / step) * step);
  return value > over && value <= to && value >= low && value <= high ? value : Number.NaN;
}

/**
 * @param span what may be named
 * @param up the person comes from below
 * @param step multiples of this only; null: any number
 * @returns NaN where the span holds no value
 * @example nearestInside({ over: 40, to: 55, low: 0, high: 100 }, true, 1) // 41
 * @example nearestInside({ over: 0.4172, to: 0.5, low: 0, high: 1 }, true, null) // 0.418
 */
export function nearestInside(span: Span, up: boolean, step: number | null): number {
  if (step !== null) return onSteps(span, step, up);
  const { over, to, low, high } = span;
  const bottom = Math.max(over, low);
  const top = Math.min(to, high);
  if (top < bottom || top <= over) return Number.NaN;
  const width = top - bottom;
  const size = Math.max(Math.abs(up ? bottom : top), 1e-3);
  const safe = Math.min(width / 4, size * 1e-5);
  const reach = Math.min(width / 2, size * 2e-3);
  const value = up
    ? low > over
      ? low
      : fewestDigits(bottom + safe, bottom + safe + reach, true)
    : high < to
      ? high
      : fewestDigits(top - safe - reach, top - safe, false);
  return value > over && value <= to ? value : top;
}
