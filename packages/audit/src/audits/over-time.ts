import type { Finding, Period, PeriodsDetails, Reason } from '@ombud/contract';
import { betaMixture, changePoint, holm, type Proportion, wilson } from '@ombud/stats';
import { type Cells, type Rate, type Stratum, strataOf, tabulate, within } from '@ombud/table';
import { type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';
import { unlabelled } from './rate-finding.ts';
import { rates } from './rates.ts';
import { selectiveLabels } from './unknown.ts';

const id = 'over-time';

/** More periods than this no picture can show: a longer period says the same. */
const mostPeriods = 400;

type Series = PeriodsDetails['groups'][number];

/** A group's counts, one a period. */
interface Counted {
  readonly group: Series['group'];
  readonly counts: readonly (Proportion & { readonly period: string })[];
}

/** The rates that are looked at; where an outcome is known for one decision alone, also the predictive value of that one. */
const measuresOf = (timed: Cells): readonly (readonly [string, Rate])[] => {
  const { cells } = timed;
  const selective = selectiveLabels(timed);
  const known = selective?.decision === true ? 'negative-predictive-value' : 'positive-predictive-value';
  const decided = cells.some(({ decision }) => decision !== null);
  const happened = cells.some(({ outcome }) => outcome !== null);
  return [
    ...(decided ? [['selection-rate', rates['selection-rate']] as const] : []),
    ...(happened ? [['base-rate', rates['base-rate']] as const] : []),
    ...(decided && happened
      ? ([
          ['false-positive-rate', rates['false-positive-rate']],
          ['false-negative-rate', rates['false-negative-rate']],
        ] as const)
      : []),
    ...(selective === null ? [] : [[known, rates[known]] as const]),
  ];
};

const periodName = ({ stratum }: Stratum): string => Object.values(stratum)[0] ?? '';

function count(timed: Cells, periods: readonly Stratum[], groupBy: readonly string[], rate: Rate): Counted[] {
  const tables = periods.map((period) => ({
    period: periodName(period),
    tallies: new Map(
      tabulate(timed, groupBy, within(rate, period.contains)).tallies.map((tally) => [tally.key, tally]),
    ),
  }));
  return tabulate(timed, groupBy, rate).tallies.map(({ key, group }) => ({
    group,
    counts: tables.map(({ period, tallies }) => {
      const { events = 0, n = 0, effectiveN } = tallies.get(key) ?? {};
      return { period, events, n, ...(effectiveN === undefined ? {} : { effectiveN }) };
    }),
  }));
}

const isWeighted = ({ counts }: Counted): boolean =>
  counts.some(({ effectiveN }) => effectiveN !== undefined);

/** The sequence counts people one by one, each as one: no such band is known for weights, and none is drawn. */
function pointsOf(counted: Counted, level: number): Series['periods'] {
  const weighted = isWeighted(counted);
  let [events, n] = [0, 0];
  return counted.counts.map((count) => {
    events += count.events;
    n += count.n;
    return {
      period: count.period,
      events: count.events,
      n: count.n,
      rate: { value: count.n > 0 ? count.events / count.n : null, interval: wilson(count, { level }) },
      always: weighted ? null : betaMixture({ events, n }, level),
    };
  });
}

type Change = Omit<NonNullable<Series['change']>, 'pAdjusted'>;

function changeOf({ counts }: Counted, seed: number): Change | null {
  const found = changePoint(counts, { seed });
  if (found === null) return null;
  const name = (index: number): string => counts[index]?.period ?? '';
  const { index, until, shape, before, after, p, plausible } = found;
  const passed = until === null ? {} : { until: name(until) };
  return {
    period: name(index),
    ...passed,
    ...(shape === null ? {} : { shape }),
    before,
    after,
    p,
    plausible: plausible.map(name),
  };
}

function seriesOf(counted: readonly Counted[], { level, seed }: AuditContext): Series[] {
  const changes = counted.map((one) => (isWeighted(one) ? null : changeOf(one, seed)));
  const ps = holm(changes.map((change) => change?.p ?? null));
  return counted.map((one, i) => {
    const change = changes[i] ?? null;
    return {
      group: one.group,
      periods: pointsOf(one, level),
      change: change === null ? null : { ...change, pAdjusted: ps[i] ?? 1 },
    };
  });
}

/** Why nothing is said about time: there are not two periods, or no date that can be read. */
export const tooFewPeriods = ({ length }: readonly unknown[]): Reason =>
  length === 0 ? { code: 'no-period', params: {} } : { code: 'one-period', params: { periods: length } };

const tooManyPeriods = ({ length }: readonly unknown[]): Reason | null =>
  length > mostPeriods ? { code: 'many-periods', params: { periods: length, most: mostPeriods } } : null;

function findingsOf(
  timed: Cells,
  period: Period,
  groupBy: readonly string[],
  context: AuditContext,
): Finding[] {
  const periods = strataOf(timed);
  const reason = periods.length < 2 ? tooFewPeriods(periods) : tooManyPeriods(periods);
  if (reason !== null) return [finding(id, groupBy, { state: 'cannot-tell', reason })];
  return measuresOf(timed).map(([measure, rate]) => {
    const selective = unlabelled(timed, rate);
    if (selective !== null) return finding(id, groupBy, { measure, state: 'cannot-tell', reason: selective });
    const groups = seriesOf(count(timed, periods, groupBy, rate), context);
    return finding(id, groupBy, { measure, details: { kind: 'periods', period, groups } });
  });
}

/**
 * Each rate by period and group, with a band that may be looked at after every period, and the most likely change (Worsley
 * 1983). Single attributes only: a month of a crossing has few people.
 */
export const overTime = defineAudit({
  id,
  title: 'Over time',
  description: 'Each rate by period, with a band that holds however often one looks, and when it changed.',
  needs: ['time', 'groups'],
  needsOneOf: ['decision', 'outcome'],
  measures: [],
  // Up to four rates are looked at.
  claims: 4,
  tags: ['eu-ai-act-72'],
  run: (_, context) => {
    const { timed, period, repeated } = context;
    if (repeated) return [notOfRepeated(id)];
    if (timed === null) return [];
    return context.groupings
      .filter(({ length }) => length === 1)
      .flatMap((groupBy) => findingsOf(timed, period, groupBy, context));
  },
});
