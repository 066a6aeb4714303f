import { groupKeyOf, type Reach, type ReachableLeaf } from './reach.ts';

/** What a sweep looks for. */
export interface Question {
  /** A score from which the decision is the other one. */
  readonly need: number;
  /** Sums of many leaves are rounded: within this of `need` only the model itself says. */
  readonly tolerance: number;
  /** Whether the model really decides otherwise there. */
  readonly flips: (set: readonly number[], places: readonly number[]) => boolean;
  /** The cost where the rules of the world allow it, else Infinity; null where no rule touches the set. */
  readonly costUnderRules:
    | ((set: readonly number[]) => ((places: readonly number[]) => number) | null)
    | null;
  /** Places before which an axis must be cut because a rule turns there; `all` where each place is its own. */
  readonly ruleCuts: (lever: number) => readonly number[] | 'all';
}

export interface Hit {
  readonly places: readonly number[];
  readonly cost: number;
}

/** One axis of the grid, after places that no tree tells apart were put together. */
interface Side {
  readonly lever: number;
  /** The cheapest place of each cell, and its cost; Infinity at the person's own. */
  readonly place: Int32Array;
  readonly cost: Float64Array;
  /** The cell of each place, offset by `first`. */
  readonly cellOf: Int32Array;
  readonly first: number;
  readonly last: number;
}

/** Boxes in cells: six bounds and a value each, flat; the upper bounds are not included. */
interface Boxes {
  readonly bounds: Int32Array;
  readonly values: Float64Array;
  readonly count: number;
}

/**
 * The cheapest change of exactly the levers of a set: each leaf that can be reached adds its value to a box of the grid of
 * thresholds, and running sums give the score of every cell. Exact: within a cell all values get the same score.
 *
 * @param set one to three levers in increasing order
 * @param limit only plans that cost less
 * @returns null where no change of these levers flips the decision below the limit
 */
export function cheapestOf(
  reach: Reach,
  set: readonly number[],
  limit: number,
  question: Question,
): Hit | null {
  const windows = set.map((lever) => windowOf(reach, lever, limit));
  if (windows.some(({ first, last, here }) => first === here && last === here)) return null;
  const leaves = leavesOf(reach, set);
  if (highest(reach, leaves, set, windows) < question.need - question.tolerance) return null;
  const sides = set.map((lever, i) =>
    sideOf(reach, leaves, lever, windows[i] ?? none, question.ruleCuts(lever)),
  );
  const order = sides.map((_, i) => i).sort((a, b) => size(sides, a) - size(sides, b));
  while (order.length < 3) order.unshift(-1);
  const ordered = order.map((i) => sides[i] ?? flat);
  const boxes = boxesOn(leaves, ordered);
  return sweep(reach.base, boxes, ordered, order, limit, { set, question });
}

interface Window {
  readonly first: number;
  readonly last: number;
  readonly here: number;
}
const none: Window = { first: 0, last: 0, here: 0 };
const flat: Side = {
  lever: -1,
  place: Int32Array.of(0),
  cost: Float64Array.of(0),
  cellOf: Int32Array.of(0),
  first: 0,
  last: 0,
};
const size = (sides: readonly Side[], i: number): number => sides[i]?.place.length ?? 0;

/** The places of an axis that are affordable, in one piece around the person's own. */
function windowOf({ axes }: Reach, lever: number, limit: number): Window {
  const { costs, here } = axes[lever] ?? { costs: new Float64Array(1), here: 0 };
  let first = 0;
  let last = costs.length - 1;
  while (first < here && (costs[first] ?? 0) >= limit) first++;
  while (last > here && (costs[last] ?? 0) >= limit) last--;
  return { first, last, here };
}

/** The leaves that need no lever outside of the set. */
function leavesOf({ groups, axes }: Reach, set: readonly number[]): readonly ReachableLeaf[][] {
  const found: ReachableLeaf[][] = [];
  for (let mask = 0; mask < 1 << set.length; mask++) {
    const [a = -1, b = -1, c = -1] = set.filter((_, i) => (mask >> i) & 1);
    const group = groups.get(groupKeyOf(axes.length, a, b, c));
    if (group !== undefined) found.push(group as ReachableLeaf[]);
  }
  return found;
}

