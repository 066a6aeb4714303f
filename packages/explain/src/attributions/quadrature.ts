import { goesLeft, rule, type Trees } from '@ombud/model';
import { type Kernel, loopKernel, type QuadratureRoom } from './kernel.ts';
import { kernels } from './quadrature-kernels.ts';
import type { QuadraturePlan } from './quadrature-plan.ts';

/** @param count the most inner nodes of a tree, @param size the most quadrature nodes */
export const quadratureRoom = (count: number, size: number): QuadratureRoom => ({
  product: new Float64Array(count * size),
  below: new Float64Array(count * size),
  state: new Uint8Array(count),
});

/** These nodes need more than a comparison. */
const special = rule.category | rule.zeroIsMissing;

/** Asks each inner node which way the row goes, unless the path has lost its player before. */
function ask(plan: QuadraturePlan, trees: Trees, row: Float64Array, { state }: QuadratureRoom): void {
  const { node, last, lastLeft, count } = plan;
  for (let at = 0; at < count; at++) {
    const before = last[at] as number;
    if (before >= 0 && state[before] !== lastLeft[at]) {
      state[at] = 2;
      continue;
    }
    const here = node[at] as number;
    const x = row[trees.feature[here] as number] as number;
    const plain = !Number.isNaN(x) && ((trees.rule[here] as number) & special) === 0;
    state[at] = (plain ? x <= (trees.threshold[here] as number) : goesLeft(trees, here, x)) ? 1 : 0;
  }
}

export const kernelOf = (plan: QuadraturePlan): Kernel => kernels[plan.size - 1] ?? loopKernel;

/**
 * Adds to the contributions what one tree gives each player of a row.
 * @param row in the precision of the model's inputs
 */
export function addTree(
  plan: QuadraturePlan,
  trees: Trees,
  row: Float64Array,
  room: QuadratureRoom,
  contributions: Float64Array,
): void {
  if (plan.count === 0) return;
  ask(plan, trees, row, room);
  kernelOf(plan)(plan, room, contributions);
}
