import type { RawScores, ScoreQuery } from './engine.ts';

/** Numbers whose mean is more standard deviations from 0 than this lose digits of their spread in a sum of squares. */
const farOff = 64;

/** Sums of fractions depend on their order: in a fixed one they are the same, however the engine answered. */
const sumInOrder = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);

/** From where the needs are to be counted; 0 where they lie about 0 as it is. */
function centreOf({ cells }: RawScores): number {
  const needs = cells.flatMap(({ need }) => need ?? []);
  const n = sumInOrder(needs.map((need) => need.n));
  if (n === 0) return 0;
  const mean = sumInOrder(needs.map(({ sum }) => sum)) / n;
  const variance = sumInOrder(needs.map(({ squares }) => squares)) / n - mean ** 2;
  return mean ** 2 > farOff ** 2 * Math.max(0, variance) ? mean : 0;
}

/**
 * Asks for scores, and once more where the needs lie close together and far from 0: then their sums are counted from their mean.
 * T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983).
 */
export async function centred(
  query: ScoreQuery,
  ask: (query: ScoreQuery) => Promise<RawScores> | RawScores,
): Promise<RawScores> {
  const found = await ask(query);
  const from = query.need === null ? 0 : centreOf(found);
  if (from === 0) return found;
  const { exact, cells } = await ask({ ...query, from });
  return { exact, cells: cells.map((cell) => ({ ...cell, need: cell.need && { ...cell.need, from } })) };
}
