import { statsErrors } from '../errors.ts';

/** What became of the people who got one decision. */
export interface OutcomesOf {
  readonly events: number;
  readonly others: number;
  /** The outcome is not known. */
  readonly unknown: number;
}

/** A group by decision and outcome, with outcomes that are not known: of loans refused nobody knows whether they were repaid. */
export interface SelectiveCounts {
  readonly positive: OutcomesOf;
  readonly negative: OutcomesOf;
}

/** A rate that is bounded although outcomes are known of one decision only. */
export type SelectiveMeasure =
  | 'selection-rate'
  | 'base-rate'
  | 'true-positive-rate'
  | 'false-negative-rate'
  | 'false-positive-rate'
  | 'true-negative-rate'
  | 'positive-predictive-value'
  | 'false-discovery-rate'
  | 'negative-predictive-value'
  | 'false-omission-rate'
  | 'accuracy';

/** The lowest and highest value of a measure over all outcomes that the unknown people may have. */
export interface MeasureBounds {
  readonly low: number;
  readonly high: number;
  /** One value, whatever the unknown outcomes are: the measure still holds. */
  readonly identified: boolean;
}

/** For which decision alone the outcome is known. */
export type KnownFor = 'positive' | 'negative';

/** Below this share of known outcomes one decision counts as unknown; the other must be known to at least `mostlyKnown`. */
export const hardlyKnown = 0.02;
export const mostlyKnown = 0.5;

/**
 * Is the outcome known for one decision only (selective labels: H. Lakkaraju et al., KDD 2017)? Then rates that divide by the
 * outcome mean nothing: all known people were decided alike.
 * @param groups all groups of a source, or one.
 * @returns for which decision it is known, or `null` where it is known, or unknown, for both.
 */
export function selectiveOutcomes(groups: readonly SelectiveCounts[]): KnownFor | null {
  const share = (pick: (group: SelectiveCounts) => OutcomesOf): number | null => {
    let [known, all] = [0, 0];
    for (const { events, others, unknown } of groups.map(pick)) {
      known += events + others;
      all += events + others + unknown;
    }
    return all === 0 ? null : known / all;
  };
  const [positive, negative] = [share((group) => group.positive), share((group) => group.negative)];
  if (positive === null || negative === null) return null;
  if (negative <= hardlyKnown && positive >= mostlyKnown) return 'positive';
  return positive <= hardlyKnown && negative >= mostlyKnown ? 'negative' : null;
}

/**
 * What the counts say of every measure when nothing is assumed about the unknown outcomes (J. L. Horowitz and C. F. Manski,
 * JASA 95, 2000). Each measure is lowest and highest at an end: all unknown of a decision have the event, or none.
 * @returns `null` for a measure that has no value whatever the unknown are (nobody is in its denominator).
 * @throws OmbudError OMBUD_E_STATS_COUNTS for negative counts.
 * @example measureBounds({ positive: { events: 80, others: 20, unknown: 0 }, negative: { events: 0, others: 0, unknown: 100 } })
 */
export function measureBounds(counts: SelectiveCounts): Record<SelectiveMeasure, MeasureBounds | null> {
  check(counts);
  const bounds = (measure: (table: Confusion) => readonly [number, number]): MeasureBounds | null =>
    extremes(counts, measure);
  return {
    'selection-rate': bounds(({ tp, fp, fn, tn }) => [tp + fp, tp + fp + fn + tn]),
    'base-rate': bounds(({ tp, fp, fn, tn }) => [tp + fn, tp + fp + fn + tn]),
    'true-positive-rate': bounds(({ tp, fn }) => [tp, tp + fn]),
    'false-negative-rate': bounds(({ tp, fn }) => [fn, tp + fn]),
    'false-positive-rate': bounds(({ fp, tn }) => [fp, fp + tn]),
    'true-negative-rate': bounds(({ fp, tn }) => [tn, fp + tn]),
    'positive-predictive-value': bounds(({ tp, fp }) => [tp, tp + fp]),
    'false-discovery-rate': bounds(({ tp, fp }) => [fp, tp + fp]),
    'negative-predictive-value': bounds(({ fn, tn }) => [tn, fn + tn]),
    'false-omission-rate': bounds(({ fn, tn }) => [fn, fn + tn]),
    accuracy: bounds(({ tp, fp, fn, tn }) => [tp + tn, tp + fp + fn + tn]),
  };
}

/** Measures whose bounds are one value. */
export function identifiedMeasures(counts: SelectiveCounts): SelectiveMeasure[] {
  return Object.entries(measureBounds(counts)).flatMap(([measure, bounds]) =>
    bounds?.identified ? [measure as SelectiveMeasure] : [],
  );
}

interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

const same = 1e-12;

function extremes(
  { positive, negative }: SelectiveCounts,
  measure: (table: Confusion) => readonly [number, number],
): MeasureBounds | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const x of [0, positive.unknown]) {
    for (const y of [0, negative.unknown]) {
      const [above, below] = measure({
        tp: positive.events + x,
        fp: positive.others + positive.unknown - x,
        fn: negative.events + y,
        tn: negative.others + negative.unknown - y,
      });
      if (below === 0) continue;
      low = Math.min(low, above / below);
      high = Math.max(high, above / below);
    }
  }
  return low > high ? null : { low, high, identified: high - low < same };
}

function check({ positive, negative }: SelectiveCounts): void {
  for (const { events, others, unknown } of [positive, negative]) {
    const wrong = [events, others, unknown].find((count) => !(count >= 0 && Number.isFinite(count)));
    if (wrong !== undefined) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'cell', { value: wrong });
  }
}
