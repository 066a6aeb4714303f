import { type Uniform, uniformStream } from '@ombud/stats';
import type { Attribution } from './attribution.ts';
import { attributionErrors } from './errors.ts';
import type { Players } from './players.ts';

/** Shapley values that were estimated by asking the model, with how sure each is. */
export interface SampledAttribution extends Attribution {
  /** The standard error of each contribution, over the rounds. */
  readonly standardErrors: Float64Array;
  /** How often the model was asked. */
  readonly asked: number;
}

/** How many orders of the columns are drawn, with which seed, and which output is explained. */
export interface SampleOptions {
  /** Orders that are drawn, each walked there and back; 2 or more. More rounds, smaller errors (by their square root). */
  readonly rounds: number;
  readonly seed: number;
  readonly players: Players;
  /** Which of the model's answers is explained; 0 where it gives one. */
  readonly output?: number;
  /** How many rows go into one question. */
  readonly batch?: number;
}

/** Answers rows as an `OpaqueModel` does. */
export type Ask = (rows: readonly Float64Array[]) => Promise<readonly Float64Array[]>;

/** One walk: the order of the players, and the rows between a background row and the person. */
interface Walk {
  readonly order: readonly number[];
  readonly rows: readonly Float64Array[];
}

/**
 * Interventional Shapley values of a model that can only be asked, by random orders: from a background row to the person
 * one player at a time, and the same order backwards, which takes out much of the noise. The contributions are unbiased
 * and add up exactly to the answer minus the baseline, which is the mean answer to the background rows that were used:
 * each is used as often as any other where `rounds` is a multiple of their number.
 * Sources: Castro, Gómez and Tejada 2009; antithetic orders: Mitchell et al. 2022, section 4.1.
 *
 * @param background at least one row
 * @throws OMBUD_E_ATTRIBUTION/no-background, /too-few-rounds; what `ask` throws
 */
export async function sampled(
  ask: Ask,
  row: Float64Array,
  background: readonly Float64Array[],
  options: SampleOptions,
): Promise<SampledAttribution> {
  const { rounds, players, output = 0, batch = 512 } = options;
  if (background.length === 0) throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'no-background');
  if (!(rounds >= 2)) throw attributionErrors.error('OMBUD_E_ATTRIBUTION', 'too-few-rounds', { rounds });
  const uniform = uniformStream(options.seed);
  const size = players.names.length;
  const starts = startRows(uniform, background.length, rounds).map((at) => background[at] ?? row);
  const [end = Number.NaN, ...startAnswers] = await inBatches(ask, [row, ...starts], batch, output);
  const tally = { means: new Float64Array(size), squares: new Float64Array(size), count: 0 };
  // As many rounds at a time as fill one question, so that memory does not grow with the rounds.
  const together = Math.max(1, Math.floor(batch / Math.max(1, 2 * (size - 1))));
  for (let from = 0; from < rounds; from += together) {
    const walks = starts.slice(from, from + together).map((start) => {
      const order = shuffled(uniform, size);
      return [order, [...order].reverse()].map((each) => walkOf(start, row, each, players));
    });
    const rows = walks.flat().flatMap((walk) => walk.rows);
    const answers = await inBatches(ask, rows, batch, output);
    let next = 0;
    walks.forEach((pair, at) => {
      const gains = new Float64Array(size);
      for (const { order } of pair) {
        let before = startAnswers[from + at] ?? Number.NaN;
        order.forEach((player, step) => {
          const after = step === size - 1 ? end : (answers[next++] ?? Number.NaN);
          gains[player] = (gains[player] ?? 0) + (after - before) / 2;
          before = after;
        });
      }
      addRound(tally, gains);
    });
  }
  return {
    baseline: startAnswers.reduce((sum, answer) => sum + answer, 0) / rounds,
    contributions: tally.means,
    standardErrors: tally.squares.map((square) => Math.sqrt(square / (rounds - 1) / rounds)),
    asked: 1 + rounds + rounds * 2 * (size - 1),
  };
}

interface Tally {
  readonly means: Float64Array;
  readonly squares: Float64Array;
  count: number;
}

/** Means and squared distances, one round after another. Source: Welford 1962. */
function addRound(tally: Tally, gains: Float64Array): void {
  const { means, squares } = tally;
  tally.count += 1;
  gains.forEach((gain, player) => {
    const away = gain - (means[player] ?? 0);
    means[player] = (means[player] ?? 0) + away / tally.count;
    squares[player] = (squares[player] ?? 0) + away * (gain - (means[player] ?? 0));
  });
}

/** Background rows by chance, each as often as the others as far as that goes. */
function startRows(uniform: Uniform, rows: number, rounds: number): number[] {
  const starts: number[] = [];
  while (starts.length < rounds) starts.push(...shuffled(uniform, rows));
  return starts.slice(0, rounds);
}

/** 0 to n - 1 in a random order. Source: Fisher and Yates, as in Knuth 3.4.2 P. */
function shuffled(uniform: Uniform, n: number): number[] {
  const order = Array.from({ length: n }, (_, at) => at);
  for (let at = n - 1; at > 0; at--) {
    const other = Math.floor(uniform() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** The rows strictly between the background row and the person. */
function walkOf(from: Float64Array, to: Float64Array, order: readonly number[], { of }: Players): Walk {
  const mixed = Float64Array.from(from);
  const rows = order.slice(0, -1).map((player) => {
    of.forEach((each, feature) => {
      if (each === player) mixed[feature] = to[feature] ?? Number.NaN;
    });
    return Float64Array.from(mixed);
  });
  return { order, rows };
}

async function inBatches(ask: Ask, rows: readonly Float64Array[], batch: number, output: number) {
  const answers: number[] = [];
  for (let from = 0; from < rows.length; from += batch) {
    const part = await ask(rows.slice(from, from + batch));
    for (const answer of part) answers.push(answer[output] ?? Number.NaN);
  }
  return answers;
}
