import { statsErrors } from '../errors.ts';
import { checkLevel, normalUpperTail } from '../normal.ts';
import { findRoot } from '../root.ts';
import { equality } from '../tests/equality.ts';
import type { Interval, TestResult } from '../types.ts';

/** A group in which the event of some people is not known. */
export interface PartlyKnown {
  /** People known to have the event. */
  readonly events: number;
  /** People of whom it is known whether they have it. */
  readonly known: number;
  /** People of whom it is not known. */
  readonly missing: number;
}

/** Between which values a quantity lies, whatever the missing people are; `null` is an open side. */
export interface Bounds {
  readonly low: number;
  readonly high: number | null;
}

/**
 * The bounds of a rate when nothing is assumed about the missing: none of them has the event, or all do. They are not an
 * interval of chance: more people do not narrow them. J. L. Horowitz and C. F. Manski, JASA 95 (2000).
 * @returns `null` when nobody is there.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts that cannot be.
 * @example worstCaseRate({ events: 30, known: 80, missing: 20 }) // 0.3 to 0.5
 */
export function worstCaseRate(group: PartlyKnown): { readonly low: number; readonly high: number } | null {
  const part = partOf(group);
  return part === null ? null : { low: part.low, high: part.high };
}

/** The bounds of a difference of two rates, `a - b`: each group's missing people decide for themselves. */
export function worstCaseDifference(a: PartlyKnown, b: PartlyKnown): Bounds | null {
  const [first, second] = [partOf(a), partOf(b)];
  if (first === null || second === null) return null;
  return { low: first.low - second.high, high: first.high - second.low };
}

/** The bounds of a ratio of two rates, `a / b`; high is `null` where the rate of `b` may be 0. */
export function worstCaseRatio(a: PartlyKnown, b: PartlyKnown): Bounds | null {
  const [first, second] = [partOf(a), partOf(b)];
  if (first === null || second === null) return null;
  return {
    low: second.high === 0 ? 0 : first.low / second.high,
    high: second.low === 0 ? null : first.high / second.low,
  };
}

/**
 * Chance and missing people together: an interval that covers the true rate with the level, wherever in its bounds it
 * lies. G. W. Imbens and C. F. Manski, Econometrica 72 (2004). With nobody missing it is the two-sided normal interval.
 */
export function worstCaseRateInterval(group: PartlyKnown, level: number): Interval | null {
  const part = partOf(group);
  if (part === null) return null;
  return joined({ low: part.low, high: part.high }, part.lowVariance, part.highVariance, level, {
    least: 0,
    most: 1,
  });
}

/** The same for a difference of two rates, `a - b`. */
export function worstCaseDifferenceInterval(a: PartlyKnown, b: PartlyKnown, level: number): Interval | null {
  const [first, second] = [partOf(a), partOf(b)];
  if (first === null || second === null) return null;
  const bounds = { low: first.low - second.high, high: first.high - second.low };
  const [lowVariance, highVariance] = [
    first.lowVariance + second.highVariance,
    first.highVariance + second.lowVariance,
  ];
  return joined(bounds, lowVariance, highVariance, level, { least: -1, most: 1 });
}

/**
 * The same for a ratio, `a / b`, on the logarithm with the delta method. A side whose bound is 0 or open stays so.
 */
export function worstCaseRatioInterval(a: PartlyKnown, b: PartlyKnown, level: number): Interval | null {
  checkLevel(level);
  const [first, second] = [partOf(a), partOf(b)];
  if (first === null || second === null) return null;
  const relative = (variance: number, rate: number): number => variance / (rate * rate);
  const low = first.low > 0 ? Math.log(first.low / second.high) : null;
  const high = second.low > 0 && first.high > 0 ? Math.log(first.high / second.low) : null;
  const lowSe =
    low === null
      ? 0
      : Math.sqrt(relative(first.lowVariance, first.low) + relative(second.highVariance, second.high));
  const highSe =
    high === null
      ? 0
      : Math.sqrt(relative(first.highVariance, first.high) + relative(second.lowVariance, second.low));
  const width = low === null || high === null ? Number.POSITIVE_INFINITY : high - low;
  const critical = imbensManskiCritical(width, Math.max(lowSe, highSe), level);
  return {
    low: low === null ? 0 : Math.exp(low - critical * lowSe),
    high: high === null ? null : Math.exp(high + critical * highSe),
    level,
    method: 'imbens-manski',
  };
}

/**
 * Are people missing in one group more often than in another? Chi-squared, exact where counts are small (`equality`).
 * @returns `null` for fewer than two groups with people.
 */
export function differentialMissingness(
  groups: readonly PartlyKnown[],
  options: { readonly seed?: number } = {},
): TestResult | null {
  return equality(
    groups.map(({ known, missing }) => ({ events: missing, n: known + missing })),
    options,
  );
}

/**
 * The critical value C of Imbens and Manski: Phi(C + width / error) - Phi(-C) = level. Between the one-sided value (wide
 * bounds) and the two-sided one (no width).
 */
export function imbensManskiCritical(width: number, error: number, level: number): number {
  checkLevel(level);
  const shift = error === 0 ? Number.POSITIVE_INFINITY : width / error;
  const missed = (c: number): number => normalUpperTail(c + shift) + normalUpperTail(c) - (1 - level);
  return findRoot(missed, 0, 40, 1e-14);
}

interface Part {
  readonly low: number;
  readonly high: number;
  readonly lowVariance: number;
  readonly highVariance: number;
}

function partOf({ events, known, missing }: PartlyKnown): Part | null {
  const possible = events >= 0 && events <= known && missing >= 0 && Number.isFinite(known + missing);
  if (!possible) throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'impossible', { events, n: known });
  const n = known + missing;
  if (n === 0) return null;
  const [low, high] = [events / n, (events + missing) / n];
  return { low, high, lowVariance: (low * (1 - low)) / n, highVariance: (high * (1 - high)) / n };
}

function joined(
  bounds: { readonly low: number; readonly high: number },
  lowVariance: number,
  highVariance: number,
  level: number,
  { least, most }: { readonly least: number; readonly most: number },
): Interval {
  const [lowSe, highSe] = [Math.sqrt(lowVariance), Math.sqrt(highVariance)];
  const critical = imbensManskiCritical(bounds.high - bounds.low, Math.max(lowSe, highSe), level);
  return {
    low: Math.max(least, bounds.low - critical * lowSe),
    high: Math.min(most, bounds.high + critical * highSe),
    level,
    method: 'imbens-manski',
  };
}
