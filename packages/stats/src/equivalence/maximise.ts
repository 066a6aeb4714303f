/** A function of one nuisance rate with what is needed to bound it between two points. */
export interface Bounded {
  readonly from: number;
  readonly to: number;
  readonly value: (rate: number) => number;
  /** Never below the function anywhere between two rates. */
  readonly ceiling: (low: number, high: number) => number;
  /** Never below the size of the second derivative between two rates; may be infinite. */
  readonly curvature: (low: number, high: number) => number;
  /** A distance between `ceiling` and `value` that does no harm; 0 by default. */
  readonly resolution?: number;
}

export interface Maximum {
  /** Never below the true maximum. */
  readonly ceiling: number;
  /** The largest value that was seen; never above the true maximum. */
  readonly value: number;
  /** Where it was seen. */
  readonly at: number;
}

/** Largest distance between `ceiling` and `value`: this, and for small values this share of them. */
const absolute = 1e-6;
const relative = 1e-3;
const smallest = 1e-15;
/** Pieces at the start. */
const start = 48;
/** After so many values the ceiling that holds is given as it is: safe, if a little too high. */
const most = 20_000;

interface Piece {
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

/**
 * The maximum of a bounded function by branch and bound: a piece is left as soon as nothing in it can be higher than what
 * was seen, by the ceiling or by h^2 / 8 times the curvature. So the answer is never too low.
 * @param decideAt only asks on which side of this the maximum lies: `ceiling` is then 1, or at most `decideAt`, and the
 * search is shorter.
 */
export function maximise(f: Bounded, decideAt?: number): Maximum {
  let pieces = startPieces(f);
  let { value, at } = highest(pieces);
  let ceiling = 0;
  let used = pieces.length;
  while (pieces.length > 0) {
    if (decideAt !== undefined && value > decideAt) return { ceiling: 1, value, at };
    const enough = Math.max(value + Math.max(tolerance(value), f.resolution ?? 0), decideAt ?? 0);
    const next: Piece[] = [];
    for (const piece of pieces) {
      const bound = upperBound(f, piece);
      if (bound <= enough || used > most) {
        ceiling = Math.max(ceiling, bound);
        continue;
      }
      const middle = middleOf(piece.low, piece.high);
      const atMiddle = f.value(middle);
      used += 2;
      if (atMiddle > value) [value, at] = [atMiddle, middle];
      next.push({ ...piece, high: middle, atHigh: atMiddle }, { ...piece, low: middle, atLow: atMiddle });
    }
    pieces = next;
  }
  return { ceiling: Math.max(value, ceiling), value, at };
}

function tolerance(value: number): number {
  return Math.max(smallest, Math.min(absolute, relative * value));
}

function upperBound(f: Bounded, { low, high, atLow, atHigh }: Piece): number {
  const top = Math.max(atLow, atHigh);
  if (high <= low) return top;
  const byCurvature = top + (f.curvature(low, high) * (high - low) ** 2) / 8;
  // The rounding of a sum of masses must not look like a piece that may be higher.
  return Math.max(top, Math.min(byCurvature, f.ceiling(low, high)));
}

/** Steps are even on the angle, where a rate is equally uncertain everywhere. */
function startPieces(f: Bounded): Piece[] {
  const [from, to] = [angle(f.from), angle(f.to)];
  const rates = Array.from({ length: start + 1 }, (_, i) => {
    if (i === 0) return f.from;
    return i === start ? f.to : Math.sin(from + ((to - from) * i) / start) ** 2;
  });
  const values = rates.map(f.value);
  return rates.slice(1).map((high, i) => ({
    low: rates[i] ?? f.from,
    high,
    atLow: values[i] ?? 0,
    atHigh: values[i + 1] ?? 0,
  }));
}

function highest(pieces: readonly Piece[]): { value: number; at: number } {
  let best = { value: pieces[0]?.atLow ?? 0, at: pieces[0]?.low ?? 0 };
  for (const { atHigh, high } of pieces) if (atHigh > best.value) best = { value: atHigh, at: high };
  return best;
}

function angle(rate: number): number {
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, rate))));
}

function middleOf(low: number, high: number): number {
  return Math.sin((angle(low) + angle(high)) / 2) ** 2;
}
