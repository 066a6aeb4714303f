import { goesLeft, rule, type TreeEnsemble, type Trees } from '@ombud/model';
import { type ColumnCells, cutsOf } from './column-cells.ts';

/**
 * The leaves of an ensemble as boxes over the cells of its columns, flat. Leaf `l` belongs to `tree[l]`, adds `value[l]` to
 * the score, and holds where each of its conditions `start[l]` to `start[l + 1]` holds: the cell of `column[c]` lies in
 * one of the runs `runStart[c]` to `runStart[c + 1]` (`low` to `high`, both included), or is missing and `missing[c]` is 1.
 */
export interface LeafBoxes {
  readonly cells: readonly ColumnCells[];
  readonly trees: number;
  readonly base: number;
  /** The sum over trees of the largest absolute leaf: what rounding is measured by. */
  readonly size: number;
  readonly tree: Int32Array;
  readonly value: Float64Array;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly missing: Uint8Array;
  readonly runStart: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Pairs of first and last cell, in order. */
type Runs = readonly number[];

/** What the way from the root says of one column; the ways of two children share the part above them. */
interface Way {
  readonly column: number;
  readonly runs: Runs;
  readonly missing: boolean;
  readonly above: Way | null;
}

/**
 * @param weights how much each output counts in the score, such as [1], or [-1, 1] for two classes
 */
export function leafBoxesOf(model: TreeEnsemble, weights: readonly number[]): LeafBoxes {
  const { trees } = model;
  const cells = cutsOf(model);
  const out = collector();
  let size = 0;
  for (let tree = 0; tree < trees.roots.length; tree++) {
    const weight = (weights[trees.output[tree] ?? 0] ?? 0) / model.divisor;
    if (weight === 0) continue;
    size += collectTree(trees, tree, weight, cells, out);
  }
  const base = weights.reduce((sum, weight, output) => sum + weight * (model.base[output] ?? 0), 0);
  return { cells, base, size, ...out.done() };
}

function collectTree(
  trees: Trees,
  tree: number,
  weight: number,
  cells: readonly ColumnCells[],
  out: ReturnType<typeof collector>,
): number {
  let largest = 0;
  const stack: { readonly node: number; readonly way: Way | null }[] = [
    { node: trees.roots[tree] ?? 0, way: null },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, way } = next;
    const column = trees.feature[node] ?? -1;
    if (column < 0) {
      const value = (trees.value[node] ?? 0) * weight;
      largest = Math.max(largest, Math.abs(value));
      out.leaf(tree, value, way);
      continue;
    }
    const before = conditionOn(way, column, cells);
    const left = leftCells(trees, node, cells[column]);
    const missingLeft = goesLeft(trees, node, Number.NaN);
    for (const isLeft of [false, true]) {
      const runs = intersect(before.runs, isLeft ? left : complement(left, cells[column]?.count ?? 1));
      const missing = before.missing && missingLeft === isLeft;
      if (runs.length === 0 && !missing) continue;
      const child = (isLeft ? trees.left[node] : trees.right[node]) ?? 0;
      stack.push({ node: child, way: { column, runs, missing, above: way } });
    }
  }
  return largest;
}

function conditionOn(
  way: Way | null,
  column: number,
  cells: readonly ColumnCells[],
): { readonly runs: Runs; readonly missing: boolean } {
  for (let step = way; step !== null; step = step.above) if (step.column === column) return step;
  return { runs: [0, (cells[column]?.count ?? 1) - 1], missing: true };
}

/** The cells of its column that a node sends left. */
function leftCells(trees: Trees, node: number, cells: ColumnCells | undefined): Runs {
  if (cells === undefined) return [];
  const bits = trees.rule[node] ?? 0;
  if (cells.kind === 'number' && (bits & (rule.zeroIsMissing | rule.category)) === 0) {
    const threshold = trees.threshold[node] ?? Number.NaN;
    return threshold > Number.NEGATIVE_INFINITY ? [0, cells.cellOf(threshold)] : [];
  }
  const runs: number[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    if (!goesLeft(trees, node, cells.sample(cell))) continue;
    if (runs.length > 0 && runs.at(-1) === cell - 1) runs[runs.length - 1] = cell;
    else runs.push(cell, cell);
  }
  return runs;
}

function complement(runs: Runs, count: number): Runs {
  const out: number[] = [];
  let from = 0;
  for (let i = 0; i < runs.length; i += 2) {
    if ((runs[i] ?? 0) > from) out.push(from, (runs[i] ?? 0) - 1);
    from = (runs[i + 1] ?? 0) + 1;
  }
  if (from < count) out.push(from, count - 1);
  return out;
}

function intersect(a: Runs, b: Runs): Runs {
  const out: number[] = [];
  for (let i = 0; i < a.length; i += 2)
    for (let j = 0; j < b.length; j += 2) {
      const low = Math.max(a[i] ?? 0, b[j] ?? 0);
      const high = Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0);
      if (low <= high) out.push(low, high);
    }
  return out;
}

/** Gathers leaves into flat arrays. */
function collector() {
  const tree: number[] = [];
  const value: number[] = [];
  const start: number[] = [0];
  const column: number[] = [];
  const missing: number[] = [];
  const runStart: number[] = [0];
  const low: number[] = [];
  const high: number[] = [];
  let trees = 0;
  let lastTree = -1;
  return {
    leaf(ofTree: number, adds: number, way: Way | null): void {
      if (ofTree !== lastTree) trees++;
      lastTree = ofTree;
      tree.push(trees - 1);
      value.push(adds);
      const seen = new Set<number>();
      for (let step = way; step !== null; step = step.above) {
        if (seen.has(step.column)) continue;
        seen.add(step.column);
        column.push(step.column);
        missing.push(step.missing ? 1 : 0);
        for (let i = 0; i < step.runs.length; i += 2) {
          low.push(step.runs[i] ?? 0);
          high.push(step.runs[i + 1] ?? 0);
        }
        runStart.push(low.length);
      }
      start.push(column.length);
    },
    done: () => ({
      trees,
      tree: Int32Array.from(tree),
      value: Float64Array.from(value),
      start: Int32Array.from(start),
      column: Int32Array.from(column),
      missing: Uint8Array.from(missing),
      runStart: Int32Array.from(runStart),
      low: Int32Array.from(low),
      high: Int32Array.from(high),
    }),
  };
}
