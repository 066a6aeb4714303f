import { numberTicks } from './number-ticks.ts';

/** An axis: where its ticks are and how a number becomes a place on it. */
export interface Scale {
  /** The ends of the axis; of rates 0 and at most 1. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly ticks: readonly number[];
  /** The place of a number as a percentage of the axis, `0` to `100`, one digit. */
  readonly at: (value: number) => string;
}

const steps = [1, 2, 2.5, 5, 10];

/** Rounds away the noise of adding binary fractions. */
function clean(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * The axis that holds every rate (values in [0, 1]) with about four steps; it starts at 0 so that lengths are true.
 * @param mirrored 0 stands at the right, for languages that are read from the right
 */
export function rateScale(rates: readonly number[], mirrored = false): Scale {
  const highest = Math.min(1, Math.max(0, ...rates)) || 1;
  const power = 10 ** Math.floor(Math.log10(highest / 4));
  const step = clean((steps.find((size) => size * power * 5 >= highest) ?? 10) * power);
  const most = Math.min(1, clean(Math.ceil(clean(highest / step)) * step));
  const ticks: number[] = [];
  for (let tick = 0; tick <= most + step / 1000; tick = clean(tick + step)) ticks.push(tick);
  return scaleOf({ least: 0, most, step, ticks }, mirrored);
}

/** The axis that holds every number. */
export function numberScale(values: readonly number[], mirrored = false): Scale {
  const ticks = numberTicks(values);
  const [least, next, most] = [ticks[0] ?? 0, ticks[1] ?? 1, ticks.at(-1) ?? 1];
  return scaleOf({ least, most, step: clean(next - least), ticks }, mirrored);
}

function scaleOf(axis: Omit<Scale, 'at'>, mirrored: boolean): Scale {
  const { least, most } = axis;
  const at = (value: number) => {
    const share = ((Math.max(least, Math.min(value, most)) - least) / (most - least)) * 100;
    return String(Number((mirrored ? 100 - share : share).toFixed(1)));
  };
  return { ...axis, at };
}

/** Which end of a text stands at a place (0 to 100) so that the text stays inside the picture. */
export function anchorAt(at: number, direction: 'ltr' | 'rtl'): 'start' | 'middle' | 'end' {
  if (at >= 30 && at <= 70) return 'middle';
  return at < 30 === (direction === 'ltr') ? 'start' : 'end';
}
