import { type Chance, chanceOf, drawBinomialOf, type Uniform, uniformStream } from '../discrete/draw.ts';
import { statsErrors } from '../errors.ts';
import { checkLevel } from '../normal.ts';
import type { Interval } from '../types.ts';

/** How often and with which seed counts are drawn again. */
export interface BootstrapOptions {
  readonly replicates?: number;
  readonly seed: number;
  readonly level: number;
}

const never = chanceOf(0);
const defaultReplicates = 1000;

/**
 * The percentile interval of any statistic of cells, by drawing the people again from the cells: exactly the bootstrap of
 * rows, at the cost of cells. B. Efron, "Bootstrap methods", Annals of Statistics 7 (1979). It is for statistics without a
 * closed form. Never use it for a worst gap (max - min), which it takes for larger than it is.
 * @param counts people in each cell; sums of weights draw as many people as they sum to, rounded.
 * @param statistic of one drawing; `null` where it has no value, which leaves that drawing out. The array is used again.
 * @returns `null` where nobody is there or fewer than half of the drawings have a value.
 */
export function multinomialBootstrap(
  counts: readonly number[],
  statistic: (counts: Float64Array) => number | null,
  options: BootstrapOptions,
): Interval | null {
  const { replicates = defaultReplicates, seed, level } = options;
  checkLevel(level);
  checkCounts(counts);
  const people = Math.round(counts.reduce((sum, count) => sum + count, 0));
  if (people === 0) return null;
  const uniform = uniformStream(seed);
  const chances = conditionalChances(counts);
  const drawn = new Float64Array(counts.length);
  const values: number[] = [];
  for (let i = 0; i < replicates; i++) {
    drawInto(drawn, uniform, people, chances);
    const value = statistic(drawn);
    if (value !== null && Number.isFinite(value)) values.push(value);
  }
  if (values.length < replicates / 2) return null;
  values.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return {
    low: quantile(values, tail),
    high: quantile(values, 1 - tail),
    level,
    method: 'multinomial-bootstrap',
  };
}

/** The chance of each cell among those from it on: a multinomial draw is a row of binomial draws. */
function conditionalChances(counts: readonly number[]): Chance[] {
  const chances: Chance[] = [];
  let after = 0;
  for (let i = counts.length - 1; i >= 0; i--) {
    const count = counts[i] ?? 0;
    chances[i] = chanceOf(count === 0 ? 0 : count / (count + after));
    after += count;
  }
  return chances;
}

function drawInto(drawn: Float64Array, uniform: Uniform, people: number, chances: readonly Chance[]): void {
  let left = people;
  for (let i = 0; i < drawn.length; i++) {
    const x = drawBinomialOf(uniform, left, chances[i] ?? never);
    drawn[i] = x;
    left -= x;
  }
}

/** The quantile of sorted values, linear between neighbours (type 7 of R. J. Hyndman and Y. Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

function checkCounts(counts: readonly number[]): void {
  const wrong = counts.find((count) => !(count >= 0 && Number.isFinite(count)));
  if (wrong !== undefined) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'cell', { value: wrong });
}
