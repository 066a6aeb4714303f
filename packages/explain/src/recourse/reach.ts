import type { Axis, Moved } from './axis.ts';
import type { LeafBoxes } from './leaf-boxes.ts';

/** How many changes the exact method looks at together. */
export const mostChanges = 3;

/**
 * The leaves that a person can reach with at most three changes. A leaf stands in the group of exactly those levers that
 * must move for it; its box says on which places of which axes it holds, and holds everywhere on the other axes.
 */
export interface Reach {
  readonly axes: readonly Axis[];
  /** Leaves by the levers that must move, see `groupKeyOf`. */
  readonly groups: ReadonlyMap<number, readonly ReachableLeaf[]>;
  readonly base: number;
  readonly trees: number;
}

export interface ReachableLeaf {
  readonly tree: number;
  readonly value: number;
  /** By lever: first and last place of each run, in order; levers that are not named hold everywhere. */
  readonly box: readonly Bounds[];
}

export interface Bounds {
  readonly lever: number;
  readonly low: number;
  readonly high: number;
}

/** The name of a set of at most three levers, given in increasing order; -1 is none. */
export const groupKeyOf = (count: number, a: number, b: number, c: number): number =>
  ((a + 1) * (count + 1) + (b + 1)) * (count + 1) + (c + 1);

/** A leaf with the levers that must move before it can hold. */
interface Reached extends ReachableLeaf {
  readonly must: readonly number[];
}

/**
 * All leaves that a person can reach by moving at most so many levers.
 * @param row the person
 * @param axes what each lever can do for them
 * @param most how many levers may move
 */
export function reachableLeaves(
  boxes: LeafBoxes,
  row: Float64Array,
  axes: readonly Axis[],
  most: number,
): readonly Reached[] {
  const standing = Int32Array.from(boxes.cells, ({ cellOf }, column) => cellOf(row[column] ?? Number.NaN));
  const leverOf = new Int32Array(boxes.cells.length).fill(-1);
  const movedOf: (Moved | undefined)[] = boxes.cells.map(() => undefined);
  axes.forEach(({ moved }, lever) => {
    for (const one of moved) {
      leverOf[one.column] = lever;
      movedOf[one.column] = one;
    }
  });
  const reached: Reached[] = [];
  for (let leaf = 0; leaf < boxes.tree.length; leaf++) {
    const must = mustMove(boxes, leaf, standing, leverOf, most);
    if (must === null) continue;
    const box = boxOf(boxes, leaf, leverOf, movedOf);
    if (box === null) continue;
    reached.push({ must, box, tree: boxes.tree[leaf] ?? 0, value: boxes.value[leaf] ?? 0 });
  }
  return reached;
}

/** The leaves within three changes, by the levers that must move. */
export function reachOf(boxes: LeafBoxes, row: Float64Array, axes: readonly Axis[]): Reach {
  const groups = new Map<number, ReachableLeaf[]>();
  for (const leaf of reachableLeaves(boxes, row, axes, mostChanges)) {
    const [a = -1, b = -1, c = -1] = leaf.must;
    const key = groupKeyOf(axes.length, a, b, c);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leaf]);
    else group.push(leaf);
  }
  return { axes, groups, base: boxes.base, trees: boxes.trees };
}

/** The levers that must move before a leaf can hold, in increasing order; null where it is out of reach. */
function mustMove(
  { start, column, missing, runStart, low, high }: LeafBoxes,
  leaf: number,
  standing: Int32Array,
  leverOf: Int32Array,
  most: number,
): readonly number[] | null {
  const must: number[] = [];
  for (let c = start[leaf] ?? 0; c < (start[leaf + 1] ?? 0); c++) {
    const cell = standing[column[c] ?? 0] ?? -1;
    if (cell < 0 ? missing[c] === 1 : inRuns(cell, runStart[c] ?? 0, runStart[c + 1] ?? 0, low, high))
      continue;
    const lever = leverOf[column[c] ?? 0] ?? -1;
    if (cell < 0 || lever < 0) return null;
    if (must.includes(lever)) continue;
    if (must.length === most) return null;
    must.push(lever);
  }
  return must.length > 1 ? must.sort((a, b) => a - b) : must;
}

function inRuns(cell: number, from: number, to: number, low: Int32Array, high: Int32Array): boolean {
  for (let run = from; run < to; run++) if (cell >= (low[run] ?? 0) && cell <= (high[run] ?? 0)) return true;
  return false;
}

/** Where a leaf holds on the axes; null where it holds at no place of some axis. */
function boxOf(
  boxes: LeafBoxes,
  leaf: number,
  leverOf: Int32Array,
  movedOf: readonly (Moved | undefined)[],
): readonly Bounds[] | null {
  let box: Bounds[] = [];
  for (let c = boxes.start[leaf] ?? 0; c < (boxes.start[leaf + 1] ?? 0); c++) {
    const column = boxes.column[c] ?? 0;
    const lever = leverOf[column] ?? -1;
    const moved = movedOf[column];
    // A follower whose own value is missing stays missing wherever its driver goes.
    if (moved === undefined || (moved.cells[0] ?? 0) < 0) continue;
    const runs = runsOn(boxes, c, lever, moved);
    if (runs.length === 0) return null;
    if (runs.length === 1 && runs[0]?.low === 0 && runs[0].high === moved.cells.length - 1) continue;
    if (box.some((other) => other.lever === lever)) {
      box = meet(box, runs, lever);
      if (!box.some((other) => other.lever === lever)) return null;
    } else box.push(...runs);
  }
  return box;
}

/** The places of an axis at which one condition holds. */
function runsOn(
  boxes: LeafBoxes,
  condition: number,
  lever: number,
  { cells: places, rising }: Moved,
): Bounds[] {
  const { runStart, low, high } = boxes;
  const from = runStart[condition] ?? 0;
  const to = runStart[condition + 1] ?? 0;
  const last = places.length - 1;
  if (to - from === 1 && rising) {
    const first = firstAtLeast(places, low[from] ?? 0);
    const end = firstAtLeast(places, (high[from] ?? 0) + 1) - 1;
    return first <= end ? [{ lever, low: first, high: end }] : [];
  }
  const runs: Bounds[] = [];
  for (let place = 0; place <= last; place++) {
    if (!inRuns(places[place] ?? 0, from, to, low, high)) continue;
    const open = runs.at(-1);
    if (open !== undefined && open.high === place - 1) runs[runs.length - 1] = { ...open, high: place };
    else runs.push({ lever, low: place, high: place });
  }
  return runs;
}

function firstAtLeast(places: Int32Array, cell: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) >= cell) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Two columns that one lever moves: the places at which both conditions hold. */
function meet(box: readonly Bounds[], runs: readonly Bounds[], lever: number): Bounds[] {
  return box.flatMap((own) =>
    own.lever !== lever
      ? [own]
      : runs.flatMap((run) => {
          const low = Math.max(own.low, run.low);
          const high = Math.min(own.high, run.high);
          return low <= high ? [{ lever, low, high }] : [];
        }),
  );
}
