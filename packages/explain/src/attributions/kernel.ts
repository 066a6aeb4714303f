import type { QuadraturePlan } from './quadrature-plan.ts';

/** Room that a row needs while a tree is worked through; one serves all rows and trees. */
export interface QuadratureRoom {
  /** What the product of the path is at each inner node. */
  readonly product: Float64Array;
  /** What the leaves below each inner node add. */
  readonly below: Float64Array;
  /** 0 where the row goes right at an inner node, 1 left, 2 where its player was lost above. */
  readonly state: Uint8Array;
}

/** Adds what one tree gives each player of a row whose states are known: one pass down, one up. */
export type Kernel = (plan: QuadraturePlan, room: QuadratureRoom, contributions: Float64Array) => void;

/** The kernel for any number of quadrature nodes, and what the written-out ones do. */
export const loopKernel: Kernel = (plan, room, contributions) => {
  down(plan, room, contributions);
  up(plan, room, contributions);
};

function down(plan: QuadraturePlan, room: QuadratureRoom, contributions: Float64Array): void {
  const { size, count, parent, factor, leafSum, leafShare, player } = plan;
  const { product, below, state } = room;
  for (let at = 0; at < count; at++) {
    const above = parent[at] as number;
    const [here, from] = [at * size, above * size];
    const table = (3 * at + (state[above] ?? 0)) * size;
    const leaf = (3 * at + (state[at] as number)) * size;
    let share = 0;
    for (let q = 0; q < size; q++) {
      const passes = above < 0 ? 1 : (product[from + q] as number) * (factor[table + q] as number);
      product[here + q] = passes;
      below[here + q] = passes * (leafSum[leaf + q] as number);
      share += passes * (leafShare[leaf + q] as number);
    }
    contributions[player[at] as number] = (contributions[player[at] as number] as number) + share;
  }
}

function up(plan: QuadraturePlan, room: QuadratureRoom, contributions: Float64Array): void {
  const { size, count, parent, share: shares, player } = plan;
  const { below, state } = room;
  for (let at = count - 1; at > 0; at--) {
    const above = parent[at] as number;
    const [here, to] = [at * size, above * size];
    const table = (3 * at + (state[above] as number)) * size;
    let share = 0;
    for (let q = 0; q < size; q++) {
      const passes = below[here + q] as number;
      below[to + q] = (below[to + q] as number) + passes;
      share += passes * (shares[table + q] as number);
    }
    contributions[player[above] as number] = (contributions[player[above] as number] as number) + share;
  }
}
