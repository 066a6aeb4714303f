import type { Axis } from './axis.ts';
import type { Search } from './exact.ts';
import type { LeafBoxes } from './leaf-boxes.ts';
import { addTerm, type LinearProgram, type Row } from './lp.ts';
import { type Bounds, type ReachableLeaf, reachableLeaves } from './reach.ts';

/**
 * Any number of changes as a mixed-integer program. `u_a_p` is 1 where lever a stands at place p or beyond; `y_l` is 1 in the
 * leaf that is reached. For each tree and place, the leaves beyond it need `u` and the leaves before it need `1 - u`
 * (the split constraints of Mišić 2020, "Optimization of tree ensembles", which make the relaxation tight).
 */
export interface ProgramTask {
  readonly boxes: LeafBoxes;
  readonly row: Float64Array;
  readonly search: Search;
  /** The score must be at least this. */
  readonly need: number;
  /** At most this many changes; null: any number. */
  readonly changes: number | null;
}

type Sum = { readonly terms: Map<string, number>; constant: number };

export function programOf({ boxes, row, search, need, changes }: ProgramTask): LinearProgram {
  const { axes } = search.reach;
  const leaves = reachableLeaves(boxes, row, axes, Number.POSITIVE_INFINITY);
  const rows: Row[] = [
    ...axes.flatMap((axis, lever) => orderRows(axis, lever)),
    ...treeRows(leaves, axes),
    scoreRow(leaves, need - boxes.base),
    ...worldRows(search),
    ...(changes === null ? [] : changeRows(axes, changes)),
  ];
  const binaries = axes.flatMap(({ values }, lever) =>
    Array.from({ length: values.length - 1 }, (_, p) => name(lever, p + 1)),
  );
  return {
    objective: costOf(axes),
    rows,
    binaries: [...binaries, ...(changes === null ? [] : axes.map((_, lever) => `z_${lever}`))],
  };
}

const name = (lever: number, place: number): string => `u_${lever}_${place}`;

/** Adds factor times "lever stands at `place` or beyond", which is 1 before the first place and 0 after the last. */
function addBeyond(sum: Sum, axis: Axis | undefined, lever: number, place: number, factor: number): void {
  if (place <= 0) sum.constant += factor;
  else if (place < (axis?.values.length ?? 0)) addTerm(sum.terms, name(lever, place), factor);
}

/** Adds factor times "lever stands within these places". */
function addWithin(sum: Sum, axis: Axis | undefined, { lever, low, high }: Bounds, factor: number): void {
  addBeyond(sum, axis, lever, low, factor);
  addBeyond(sum, axis, lever, high + 1, -factor);
}

const emptySum = (): Sum => ({ terms: new Map(), constant: 0 });

const rowOf = (sum: Sum, relation: Row['relation'], right: number): Row[] =>
  sum.terms.size === 0 && holds(sum.constant, relation, right)
    ? []
    : [{ terms: sum.terms, relation, right: right - sum.constant }];

const holds = (left: number, relation: Row['relation'], right: number): boolean =>
  relation === '<=' ? left <= right : relation === '>=' ? left >= right : left === right;

function orderRows({ values }: Axis, lever: number): Row[] {
  return Array.from({ length: Math.max(0, values.length - 2) }, (_, p) => ({
    terms: new Map([
      [name(lever, p + 1), 1],
      [name(lever, p + 2), -1],
    ]),
    relation: '>=' as const,
    right: 0,
  }));
}

function costOf(axes: readonly Axis[]): Map<string, number> {
  const sum = emptySum();
  axes.forEach((axis, lever) => {
    axis.costs.forEach((cost, place) => {
      addWithin(sum, axis, { lever, low: place, high: place }, cost);
    });
  });
  return sum.terms;
}

function scoreRow(leaves: readonly ReachableLeaf[], need: number): Row {
  const terms = new Map<string, number>();
  leaves.forEach(({ value }, leaf) => {
    addTerm(terms, `y_${leaf}`, value);
  });
  return { terms, relation: '>=', right: need };
}