/** An upper bound of the score within the windows: each tree at its best reachable leaf. */
function highest(
  reach: Reach,
  groups: readonly (readonly ReachableLeaf[])[],
  set: readonly number[],
  windows: readonly Window[],
): number {
  const best = new Float64Array(reach.trees).fill(Number.NEGATIVE_INFINITY);
  for (const group of groups)
    for (const leaf of group)
      if (leaf.value > (best[leaf.tree] ?? 0) && within(leaf, set, windows)) best[leaf.tree] = leaf.value;
  return best.reduce((sum, value) => sum + value, reach.base);
}

/** Whether each of the levers has a run of the leaf's box in its window. */
function within(leaf: ReachableLeaf, set: readonly number[], windows: readonly Window[]): boolean {
  for (let i = 0; i < set.length; i++) {
    const { first, last } = windows[i] ?? none;
    let named = false;
    let met = false;
    for (const { lever, low, high } of leaf.box) {
      if (lever !== set[i]) continue;
      named = true;
      if (low <= last && high >= first) met = true;
    }
    if (named && !met) return false;
  }
  return true;
}

/** Puts together the places of an axis between which no box ends. */
function sideOf(
  { axes }: Reach,
  groups: readonly (readonly ReachableLeaf[])[],
  lever: number,
  { first, last, here }: Window,
  ruleCuts: readonly number[] | 'all',
): Side {
  const edge = new Uint8Array(last - first + 2).fill(ruleCuts === 'all' ? 1 : 0);
  if (ruleCuts !== 'all') for (const cut of ruleCuts) if (cut > first && cut <= last) edge[cut - first] = 1;
  for (const group of groups)
    for (const { box } of group)
      for (const bounds of box) {
        if (bounds.lever !== lever) continue;
        if (bounds.low > first && bounds.low <= last) edge[bounds.low - first] = 1;
        if (bounds.high >= first && bounds.high < last) edge[bounds.high + 1 - first] = 1;
      }
  const costs = axes[lever]?.costs ?? new Float64Array(0);
  const cellOf = new Int32Array(last - first + 1);
  const place: number[] = [];
  const cost: number[] = [];
  for (let at = first; at <= last; at++) {
    const price = costs[at] ?? 0;
    if (at === first || edge[at - first] === 1) {
      place.push(at);
      cost.push(price);
    } else if (price < (cost.at(-1) ?? 0)) {
      place[place.length - 1] = at;
      cost[cost.length - 1] = price;
    }
    cellOf[at - first] = place.length - 1;
  }
  // A plan of this set moves every lever of it; what stays was asked as a smaller set.
  cost[cellOf[here - first] ?? 0] = Number.POSITIVE_INFINITY;
  return { lever, place: Int32Array.from(place), cost: Float64Array.from(cost), cellOf, first, last };
}

function boxesOn(groups: readonly (readonly ReachableLeaf[])[], sides: readonly Side[]): Boxes {
  const bounds: number[] = [];
  const values: number[] = [];
  for (const group of groups)
    for (const { box, value } of group) {
      const [x, y, z] = sides.map((side) => runsOn(box, side));
      for (const [x0 = 0, x1 = 0] of x ?? [])
        for (const [y0 = 0, y1 = 0] of y ?? [])
          for (const [z0 = 0, z1 = 0] of z ?? []) {
            bounds.push(x0, x1, y0, y1, z0, z1);
            values.push(value);
          }
    }
  return { bounds: Int32Array.from(bounds), values: Float64Array.from(values), count: values.length };
}

/** The cells of one side on which a box holds. */
function runsOn(box: ReachableLeaf['box'], side: Side): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let named = false;
  for (const { lever, low, high } of box) {
    if (lever !== side.lever) continue;
    named = true;
    const from = Math.max(low, side.first);
    const to = Math.min(high, side.last);
    if (from > to) continue;
    runs.push([side.cellOf[from - side.first] ?? 0, (side.cellOf[to - side.first] ?? 0) + 1]);
  }
  return named ? runs : [[0, side.place.length]];
}

