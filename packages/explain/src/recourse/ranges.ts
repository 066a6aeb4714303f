import type { Axis } from './axis.ts';
import type { Search } from './exact.ts';
import { nearestInside } from './round-value.ts';

export interface PlaceRange {
  /** First and last place that do as well. */
  readonly low: number;
  readonly high: number;
}

/** A look at the model is cheap, but not free. */
const mostLooks = 4000;

/**
 * Grows a plan to a block: each lever may stand anywhere in its range, whatever the others do in theirs, and the decision is
 * still the other one. Levers grow in turn, away from where the person stands first; categories do not grow.
 *
 * @param set levers
 * @param places where the plan puts them
 */
export function blockAround(
  { reach, question, world }: Search,
  set: readonly number[],
  places: readonly number[],
): readonly PlaceRange[] {
  const ranges = places.map((place) => ({ low: place, high: place }));
  const axes = set.map((lever) => reach.axes[lever]);
  let looks = 0;
  const works = (at: readonly number[]): boolean => {
    looks++;
    const values = at.map((place, i) => axes[i]?.values[place] ?? Number.NaN);
    return world.allows(set, values) && question.flips(set, at);
  };
  const grown = (side: number, to: number): boolean => {
    const block = ranges.map(({ low, high }, i) => (i === side ? { low: to, high: to } : { low, high }));
    const size = block.reduce((product, { low, high }) => product * (high - low + 1), 1);
    return looks + size <= mostLooks && everyPlace(block, works);
  };
  const open = set.flatMap((_, side): Growth[] => {
    const axis = axes[side];
    if (axis === undefined || axis.lever.kind === 'category') return [];
    const away = (places[side] ?? 0) > axis.here ? 1 : -1;
    return [
      { side, step: away, axis },
      { side, step: -away, axis },
    ];
  });
  while (open.length > 0) {
    const next = open.shift();
    if (next === undefined) break;
    const range = ranges[next.side];
    if (range === undefined) break;
    const to = next.step > 0 ? range.high + 1 : range.low - 1;
    if (to < 0 || to >= next.axis.values.length || to === next.axis.here || !grown(next.side, to)) continue;
    if (next.step > 0) range.high = to;
    else range.low = to;
    open.push(next);
  }
  return ranges;
}

interface Growth {
  readonly side: number;
  readonly step: number;
  readonly axis: Axis;
}

function everyPlace(block: readonly PlaceRange[], works: (at: readonly number[]) => boolean): boolean {
  const at = block.map(({ low }) => low);
  for (;;) {
    if (!works(at)) return false;
    let side = 0;
    for (; side < block.length; side++) {
      const next = (at[side] ?? 0) + 1;
      if (next <= (block[side]?.high ?? 0)) {
        at[side] = next;
        break;
      }
      at[side] = block[side]?.low ?? 0;
    }
    if (side === block.length) return true;
  }
}

/** The values of a range of places as a person reads them; null where only the permitted range bounds them. */
export function valuesOf(
  axis: Axis,
  { low, high }: PlaceRange,
): { readonly low: number | null; readonly high: number | null } | null {
  const { lever, here, values, over, to } = axis;
  if (lever.kind === 'category') return null;
  const edge = (place: number, up: boolean): number => {
    const span = { over: over[place] ?? 0, to: to[place] ?? 0, low: lever.low, high: lever.high };
    const value = nearestInside(span, up, lever.step);
    return Number.isNaN(value) ? (values[place] ?? 0) : value;
  };
  const first = low === 0 && low < here ? null : low > here ? (values[low] ?? 0) : edge(low, true);
  const last =
    high === values.length - 1 && high > here ? null : high < here ? (values[high] ?? 0) : edge(high, false);
  return { low: first, high: last };
}
