import { uniformStream } from '../discrete/draw.ts';
import { statsErrors } from '../errors.ts';
import { sum } from '../sum.ts';
import type { Proportion } from '../types.ts';
import { near, type Shape, shapeOf } from './shape.ts';
import { deal, logLikelihood } from './urn.ts';

/** Where a rate changed, if it did. */
export interface ChangePoint {
  /** The index of the first period after the most likely change. */
  readonly index: number;
  /** The rates before and from `index` on. */
  readonly before: number;
  readonly after: number;
  /** Twice the logarithm of the likelihood ratio of one change against none. */
  readonly statistic: number;
  /** The chance of a statistic at least as large when nothing changed; at least 1 / (drawings + 1). */
  readonly p: number;
  /**
   * Where a change that passed tells much more than one that lasts: the index of the first period after it. `before` is then
   * the rate before `index` and from `until` on, `after` the rate between. Null where one lasting change tells as much.
   */
  readonly until: number | null;
  /**
   * Where it is no single change, though more than chance: a way up or down that fits as well, or none that fits. Null where one
   * change is what was seen, and where p says nothing.
   */
  readonly shape: Shape | null;
  /** All indices whose own statistic is so near the largest that the change may well be there. */
  readonly plausible: readonly number[];
}

const drawingsByDefault = 9_999;
/** Above it nobody says that anything changed, and the shape is of no use. */
const alpha = 0.05;
/** So many drawings as large as what was seen say that it is not rare; more would not change the answer. */
const enoughByDefault = 20;
/**
 * How much more than a lasting change one that passed must tell: what is near, and Schwarz's price of a further place among so
 * many periods (two parameters more cost twice the logarithm of their number).
 */
const passingMustTell = (periods: number): number => near + 2 * Math.log(periods);

/**
 * One change in a rate over periods: the largest likelihood ratio over all places where it may have changed.
 * K. J. Worsley, "The power of likelihood ratio and cumulative sum tests for a change in a binomial probability",
 * Biometrika 70 (1983). The p-value is exact but for the drawing: given all events, equal rates deal them over the periods
 * like balls from an urn, whatever the rate is. Drawing stops early where the answer is plain: J. Besag and P. Clifford,
 * "Sequential Monte Carlo p-values", Biometrika 78 (1991).
 * @param periods in the order of time, whole people; periods with nobody stay in the list.
 * @returns `null` with fewer than two periods that have people, or when the event happened to all or nobody.
 */
export function changePoint(
  periods: readonly Proportion[],
  options: { readonly seed: number; readonly drawings?: number; readonly enough?: number },
): ChangePoint | null {
  const { seed, drawings = drawingsByDefault, enough = enoughByDefault } = options;
  periods.forEach(checkWhole);
  const people = periods.map(({ n }) => n);
  const events = periods.map((period) => period.events);
  const splits = splitsOf(events, people);
  const best = splits.reduce<Split | null>((a, b) => (a === null || b.ratio > a.ratio ? b : a), null);
  const happened = sum(events);
  if (best === null || happened === 0 || happened === sum(people)) return null;
  const uniform = uniformStream(seed);
  let [asLarge, drawn] = [0, 0];
  while (drawn < drawings && asLarge < enough) {
    drawn += 1;
    const splitsOfDrawn = splitsOf(deal(uniform, happened, people), people);
    // Tables that are the same but for rounding are as large.
    if (splitsOfDrawn.some(({ ratio }) => ratio >= best.ratio * (1 - 1e-12))) asLarge += 1;
  }
  const p = asLarge >= enough ? asLarge / drawn : (1 + asLarge) / (1 + drawn);
  const shape = (pieces: readonly (readonly Proportion[])[], ratio: number): Shape | null =>
    p <= alpha ? shapeOf(periods, pieces, ratio, uniform) : null;
  const passing = passingOf(events, people);
  const statistic = best.ratio;
  const { index, before, after } = best;
  const plausible = splits.filter(({ ratio }) => statistic - ratio <= near).map((split) => split.index);
  const lasting = { index, before, after, statistic, p, until: null, plausible };
  if (passing !== null && passing.ratio - statistic > passingMustTell(people.length)) {
    const { index: from, until } = passing.told;
    const pieces = [periods.slice(from, until), [...periods.slice(0, from), ...periods.slice(until)]];
    const is = shape(pieces, passing.ratio);
    return is === null ? { ...passing.told, statistic, p, shape: null } : { ...lasting, shape: is };
  }
  return { ...lasting, shape: shape([periods.slice(0, index), periods.slice(index)], statistic) };
}

interface Passing {
  readonly ratio: number;
  readonly told: Pick<ChangePoint, 'after' | 'before' | 'index' | 'plausible'> & { readonly until: number };
}

/**
 * The change that passed (an epidemic alternative: B. Levin and J. Kline, "The CUSUM test of homogeneity with an application in
 * spontaneous abortion epidemiology", Statistics in Medicine 4, 1985): one rate in a run of periods, another before and after.
 */
function passingOf(events: readonly number[], people: readonly number[]): Passing | null {
  const [all, allEvents] = [sum(people), sum(events)];
  const none = logLikelihood(allEvents, all);
  const last = people.findLastIndex((n) => n > 0);
  const starts: { readonly index: number; readonly until: number; readonly ratio: number }[] = [];
  for (let index = people.findIndex((n) => n > 0) + 1; index < last; index++) {
    let [n, e] = [0, 0];
    let found: (typeof starts)[number] | null = null;
    for (let until = index + 1; until <= last; until++) {
      n += people[until - 1] ?? 0;
      e += events[until - 1] ?? 0;
      if (n === 0) continue;
      const ratio = 2 * (logLikelihood(e, n) + logLikelihood(allEvents - e, all - n) - none);
      if (found === null || ratio > found.ratio) found = { index, until, ratio };
    }
    if (found !== null && (people[index] ?? 0) > 0) starts.push(found);
  }
  const best = starts.reduce<(typeof starts)[number] | null>(
    (a, b) => (a === null || b.ratio > a.ratio ? b : a),
    null,
  );
  if (best === null) return null;
  const inside = (counts: readonly number[]): number => sum(counts.slice(best.index, best.until));
  const [n, e] = [inside(people), inside(events)];
  const plausible = starts.filter(({ ratio }) => best.ratio - ratio <= near).map(({ index }) => index);
  const told = {
    index: best.index,
    until: best.until,
    before: (allEvents - e) / (all - n),
    after: e / n,
    plausible,
  };
  return { ratio: best.ratio, told };
}

function checkWhole({ events, n }: Proportion): void {
  if (Number.isInteger(events) && Number.isInteger(n) && events >= 0 && events <= n) return;
  throw statsErrors.error('OMBUD_E_STATS_COUNTS', 'impossible', { events, n });
}

interface Split {
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
}

function splitsOf(events: readonly number[], people: readonly number[]): readonly Split[] {
  const [all, allEvents] = [sum(people), sum(events)];
  const none = logLikelihood(allEvents, all);
  const splits: Split[] = [];
  let [n, e] = [0, 0];
  for (let index = 1; index < people.length; index++) {
    n += people[index - 1] ?? 0;
    e += events[index - 1] ?? 0;
    // After a period with nobody it is the same split once more.
    if (n === 0 || n === all || people[index - 1] === 0) continue;
    const ratio = 2 * (logLikelihood(e, n) + logLikelihood(allEvents - e, all - n) - none);
    splits.push({ index, before: e / n, after: (allEvents - e) / (all - n), ratio: Math.max(0, ratio) });
  }
  return splits;
}
