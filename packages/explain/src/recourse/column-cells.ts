import { rule, type TreeEnsemble } from '@ombud/model';

/** LightGBM's kZeroThreshold, and the number below its negative: between them is what counts as zero. */
const zero = 1e-35;
const belowZero = -zero * (1 + Number.EPSILON);

/**
 * The values of one column, cut where some tree asks: within a cell the model cannot tell values apart. Cell k of a
 * number holds what is above `cuts[k - 1]` up to `cuts[k]`; cell k of a category is the code k, and the last one is
 * every code that no tree knows.
 */
export interface ColumnCells {
  readonly kind: 'number' | 'category';
  readonly cuts: Float64Array;
  readonly count: number;
  /** -1 for a missing value. */
  readonly cellOf: (value: number) => number;
  /** A value of the cell. */
  readonly sample: (cell: number) => number;
}

/** The cells of each column of an ensemble. */
export function cutsOf({ trees, features, inputs }: TreeEnsemble): readonly ColumnCells[] {
  const thresholds = features.map(() => new Set<number>());
  const codes = features.map(({ categories }) => categories?.length ?? 0);
  const isCategory = features.map(({ categories }) => categories !== null);
  for (let node = 0; node < trees.feature.length; node++) {
    const column = trees.feature[node] ?? -1;
    if (column < 0) continue;
    const bits = trees.rule[node] ?? 0;
    if ((bits & rule.category) !== 0) {
      isCategory[column] = true;
      codes[column] = Math.max(codes[column] ?? 0, 32 * (trees.setWords[node] ?? 0));
      continue;
    }
    const threshold = trees.threshold[node] ?? Number.NaN;
    if (Number.isFinite(threshold)) thresholds[column]?.add(threshold);
    if ((bits & rule.zeroIsMissing) !== 0) thresholds[column]?.add(zero).add(belowZero);
  }
  return features.map((_, column) =>
    isCategory[column]
      ? categoryCells(codes[column] ?? 0)
      : numberCells(Float64Array.from(thresholds[column] ?? []).sort(), inputs === 'single'),
  );
}

function categoryCells(known: number): ColumnCells {
  return {
    kind: 'category',
    cuts: new Float64Array(0),
    count: known + 1,
    cellOf: (value) => {
      if (Number.isNaN(value)) return -1;
      return Number.isInteger(value) && value >= 0 && value < known ? value : known;
    },
    sample: (cell) => cell,
  };
}

function numberCells(cuts: Float64Array, single: boolean): ColumnCells {
  return {
    kind: 'number',
    cuts,
    count: cuts.length + 1,
    cellOf: (value) => {
      if (Number.isNaN(value)) return -1;
      const read = single ? Math.fround(value) : value;
      let low = 0;
      let high = cuts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (read <= (cuts[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    sample: (cell) => cuts[cell] ?? Number.MAX_VALUE,
  };
}
