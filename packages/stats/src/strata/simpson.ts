import { newcombe } from '../intervals/newcombe.ts';
import { multinomialBootstrap } from '../resampling/multinomial-bootstrap.ts';
import type { Estimate, Interval, Proportion } from '../types.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import type { PairTable } from './table.ts';

/** At which level, with which seed and how many drawings a reversal is looked for. */
export interface SimpsonOptions {
  /** Of every interval: 1 minus the error of the claims, for example 0.95. */
  readonly level: number;
  /** Of the bootstrap. */
  readonly seed: number;
  readonly replicates?: number;
}

/** What the strata say of a crude gap between two groups. */
export interface SimpsonEvidence {
  /**
   * `nobody-comparable`: no stratum has people of both groups. `no-gap`: the crude gap itself may be chance. `reversal`: inside
   * the strata the effect is surely on the other side. `mostly-explained`: surely more than half of the gap goes away when
   * the groups are spread alike. `not-explained`: the effect inside is surely on the same side, and no such share is sure.
   * `unclear`: none of these is sure.
   */
  readonly reading:
    | 'nobody-comparable'
    | 'no-gap'
    | 'reversal'
    | 'mostly-explained'
    | 'not-explained'
    | 'unclear';
  /** Rate of `a` minus rate of `b`, all people. */
  readonly crude: Estimate;
  /** The same for people in strata that have both groups. */
  readonly crudeOfComparable: Estimate;
  /** Odds ratio inside the strata (Mantel-Haenszel); below 1 where `a` has the lower odds. */
  readonly oddsRatioInside: Estimate;
  /** Difference of rates inside the strata (Mantel-Haenszel). */
  readonly differenceInside: Estimate;
  /** The share of the crude gap of the comparable people that the strata explain; above 1 for a reversal. */
  readonly explained: Estimate;
  readonly people: { readonly comparable: number; readonly all: number };
}

/**
 * Does a gap between two groups turn round, or go away, inside strata? A reversal (E. H. Simpson, JRSS B 13, 1951; P. Bickel,
 * E. Hammel, J. O'Connell, Science 187, 1975) is only said when the crude gap and the effect inside are both surely there and
 * on different sides, for the same people: those in strata that have both groups. The share that is explained is
 * 1 - standardised / crude difference (E. Kitagawa, JASA 50, 1955), its interval by a bootstrap of the cells.
 * @param tables a table for each stratum.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for counts that cannot be.
 */
export function simpsonEvidence(tables: readonly PairTable[], options: SimpsonOptions): SimpsonEvidence {
  const confidence = { level: options.level };
  const both = tables.filter(({ a, b }) => a.n > 0 && b.n > 0);
  const crude = differenceOf(tables, options.level);
  const crudeOfComparable = differenceOf(both, options.level);
  const { oddsRatio, riskDifference } = mantelHaenszel(both, confidence);
  const gap = sideOf(crude.interval, 0);
  const sameGap = gap !== 0 && sideOf(crudeOfComparable.interval, 0) === gap;
  const explained = sameGap ? explainedShare(both, options) : nothing;
  const inside = sideOf(oddsRatio.interval, 1);
  return {
    reading: readingOf({ comparable: both.length, gap, sameGap, inside, share: explained.interval }),
    crude,
    crudeOfComparable,
    oddsRatioInside: oddsRatio,
    differenceInside: riskDifference,
    explained,
    people: { comparable: peopleIn(both), all: peopleIn(tables) },
  };
}

const nothing: Estimate = { value: null, interval: null };
const mostOfIt = 0.5;

function readingOf(facts: {
  readonly comparable: number;
  readonly gap: number;
  readonly sameGap: boolean;
  readonly inside: number;
  readonly share: Interval | null;
}): SimpsonEvidence['reading'] {
  if (facts.comparable === 0) return 'nobody-comparable';
  if (facts.gap === 0) return 'no-gap';
  if (facts.sameGap && facts.inside === -facts.gap) return 'reversal';
  const low = facts.share?.low ?? null;
  if (low !== null && low > mostOfIt) return 'mostly-explained';
  return facts.sameGap && facts.inside === facts.gap ? 'not-explained' : 'unclear';
}

/** -1 or 1 where an interval lies wholly below or above a value, else 0. */
function sideOf(interval: Interval | null, value: number): -1 | 0 | 1 {
  if (interval === null) return 0;
  if (interval.low !== null && interval.low > value) return 1;
  return interval.high !== null && interval.high < value ? -1 : 0;
}

function differenceOf(tables: readonly PairTable[], level: number): Estimate {
  const [a, b] = [sumOf(tables.map((table) => table.a)), sumOf(tables.map((table) => table.b))];
  if (a.n === 0 || b.n === 0) return nothing;
  return { value: a.events / a.n - b.events / b.n, interval: newcombe(a, b, { level }) };
}

function sumOf(groups: readonly Proportion[]): Proportion {
  let [events, n, effectiveN] = [0, 0, 0];
  for (const group of groups) {
    events += group.events;
    n += group.n;
    effectiveN += group.effectiveN ?? group.n;
  }
  return effectiveN === n ? { events, n } : { events, n, effectiveN };
}

function peopleIn(tables: readonly PairTable[]): number {
  return tables.reduce((sum, { a, b }) => sum + a.n + b.n, 0);
}

/** Four cells a stratum: events and others of `a`, events and others of `b`. Effective people are drawn. */
function explainedShare(tables: readonly PairTable[], { level, seed, replicates }: SimpsonOptions): Estimate {
  const cells = tables.flatMap(({ a, b }) => [...cellsOf(a), ...cellsOf(b)]);
  const value = shareOf(Float64Array.from(cells));
  const options = { level, seed, ...(replicates === undefined ? {} : { replicates }) };
  return { value, interval: multinomialBootstrap(cells, shareOf, options) };
}

function cellsOf({ events, n, effectiveN = n }: Proportion): [number, number] {
  return [(events / n) * effectiveN, (1 - events / n) * effectiveN];
}

function shareOf(cells: Float64Array): number | null {
  let eventsA = 0;
  let nA = 0;
  let eventsB = 0;
  let nB = 0;
  let weights = 0;
  let standardised = 0;
  // A bootstrap asks this a thousand times: no arrays are made in it.
  for (let i = 0; i < cells.length; i += 4) {
    const xA = cells[i] ?? 0;
    const xB = cells[i + 2] ?? 0;
    const ofA = xA + (cells[i + 1] ?? 0);
    const othersB = cells[i + 3] ?? 0;
    const ofB = xB + othersB;
    eventsA += xA;
    nA += ofA;
    eventsB += xB;
    nB += ofB;
    if (ofA === 0 || ofB === 0) continue;
    const weight = ofA + xB + othersB;
    weights += weight;
    standardised += weight * (xA / ofA - xB / ofB);
  }
  const crude = eventsA / nA - eventsB / nB;
  if (weights === 0 || !Number.isFinite(crude) || crude === 0) return null;
  return 1 - standardised / weights / crude;
}
