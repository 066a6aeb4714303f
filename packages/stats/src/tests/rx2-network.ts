import { logChoose } from '../discrete/log-factorials.ts';

/** Tables this much likelier than the observed one still count as equally likely: rounding, as in R. */
const tie = 1e-7;
/** Ways are joined when their logarithms agree to ten digits after the point. */
const sameMass = 1e10;
/** A way costs so many times the work of one step of the margins. */
const costOfWay = 10;

/** The r x 2 tables with given margins, as a walk through the groups that uses up the events. */
interface Network {
  readonly sizes: readonly number[];
  /** For group i and m events left: how many groups from i on can take them, as logarithms of probability mass. */
  readonly longest: readonly Float64Array[];
  readonly shortest: readonly Float64Array[];
  readonly peopleFrom: readonly number[];
}

/**
 * The Freeman-Halton p-value of an r x 2 table: all tables with the same margins that are at most as likely.
 * C. R. Mehta and N. R. Patel, "A network algorithm for performing Fisher's exact test in r x c contingency tables",
 * JASA 78 (1983): whole branches are counted or dropped by the likeliest and least likely way to their end.
 * @param sizes of the groups, each > 0; `events` of the same groups.
 * @param limit of the work; beyond it the answer is `null`.
 */
export function networkP(sizes: readonly number[], events: readonly number[], limit: number): number | null {
  const total = events.reduce((sum, x) => sum + x, 0);
  const cost = sizes.reduce((sum, n) => sum + (Math.min(n, total) + 1) * (total + 1), 0);
  if (cost > limit) return null;
  const network = build(sizes, total);
  const observed = sizes.reduce((sum, n, i) => sum + logChoose(n, events[i] ?? 0), 0);
  return walk(network, total, observed + tie, limit);
}

function build(sizes: readonly number[], total: number): Network {
  const longest: Float64Array[] = [];
  const shortest: Float64Array[] = [];
  const peopleFrom: number[] = [];
  let [high, low, people] = [endOf(total), endOf(total), 0];
  longest[sizes.length] = high;
  shortest[sizes.length] = low;
  peopleFrom[sizes.length] = 0;
  for (let i = sizes.length - 1; i >= 0; i--) {
    const size = sizes[i] ?? 0;
    const choices = Float64Array.from({ length: Math.min(size, total) + 1 }, (_, x) => logChoose(size, x));
    high = extreme(choices, high, Math.max);
    low = extreme(choices, low, Math.min);
    people += size;
    longest[i] = high;
    shortest[i] = low;
    peopleFrom[i] = people;
  }
  return { sizes, longest, shortest, peopleFrom };
}

/** Nothing may be left at the end; NaN marks what cannot be reached. */
function endOf(total: number): Float64Array {
  const end = new Float64Array(total + 1).fill(Number.NaN);
  end[0] = 0;
  return end;
}

function extreme(
  choices: Float64Array,
  next: Float64Array,
  better: (a: number, b: number) => number,
): Float64Array {
  return next.map((_, left) => {
    let best = Number.NaN;
    for (let x = 0; x < choices.length && x <= left; x++) {
      const value = (choices[x] ?? 0) + (next[left - x] ?? Number.NaN);
      if (!Number.isNaN(value)) best = Number.isNaN(best) ? value : better(best, value);
    }
    return best;
  });
}

/** Partial tables that use the same events with the same probability are one node with their number as weight. */
interface Node {
  readonly left: number;
  readonly logMass: number;
  weight: number;
}

function walk(network: Network, total: number, threshold: number, limit: number): number | null {
  const all = logChoose(network.peopleFrom[0] ?? 0, total);
  let nodes: Node[] = [{ left: total, logMass: 0, weight: 1 }];
  let p = 0;
  let work = 0;
  for (let i = 0; i <= network.sizes.length && nodes.length > 0; i++) {
    const open: Node[] = [];
    for (const node of nodes) {
      if (node.logMass + at(network.longest[i], node.left) <= threshold) {
        const branch = logChoose(network.peopleFrom[i] ?? 0, node.left);
        p += node.weight * Math.exp(node.logMass + branch - all);
      } else if (node.logMass + at(network.shortest[i], node.left) <= threshold) {
        open.push(node);
      }
    }
    if (i === network.sizes.length) break;
    const size = network.sizes[i] ?? 0;
    work += open.length * (size + 1);
    if (work > limit) return null;
    nodes = advance(open, size, network.longest[i + 1]);
    work += nodes.length * costOfWay;
  }
  return Math.min(1, p);
}

function advance(nodes: readonly Node[], size: number, reachable: Float64Array | undefined): Node[] {
  const choices = Float64Array.from({ length: size + 1 }, (_, x) => logChoose(size, x));
  const merged = new Map<number, Map<number, Node>>();
  for (const node of nodes) {
    for (let x = 0; x <= Math.min(size, node.left); x++) {
      const left = node.left - x;
      if (Number.isNaN(at(reachable, left))) continue;
      merge(merged, left, node.logMass + (choices[x] ?? 0), node.weight);
    }
  }
  return [...merged.values()].flatMap((sameLeft) => [...sameLeft.values()]);
}

function merge(merged: Map<number, Map<number, Node>>, left: number, logMass: number, weight: number): void {
  const sameLeft = merged.get(left) ?? new Map<number, Node>();
  merged.set(left, sameLeft);
  const key = Math.round(logMass * sameMass);
  const same = sameLeft.get(key);
  if (same === undefined) sameLeft.set(key, { left, logMass, weight });
  else same.weight += weight;
}

function at(values: Float64Array | undefined, index: number): number {
  return values?.[index] ?? Number.NaN;
}
