import type { LinearModel, OpenModel, TreeEnsemble } from '../model.ts';
import { leafOf } from './walk.ts';

/**
 * The raw margins of a row, added up in the order and the precision of the library that trained the model.
 * @param row a number a feature in the order of `model.features`, NaN where it is missing
 * @returns `model.outputs` margins
 * @example margins(model, row)[0] // -1.25
 */
export function margins(model: OpenModel, row: Float64Array): Float64Array {
  return model.kind === 'trees' ? treeMargins(model, row) : linearMargins(model, row);
}

function treeMargins(
  { trees, base, divisor, sums, inputs, outputs }: TreeEnsemble,
  row: Float64Array,
): Float64Array {
  const single = sums === 'single';
  const read = inputs === 'single' ? Float64Array.from(row, Math.fround) : row;
  const total = divisor === 1 ? Float64Array.from(base) : new Float64Array(outputs);
  for (let tree = 0; tree < trees.roots.length; tree++) {
    const output = trees.output[tree] ?? 0;
    const sum = (total[output] ?? 0) + (trees.value[leafOf(trees, trees.roots[tree] ?? 0, read)] ?? 0);
    total[output] = single ? Math.fround(sum) : sum;
  }
  if (divisor === 1) return total;
  return total.map((sum, output) => sum / divisor + (base[output] ?? 0));
}

function linearMargins({ weights, intercepts, features }: LinearModel, row: Float64Array): Float64Array {
  return intercepts.map((intercept, output) => {
    let sum = 0;
    for (let j = 0; j < features.length; j++)
      sum += (weights[output * features.length + j] ?? 0) * (row[j] ?? 0);
    return sum + intercept;
  });
}
