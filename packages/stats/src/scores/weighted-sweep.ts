import { clopperPearson } from '../intervals/clopper-pearson.ts';
import { bonferroniCritical } from '../multiplicity/bonferroni.ts';
import { checkLevel } from '../normal.ts';
import type { Confidence } from '../types.ts';
import { type ScoreCount, sortedScores } from './score-counts.ts';
import type { Sweep, SweepPoint, SweptRate } from './threshold-sweep.ts';
import { effectivePeople, peopleForRate, squaresOf } from './weights.ts';

/** Sums of weights, and of their squares. */
interface Sums {
  readonly sum: number;
  readonly squares: number;
}

/** Who is at or above a threshold, and who is below it, by what happened. */
interface Sides {
  readonly truePositives: Sums;
  readonly falsePositives: Sums;
  readonly falseNegatives: Sums;
  readonly trueNegatives: Sums;
}

const nobody: Sums = { sum: 0, squares: 0 };

const plus = (a: Sums, b: Sums): Sums => ({ sum: a.sum + b.sum, squares: a.squares + b.squares });

const less = (a: Sums, b: Sums): Sums => ({
  sum: Math.max(0, a.sum - b.sum),
  squares: Math.max(0, a.squares - b.squares),
});

/**
 * `thresholdSweep` of people with weights. The bands of Dvoretzky, Kiefer and Wolfowitz are made for people who count alike. Here each
 * rate is a weighted mean of ones and noughts, its variance by linearisation (T. Lumley, "Complex surveys", 2010, section 2.2), its limits
 * those of Clopper and Pearson for so many people of weight 1, at most as many as the weights alone say and as those of everybody would (E. L. Korn, B. I. Graubard,
 * "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24,
 * 1998), at the critical value of Bonferroni: they hold at all the thresholds together.
 */
export function weightedSweep(
  counts: readonly ScoreCount[],
  thresholds: readonly number[],
  level: number,
): Sweep {
  checkLevel(level);
  const rising = [...new Set(thresholds)].sort((a, b) => a - b);
  const sides = sidesAt(sortedScores(counts), rising);
  const unit = unitOf(counts);
  const confidence = { level, critical: bonferroniCritical(level, Math.max(1, rising.length)) };
  const sweep = (rate: SweptRate): readonly SweepPoint[] =>
    rising.map((threshold, i) => pointOf(rate, threshold, sides[i], unit, confidence));
  return {
    'selection-rate': sweep('selection-rate'),
    'true-positive-rate': sweep('true-positive-rate'),
    'false-positive-rate': sweep('false-positive-rate'),
    'positive-predictive-value': sweep('positive-predictive-value'),
    'negative-predictive-value': sweep('negative-predictive-value'),
    accuracy: sweep('accuracy'),
  };
}

/** So much weight counts as one person: the sum of squared weights over the sum of weights. */
function unitOf(counts: readonly ScoreCount[]): number {
  const all = counts.reduce((sums, count) => {
    const squares = squaresOf(count);
    return plus(sums, {
      sum: count.negatives + count.positives,
      squares: squares.negatives + squares.positives,
    });
  }, nobody);
  return all.squares / all.sum;
}

/** Added up from the highest score down, so that nobody above a threshold is nobody, and not what rounding left. */
function sidesAt(sorted: readonly ScoreCount[], rising: readonly number[]): readonly Sides[] {
  let [i, positives, negatives] = [sorted.length - 1, nobody, nobody];
  const addFrom = (threshold: number): void => {
    for (let count = sorted[i]; count !== undefined && count.score >= threshold; count = sorted[--i]) {
      const squares = squaresOf(count);
      positives = plus(positives, { sum: count.positives, squares: squares.positives });
      negatives = plus(negatives, { sum: count.negatives, squares: squares.negatives });
    }
  };
  const above = [...rising].reverse().map((threshold) => {
    addFrom(threshold);
    return { positives, negatives };
  });
  addFrom(Number.NEGATIVE_INFINITY);
  const all = { positives, negatives };
  return above.reverse().map((selected) => ({
    truePositives: selected.positives,
    falsePositives: selected.negatives,
    falseNegatives: less(all.positives, selected.positives),
    trueNegatives: less(all.negatives, selected.negatives),
  }));
}

/** Who counts as an event of a rate, and who else it is about. */
function partsOf(rate: SweptRate, sides: Sides): readonly [events: Sums, others: Sums] {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = sides;
  switch (rate) {
    case 'selection-rate':
      return [plus(truePositives, falsePositives), plus(falseNegatives, trueNegatives)];
    case 'true-positive-rate':
      return [truePositives, falseNegatives];
    case 'false-positive-rate':
      return [falsePositives, trueNegatives];
    case 'positive-predictive-value':
      return [truePositives, falsePositives];
    case 'negative-predictive-value':
      return [trueNegatives, falseNegatives];
    case 'accuracy':
      return [plus(truePositives, trueNegatives), plus(falsePositives, falseNegatives)];
  }
}

function pointOf(
  rate: SweptRate,
  threshold: number,
  sides: Sides | undefined,
  unit: number,
  confidence: Confidence,
): SweepPoint {
  const [events, others] = sides === undefined ? [nobody, nobody] : partsOf(rate, sides);
  const found = peopleForRate({
    events: events.sum,
    others: others.sum,
    eventSquares: events.squares,
    otherSquares: others.squares,
  });
  if (found === null) return { threshold, value: null, interval: null };
  const all = plus(events, others);
  const value = events.sum / all.sum;
  // At the ends of the score a few light people say little of the heavy ones who could have been there.
  const n = Math.min(found.n, effectivePeople(all.sum, all.squares), all.sum / unit);
  return { threshold, value, interval: clopperPearson({ events: value * n, n }, confidence) };
}
