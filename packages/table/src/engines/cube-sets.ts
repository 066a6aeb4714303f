import type { CubeQuery } from './engine.ts';

/** Every set of so many columns, or the one of all where there are fewer. */
export function setsOf({ columns, depth }: CubeQuery): readonly (readonly number[])[] {
  const size = Math.min(depth, columns.length);
  const grow = (chosen: readonly number[], from: number): (readonly number[])[] =>
    chosen.length === size
      ? [chosen]
      : columns.flatMap((_, i) => (i < from ? [] : grow([...chosen, i], i + 1)));
  return grow([], 0);
}
