import type { Proportion } from '../types.ts';

/**
 * People with the same values in some columns, in two halves that were drawn apart beforehand by something that has nothing
 * to do with the outcome (a hash of the row or the person).
 */
export interface CubeCell {
  /** A value for each column asked for, in that order; `null` where it is missing. */
  readonly values: readonly (string | null)[];
  /** The half in which one looks around. */
  readonly explore: Proportion;
  /** The half in which one asks again. */
  readonly confirm: Proportion;
}

/** Counts people by any few columns; no columns give one cell of everybody. */
export type CubeProvider = (columns: readonly string[]) => readonly CubeCell[];

export type Half = 'explore' | 'confirm';

/** The counts of all column sets up to a depth, found again by their conditions. */
export interface Cube {
  readonly everybody: CubeCell;
  readonly sets: readonly { readonly columns: readonly string[]; readonly cells: readonly CubeCell[] }[];
  /** The cell of some columns (in the order of the cube) with some values. */
  readonly find: (columns: readonly string[], values: readonly (string | null)[]) => CubeCell | undefined;
}

const nobody: CubeCell = { values: [], explore: { events: 0, n: 0 }, confirm: { events: 0, n: 0 } };

/** Asks the provider for every set of up to `depth` columns. */
export function cubeOf(columns: readonly string[], depth: number, provide: CubeProvider): Cube {
  const sets = subsets(columns, depth).map((chosen) => ({ columns: chosen, cells: provide(chosen) }));
  const places = new Map(
    sets.map(({ columns: chosen, cells }) => [
      JSON.stringify(chosen),
      new Map(cells.map((cell) => [JSON.stringify(cell.values), cell])),
    ]),
  );
  return {
    everybody: provide([])[0] ?? nobody,
    sets,
    find: (chosen, values) => places.get(JSON.stringify(chosen))?.get(JSON.stringify(values)),
  };
}

/** Every set of 1 to `depth` columns, smaller sets first, each in the order of the columns. */
export function subsets(columns: readonly string[], depth: number): readonly (readonly string[])[] {
  let last: readonly (readonly string[])[] = [[]];
  const all: (readonly string[])[] = [];
  for (let size = 1; size <= Math.min(depth, columns.length); size++) {
    last = last.flatMap((chosen) => {
      const next = chosen.length === 0 ? 0 : columns.indexOf(chosen.at(-1) ?? '') + 1;
      return columns.slice(next).map((column) => [...chosen, column]);
    });
    all.push(...last);
  }
  return all;
}

/** The people of `whole` who are not in `part`. */
export function without(whole: Proportion, part: Proportion): Proportion {
  return { events: whole.events - part.events, n: whole.n - part.n };
}
