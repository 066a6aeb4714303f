import { rule, type TreeEnsemble } from '@ombud/model';

/** A generator of whole numbers below a bound, the same for the same seed (xorshift32 of Marsaglia 2003). */
export function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 || 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

export interface EnsembleShape {
  readonly trees: number;
  readonly leaves: number;
  /** Columns that are numbers from 0 to `most`. */
  readonly numbers: number;
  readonly most: number;
  /** Columns that are categories, and how many codes each has. */
  readonly categories?: number;
  readonly codes?: number;
  readonly single?: boolean;
}

/** An ensemble of random trees with whole and half thresholds, missing values that go either way, and sets of categories. */
export function randomEnsemble(seed: number, shape: EnsembleShape): TreeEnsemble {
  const roll = dice(seed);
  const { numbers, most, categories = 0, codes = 4, single = false } = shape;
  const nodes: {
    feature: number;
    threshold: number;
    left: number;
    right: number;
    value: number;
    bits: number;
    set: number;
  }[] = [];
  const add = () =>
    nodes.push({
      feature: -1,
      threshold: 0,
      left: 0,
      right: 0,
      value: (roll(2001) - 1000) / 1000,
      bits: 0,
      set: 0,
    }) - 1;
  const roots: number[] = [];
  for (let tree = 0; tree < shape.trees; tree++) {
    const root = add();
    roots.push(root);
    const open = [root];
    for (let leaves = 1; leaves < shape.leaves; leaves++) {
      const at = open.splice(roll(open.length), 1)[0] ?? root;
      const feature = roll(numbers + categories);
      const isCategory = feature >= numbers;
      const left = add();
      const right = add();
      nodes[at] = {
        feature,
        threshold: isCategory ? 0 : roll(2 * most) / 2,
        left,
        right,
        value: 0,
        bits: (roll(2) === 1 ? rule.missingLeft : 0) | (isCategory ? rule.category : 0),
        set: isCategory ? 1 + roll(2 ** codes - 2) : 0,
      };
      open.push(left, right);
    }
  }
  const column = (of: (node: (typeof nodes)[number]) => number) => nodes.map(of);
  return {
    kind: 'trees',
    origin: { format: 'test', version: '', objective: '' },
    features: Array.from({ length: numbers + categories }, (_, i) => ({
      name: `x${i}`,
      categories: i < numbers ? null : Array.from({ length: codes }, (_, code) => `c${code}`),
      unknown: 'missing' as const,
    })),
    outputs: 1,
    classes: null,
    link: { kind: 'logistic', steepness: 1, midpoint: 0, normalised: false },
    base: Float64Array.of(-0.5),
    divisor: 1,
    inputs: single ? 'single' : 'double',
    sums: single ? 'single' : 'double',
    trees: {
      roots: Int32Array.from(roots),
      output: new Int32Array(roots.length),
      feature: Int32Array.from(column(({ feature }) => feature)),
      threshold: Float64Array.from(column(({ threshold }) => threshold)),
      left: Int32Array.from(column(({ left }) => left)),
      right: Int32Array.from(column(({ right }) => right)),
      value: Float64Array.from(column(({ value }) => (single ? Math.fround(value) : value))),
      cover: null,
      rule: Uint8Array.from(column(({ bits }) => bits)),
      setStart: Int32Array.from(nodes, (_, i) => i),
      setWords: Int32Array.from(column(({ set }) => (set === 0 ? 0 : 1))),
      sets: Uint32Array.from(column(({ set }) => set)),
    },
  };
}