function treeRows(leaves: readonly ReachableLeaf[], axes: readonly Axis[]): Row[] {
  const trees = new Map<number, { readonly leaf: number; readonly box: readonly Bounds[] }[]>();
  leaves.forEach(({ tree, box }, leaf) => {
    const own = trees.get(tree);
    if (own === undefined) trees.set(tree, [{ leaf, box }]);
    else own.push({ leaf, box });
  });
  return [...trees.values()].flatMap((own) => [
    { terms: new Map(own.map(({ leaf }) => [`y_${leaf}`, 1])), relation: '=' as const, right: 1 },
    ...axes.flatMap((axis, lever) => splitRows(own, axis, lever)),
  ]);
}

function splitRows(
  leaves: readonly { readonly leaf: number; readonly box: readonly Bounds[] }[],
  axis: Axis,
  lever: number,
): Row[] {
  const placed = leaves.map(({ leaf, box }) => ({
    leaf,
    runs: box.filter((bounds) => bounds.lever === lever),
  }));
  const last = axis.values.length - 1;
  const edges = new Set(placed.flatMap(({ runs }) => [runs[0]?.low ?? 0, (runs.at(-1)?.high ?? last) + 1]));
  const rows = [...edges].flatMap((edge): Row[] => {
    if (edge <= 0 || edge > last) return [];
    const beyond = placed.filter(({ runs }) => (runs[0]?.low ?? 0) >= edge);
    const before = placed.filter(({ runs }) => (runs.at(-1)?.high ?? last) < edge);
    const ys = (of: typeof placed): [string, number][] => of.map(({ leaf }) => [`y_${leaf}`, 1]);
    return [
      ...(beyond.length > 0
        ? [{ terms: new Map([...ys(beyond), [name(lever, edge), -1]]), relation: '<=' as const, right: 0 }]
        : []),
      ...(before.length > 0
        ? [{ terms: new Map([...ys(before), [name(lever, edge), 1]]), relation: '<=' as const, right: 1 }]
        : []),
    ];
  });
  // A leaf that holds in several runs needs one of them.
  const broken = placed.flatMap(({ leaf, runs }) => {
    if (runs.length < 2) return [];
    const sum = emptySum();
    addTerm(sum.terms, `y_${leaf}`, 1);
    for (const run of runs) addWithin(sum, axis, run, -1);
    return rowOf(sum, '<=', 0);
  });
  return [...rows, ...broken];
}

/** Each place of one lever needs a place of the other at which the rules hold for the two. */
function worldRows({ world, reach: { axes } }: Search): Row[] {
  return world.pairs.flatMap(([a, b]): Row[] => {
    const first = axes[a];
    const second = axes[b];
    if (first === undefined) return [];
    return [...first.values].flatMap((value, place) => {
      const sum = emptySum();
      addWithin(sum, first, { lever: a, low: place, high: place }, 1);
      if (second === undefined || a === b)
        return world.allowsPair(a, value, a, value) ? [] : rowOf(sum, '<=', 0);
      [...second.values].forEach((other, otherPlace) => {
        if (world.allowsPair(a, value, b, other))
          addWithin(sum, second, { lever: b, low: otherPlace, high: otherPlace }, -1);
      });
      return rowOf(sum, '<=', 0);
    });
  });
}

function changeRows(axes: readonly Axis[], most: number): Row[] {
  const moves = axes.flatMap((axis, lever) => {
    const sum = emptySum();
    addTerm(sum.terms, `z_${lever}`, 1);
    addWithin(sum, axis, { lever, low: axis.here, high: axis.here }, 1);
    return rowOf(sum, '>=', 1);
  });
  return [
    ...moves,
    { terms: new Map(axes.map((_, lever) => [`z_${lever}`, 1])), relation: '<=', right: most },
  ];
}

/** The place of each lever in an answer of the solver. */
export function placesIn(axes: readonly Axis[], values: ReadonlyMap<string, number>): readonly number[] {
  return axes.map((axis, lever) => {
    let place = 0;
    while (place + 1 < axis.values.length && (values.get(name(lever, place + 1)) ?? 0) > 0.5) place++;
    return place;
  });
}
