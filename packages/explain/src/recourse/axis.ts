import type { ColumnCells } from './column-cells.ts';
import { costOf, followed, type Lever, standing } from './lever.ts';
import { nearestInside } from './round-value.ts';

/**
 * What one lever can do for one person: the values worth naming, in order, each with its cost. Between two of them the
 * model does not change its mind.
 */
export interface Axis {
  readonly lever: Lever;
  readonly values: Float64Array;
  readonly costs: Float64Array;
  /** The place of the person's own value. */
  readonly here: number;
  /** For each column that the lever moves: the cell of that column at each place, and whether it never falls. */
  readonly moved: readonly Moved[];
  /** The model's cell around each value, for numbers: above `over` up to `to`; categories stand at a point. */
  readonly over: Float64Array;
  readonly to: Float64Array;
}

export interface Moved {
  readonly column: number;
  readonly cells: Int32Array;
  readonly rising: boolean;
}

/** Where a rule of the world changes its answer the axis is cut too, so that a cell is all allowed or all not. */
export interface ExtraCuts {
  readonly values: readonly number[];
  /** Each step of the lever is a place of its own. */
  readonly everyStep: boolean;
}

/** More steps than this are not looked at one by one. */
const mostSteps = 5000;

interface Place {
  readonly value: number;
  readonly over: number;
  readonly to: number;
}

/**
 * @param row the person
 * @param extra where else to cut
 * @returns null where the person's own value is missing: nobody can act on what is not known
 */
export function axisOf(
  lever: Lever,
  row: Float64Array,
  cells: readonly ColumnCells[],
  extra: ExtraCuts,
): Axis | null {
  const start = standing(lever, row);
  if (Number.isNaN(start)) return null;
  const places =
    lever.kind === 'category'
      ? [...new Set([...lever.codes, start])].sort((a, b) => a - b).map(point)
      : numberPlaces(lever, start, row, cells, extra);
  const moved = [
    ...(lever.column < 0 ? [] : [{ column: lever.column, at: (value: number) => value }]),
    ...lever.followers.map((follower) => ({
      column: follower.column,
      at: (value: number) => followed(follower, row[follower.column] ?? Number.NaN, value - start),
    })),
  ].map(({ column, at }) => {
    const standsIn = Int32Array.from(places, ({ value }) => cells[column]?.cellOf(at(value)) ?? 0);
    const rising = standsIn.every((cell, place) => place === 0 || cell >= (standsIn[place - 1] ?? 0));
    return { column, cells: standsIn, rising };
  });
  return {
    lever,
    values: Float64Array.from(places, ({ value }) => value),
    costs: Float64Array.from(places, ({ value }) => costOf(lever, start, value)),
    here: places.findIndex(({ value }) => value === start),
    moved,
    over: Float64Array.from(places, ({ over }) => over),
    to: Float64Array.from(places, ({ to }) => to),
  };
}

const point = (value: number): Place => ({ value, over: value, to: value });

/** The cuts of every column that the lever moves, on the lever's own scale. */
function cutsOn(
  lever: Lever,
  start: number,
  row: Float64Array,
  cells: readonly ColumnCells[],
  extra: ExtraCuts,
): Float64Array {
  const own = lever.column < 0 ? [] : [...(cells[lever.column]?.cuts ?? [])];
  const theirs = lever.followers.flatMap(({ column, ratio, whole }) =>
    [...(cells[column]?.cuts ?? [])].flatMap((cut) => {
      const away = cut - (row[column] ?? Number.NaN);
      if (Number.isNaN(away)) return [];
      // A whole follower turns where the next full unit is reached, just after which comes the step of its driver.
      const at = start + (whole ? Math.floor(away) + 1 : away) / ratio;
      return whole ? [at - Math.abs(at) * 1e-12, at] : [at];
    }),
  );
  return Float64Array.from(
    new Set([...own, ...theirs, ...extra.values, ...stepsOf(lever, start, extra)]),
  ).sort();
}

function stepsOf(lever: Lever, start: number, { everyStep }: ExtraCuts): number[] {
  if (!everyStep || lever.kind !== 'number' || lever.step === null) return [];
  const from = Math.ceil(Math.min(lever.low, start) / lever.step);
  const count = Math.floor(Math.max(lever.high, start) / lever.step) - from + 1;
  const step = lever.step;
  return count > mostSteps ? [] : Array.from({ length: count }, (_, i) => (from + i) * step);
}

function numberPlaces(
  lever: Lever & { readonly kind: 'number' },
  start: number,
  row: Float64Array,
  cells: readonly ColumnCells[],
  extra: ExtraCuts,
): Place[] {
  const low = lever.change === 'up' ? start : Math.min(lever.low, start);
  const high = lever.change === 'down' ? start : Math.max(lever.high, start);
  const cuts = cutsOn(lever, start, row, cells, extra);
  const places: Place[] = [];
  for (let cell = 0; cell <= cuts.length; cell++) {
    const over = cuts[cell - 1] ?? Number.NEGATIVE_INFINITY;
    const to = cuts[cell] ?? Number.POSITIVE_INFINITY;
    if (to < low) continue;
    if (over >= high) break;
    if (start > over && start <= to) places.push({ value: start, over, to });
    else {
      // The person may stand outside of the permitted range: a plan leads into it, never further out.
      const span = { over, to, low: Math.max(low, lever.low), high: Math.min(high, lever.high) };
      const value = nearestInside(span, start <= over, lever.step);
      if (!Number.isNaN(value)) places.push({ value, over, to });
    }
  }
  return places;
}
