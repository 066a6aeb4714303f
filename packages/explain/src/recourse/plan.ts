import { decodeCell, type Model } from '@ombud/model';
import type { Search } from './exact.ts';
import { type Lever, pull, standing } from './lever.ts';
import type { Change, Plan } from './outcome.ts';
import { blockAround, valuesOf } from './ranges.ts';

type Probability = (row: Float64Array) => number;

/** A plan of places on the axes, as a person reads it. */
export function planAtPlaces(
  model: Model,
  search: Search,
  row: Float64Array,
  set: readonly number[],
  places: readonly number[],
  ranges: boolean,
  probability: Probability,
): Plan {
  const { axes } = search.reach;
  const values = set.map((lever, i) => axes[lever]?.values[places[i] ?? 0] ?? Number.NaN);
  const cost = set.reduce((sum, lever, i) => sum + (axes[lever]?.costs[places[i] ?? 0] ?? 0), 0);
  const block = ranges
    ? blockAround(search, set, places)
    : places.map((place) => ({ low: place, high: place }));
  const plan = planAtValues(model, search.levers, row, set, values, cost, probability);
  const changes = plan.changes.map((change, i) => {
    const axis = axes[set[i] ?? -1];
    const range = block[i];
    return axis === undefined || range === undefined ? change : { ...change, range: valuesOf(axis, range) };
  });
  return { ...plan, changes };
}

/** A plan of values, as a person reads it, without ranges. */
export function planAtValues(
  model: Model,
  levers: readonly Lever[],
  row: Float64Array,
  set: readonly number[],
  values: readonly number[],
  cost: number,
  probability: Probability,
): Plan {
  const changed = Float64Array.from(row);
  const changes = set.flatMap((index, i): Change[] => {
    const lever = levers[index];
    if (lever === undefined) return [];
    const to = values[i] ?? Number.NaN;
    pull(lever, changed, row, to);
    return [changeOf(model, lever, row, changed, to)];
  });
  return { changes, cost, score: probability(changed), row: changed };
}

function changeOf(model: Model, lever: Lever, row: Float64Array, changed: Float64Array, to: number): Change {
  const feature = model.features[lever.column];
  const read = (value: number): string | number | null =>
    feature === undefined ? value : decodeCell(feature, value);
  return {
    column: lever.name,
    from: read(standing(lever, row)),
    to: read(to) ?? to,
    range: null,
    moves: lever.followers.flatMap(({ column }) => {
      const from = row[column] ?? Number.NaN;
      const name = model.features[column]?.name;
      return name === undefined || Number.isNaN(from)
        ? []
        : [{ column: name, from, to: changed[column] ?? from }];
    }),
  };
}