/** The boxes that begin or end before each slice of the first side. */
function eventsOf(
  { bounds, count }: Boxes,
  slices: number,
): { readonly at: Int32Array; readonly box: Int32Array } {
  const at = new Int32Array(slices + 2);
  for (let i = 0; i < 2 * count; i++) {
    const slice = bounds[(i >> 1) * 6 + (i & 1)] ?? 0;
    at[slice + 1] = (at[slice + 1] ?? 0) + 1;
  }
  for (let slice = 1; slice < at.length; slice++) at[slice] = (at[slice] ?? 0) + (at[slice - 1] ?? 0);
  const box = new Int32Array(2 * count);
  const next = Int32Array.from(at);
  for (let i = 0; i < 2 * count; i++) {
    const slice = bounds[(i >> 1) * 6 + (i & 1)] ?? 0;
    const place = next[slice] ?? 0;
    box[place] = i;
    next[slice] = place + 1;
  }
  return { at, box };
}

function sweep(
  base: number,
  boxes: Boxes,
  sides: readonly Side[],
  order: readonly number[],
  limit: number,
  { set, question }: { readonly set: readonly number[]; readonly question: Question },
): Hit | null {
  const [x = flat, y = flat, z = flat] = sides;
  const height = y.place.length;
  const width = z.place.length;
  const stride = width + 1;
  const changes = new Float64Array((height + 1) * stride);
  const column = new Float64Array(width);
  const events = eventsOf(boxes, x.place.length);
  const costUnderRules = question.costUnderRules?.(set) ?? null;
  const sure = question.need + question.tolerance;
  const perhaps = question.need - question.tolerance;
  let best: Hit | null = null;
  let most = limit;

  const placesAt = (i: number, j: number, k: number): number[] => {
    const places = new Array<number>(set.length).fill(0);
    [x.place[i], y.place[j], z.place[k]].forEach((place, side) => {
      const position = order[side] ?? -1;
      if (position >= 0) places[position] = place ?? 0;
    });
    return places;
  };
  const ask = (score: number, cost: number, i: number, j: number, k: number): void => {
    const places = placesAt(i, j, k);
    const real = costUnderRules === null ? cost : costUnderRules(places);
    if (real >= most || (score < sure && !question.flips(set, places))) return;
    most = real;
    best = { places, cost: real };
  };

  for (let i = 0; i < x.place.length; i++) {
    for (let e = events.at[i] ?? 0; e < (events.at[i + 1] ?? 0); e++) {
      const event = events.box[e] ?? 0;
      addCorners(changes, stride, boxes, event >> 1, (event & 1) === 0 ? 1 : -1);
    }
    const costX = x.cost[i] ?? 0;
    if (costX >= most) continue;
    column.fill(0);
    for (let j = 0; j < height; j++) {
      const costXY = costX + (y.cost[j] ?? 0);
      const row = j * stride;
      let score = base;
      if (costXY >= most) {
        for (let k = 0; k < width; k++) column[k] = (column[k] as number) + (changes[row + k] as number);
        continue;
      }
      for (let k = 0; k < width; k++) {
        const step = (column[k] as number) + (changes[row + k] as number);
        column[k] = step;
        score += step;
        if (score >= perhaps && costXY + (z.cost[k] as number) < most)
          ask(score, costXY + (z.cost[k] as number), i, j, k);
      }
    }
  }
  return best;
}

/** A box of the plane as the four corners of its second difference. */
function addCorners(
  changes: Float64Array,
  stride: number,
  { bounds, values }: Boxes,
  box: number,
  sign: number,
): void {
  const value = (values[box] ?? 0) * sign;
  const from = (bounds[box * 6 + 2] ?? 0) * stride;
  const to = (bounds[box * 6 + 3] ?? 0) * stride;
  const left = bounds[box * 6 + 4] ?? 0;
  const right = bounds[box * 6 + 5] ?? 0;
  changes[from + left] = (changes[from + left] ?? 0) + value;
  changes[from + right] = (changes[from + right] ?? 0) - value;
  changes[to + left] = (changes[to + left] ?? 0) - value;
  changes[to + right] = (changes[to + right] ?? 0) + value;
}
