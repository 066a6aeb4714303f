import type { Claim, DifferencePair, Finding } from '@ombud/contract';
import { findingLevel, leavesOutEqual, type WithChance } from './chance.ts';

/** The pairs of an audit of scores. */
export function scorePairs({ details }: Finding): readonly DifferencePair[] {
  switch (details?.kind) {
    case 'need':
    case 'ranking':
    case 'calibration':
      return details.pairs;
    default:
      return [];
  }
}

/**
 * Whether the interval leaves out 0 and the adjusted test is below this finding's share of the one error rate: what a
 * sentence may call more than chance.
 */
export function isReal(
  result: WithChance,
  finding: Finding,
  { difference: { interval }, pAdjusted }: DifferencePair,
): boolean {
  const isApart = leavesOutEqual({ measure: 'difference', interval }) === true;
  return isApart && pAdjusted !== null && pAdjusted <= findingLevel(result.chance, finding);
}

interface Found {
  readonly pair: DifferencePair;
  readonly index: number;
}

/** How clear a gap is: its distance from 0 in halves of its interval. */
function clarity({ pair: { difference } }: Found): number {
  const { value, interval } = difference;
  if (value === null || interval === null || interval.low === null || interval.high === null) return -1;
  return Math.abs(value) / Math.max(Number.MIN_VALUE, interval.high - interval.low);
}

/** Where everybody of a band is alike an interval has no width, and says nothing of how sure it is. */
const saysHowSure = ({ pair: { difference } }: Found): boolean =>
  difference.interval !== null && difference.interval.low !== difference.interval.high;

/** The clearest gap of an audit of scores; among the real ones where there are any. */
function clearestGap(result: WithChance, finding: Finding): Found | null {
  const all = scorePairs(finding).map((pair, index): Found => ({ pair, index }));
  const real = all.filter(({ pair }) => isReal(result, finding, pair));
  const [clearest] = (real.length > 0 ? real : all)
    .filter((found) => found.pair.difference.value !== null && saysHowSure(found))
    .sort((a, b) => clarity(b) - clarity(a));
  return clearest ?? null;
}

/** What an audit of scores by a single attribute claims: its clearest gap. */
export function scoreClaims(result: WithChance, finding: Finding, place: number): Claim[] {
  const { audit, measure, groupBy, details } = finding;
  const clearest = groupBy.length === 1 ? clearestGap(result, finding) : null;
  if (clearest === null) return [];
  const { pair, index } = clearest;
  const { group, reference, difference } = pair;
  if (difference.value === null || reference === 'population') return [];
  const need = details?.kind === 'need' ? details.need : null;
  const params = {
    ...{ audit, measure, groupBy, need, group, reference },
    ...{ value: difference.value, interval: difference.interval, real: isReal(result, finding, pair) },
  };
  return [{ code: 'score-gap', params, supports: { kind: 'pair', finding: place, pair: index } }];
}

/** The change of a group over time that is more than chance, or null. */
export function realChange(result: WithChance, finding: Finding, index: number) {
  if (finding.details?.kind !== 'periods') return null;
  const series = finding.details.groups[index];
  const change = series?.change ?? null;
  return series === undefined || change === null || change.pAdjusted > findingLevel(result.chance, finding)
    ? null
    : { group: series.group, change, periods: series.periods };
}

type RealChange = NonNullable<ReturnType<typeof realChange>>;

/** Between which two periods a rate moved that changed at no single moment; null where it did, or where nobody is there. */
export function movedBetween({ change, periods }: Pick<RealChange, 'change' | 'periods'>) {
  const { shape } = change;
  if (shape === undefined) return null;
  const rates = periods.flatMap(({ period, rate }) =>
    rate.value === null ? [] : [{ period, value: rate.value }],
  );
  const inOrder = shape === 'unsteady' ? [...rates].sort((a, b) => a.value - b.value) : rates;
  const [from, to] = [inOrder[0], inOrder.at(-1)];
  return from === undefined || to === undefined ? null : { shape, from, to };
}

/** More changes than this nobody reads; the table has all. */
const mostChanges = 6;

/** Each change of a rate over time that is more than chance, the clearest first. */
export function changeClaims(result: WithChance, finding: Finding, place: number): Claim[] {
  if (finding.details?.kind !== 'periods') return [];
  return finding.details.groups
    .flatMap((_, index) => {
      const real = realChange(result, finding, index);
      return real === null ? [] : [{ ...real, index }];
    })
    .sort((a, b) => a.change.p - b.change.p || width(b.change) - width(a.change))
    .slice(0, mostChanges)
    .map((real) => changeClaim(finding, place, real));
}

function changeClaim(
  { audit, measure, groupBy }: Finding,
  place: number,
  real: RealChange & { readonly index: number },
): Claim {
  const { group, change, index } = real;
  const supports = { kind: 'pair', finding: place, pair: index } as const;
  const moved = movedBetween(real);
  if (moved !== null)
    return { code: 'rate-moved', params: { audit, measure, groupBy, group, ...moved }, supports };
  const { period, until, before, after } = change;
  const passed = until === undefined ? {} : { until };
  const params = { audit, measure, groupBy, group, period, ...passed, before, after };
  return { code: 'rate-changed', params, supports };
}

const width = ({ before, after }: { readonly before: number; readonly after: number }): number =>
  Math.abs(after - before);
