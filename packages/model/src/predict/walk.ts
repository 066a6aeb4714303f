import { rule, type Trees } from '../model.ts';

/** LightGBM's kZeroThreshold: what counts as zero where zero counts as missing. */
const zeroThreshold = 1e-35;

/** Whether a category's code is in the set of a node. */
function inSet(trees: Trees, node: number, x: number, bits: number): boolean {
  if ((bits & rule.wholeCodesOnly) !== 0 && !Number.isInteger(x)) return false;
  const code = Math.trunc(x);
  const word = Math.floor(code / 32);
  if (code < 0 || word >= (trees.setWords[node] ?? 0)) return false;
  return (((trees.sets[(trees.setStart[node] ?? 0) + word] ?? 0) >>> (code & 31)) & 1) === 1;
}

/**
 * Whether a value goes to the left child of a node.
 * @param node not a leaf
 * @param x the value of the node's feature, NaN where it is missing
 */
export function goesLeft(trees: Trees, node: number, x: number): boolean {
  const bits = trees.rule[node] ?? 0;
  if (bits === 0) return x <= (trees.threshold[node] ?? 0);
  const read = Number.isNaN(x) && (bits & rule.missingIsZero) !== 0 ? 0 : x;
  const missing =
    Number.isNaN(read) || ((bits & rule.zeroIsMissing) !== 0 && Math.abs(read) <= zeroThreshold);
  if (missing) return (bits & rule.missingLeft) !== 0;
  if ((bits & rule.category) !== 0) return inSet(trees, node, read, bits);
  return read <= (trees.threshold[node] ?? 0);
}

/** The leaf in which a row ends, from the node `root` on. */
export function leafOf(trees: Trees, root: number, row: Float64Array): number {
  let node = root;
  for (let feature = trees.feature[node] ?? -1; feature >= 0; feature = trees.feature[node] ?? -1) {
    const x = row[feature] ?? Number.NaN;
    node = (goesLeft(trees, node, x) ? trees.left[node] : trees.right[node]) ?? 0;
  }
  return node;
}
