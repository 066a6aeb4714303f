import { drawHypergeometric, type Uniform } from './draw.ts';
import { logChoose, logFactorials } from './log-factorials.ts';

/** Larger groups are drawn by the general way, which does not count its steps. */
const mostSmall = 400;

/** Draws one r x 2 table with given margins; the logarithm of its mass, but for a constant. */
export type DrawTable = () => number;

/**
 * Draws tables of groups of these sizes that share `total` events, group after group.
 * @param sizes whole numbers, each > 0.
 */
export function tableDrawer(uniform: Uniform, sizes: readonly number[], total: number): DrawTable {
  const everyone = sizes.reduce((sum, n) => sum + n, 0);
  const factorials = sizes.every((n) => n < mostSmall) ? logFactorials(everyone) : null;
  return factorials === null
    ? () => drawLarge(uniform, sizes, everyone, total)
    : smallDrawer(uniform, sizes, everyone, total, factorials);
}

function drawLarge(uniform: Uniform, sizes: readonly number[], everyone: number, total: number): number {
  let people = everyone;
  let left = total;
  let sum = 0;
  for (const n of sizes) {
    const x = drawHypergeometric(uniform, left, people, n);
    people -= n;
    left -= x;
    sum += logChoose(n, x);
  }
  return sum;
}

/** The same tables from the same numbers as `drawLarge`: an audit of thousands of small groups spends half of its time here. */
function smallDrawer(
  uniform: Uniform,
  sizes: readonly number[],
  everyone: number,
  total: number,
  logs: Float64Array,
): DrawTable {
  const groups = Int32Array.from(sizes);
  const ways = new Float64Array(groups.length);
  let from = everyone;
  for (const [i, n] of groups.entries()) {
    ways[i] = logChoose(from, n);
    from -= n;
  }
  const log = (n: number): number => logs[n] ?? 0;
  return () => {
    let people = everyone;
    let left = total;
    let sum = 0;
    for (let i = 0; i < groups.length; i++) {
      const n = groups[i] ?? 0;
      const x = drawSmall(uniform, left, people, n, ways[i] ?? 0, logs);
      people -= n;
      left -= x;
      sum += log(n) - log(x) - log(n - x);
    }
    return sum;
  };
}

/** `drawHypergeometric` of few people, its arithmetic in one place (Kemp 1986; Kachitvichyanukul and Schmeiser 1985). */
function drawSmall(
  uniform: Uniform,
  events: number,
  people: number,
  drawn: number,
  ways: number,
  logs: Float64Array,
): number {
  const log = (n: number): number => logs[n] ?? 0;
  const others = people - events;
  const gap = others - drawn;
  const lowest = gap < 0 ? -gap : 0;
  const highest = events < drawn ? events : drawn;
  const centre = Math.floor(((drawn + 1) * (events + 1)) / (people + 2));
  const mode = Math.min(highest, Math.max(lowest, centre));
  const eventWays = log(events) - log(mode) - log(events - mode);
  const otherWays = log(others) - log(drawn - mode) - log(gap + mode);
  const massOfMode = Math.exp(eventWays + otherWays - ways);
  let left = uniform() - massOfMode;
  if (left < 0) return mode;
  let x = mode;
  let up = massOfMode;
  let y = mode;
  let down = massOfMode;
  while (up > 0 || down > 0) {
    up = x < highest ? up * (((events - x) / (x + 1)) * ((drawn - x) / (gap + x + 1))) : 0;
    x += 1;
    left -= up;
    if (left < 0) return x;
    down = y > lowest ? down / (((events - y + 1) / y) * ((drawn - y + 1) / (gap + y))) : 0;
    y -= 1;
    left -= down;
    if (left < 0) return y;
  }
  return mode;
}
