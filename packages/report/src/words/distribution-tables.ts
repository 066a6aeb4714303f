import { ownThresholdsOf } from '@ombud/audit/answer';
import type {
  DistributionsDetails,
  ExposureDetails,
  Finding,
  PresentThreshold,
  SweepDetails,
} from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import type { DetailTable } from './detail-table.ts';
import { groupName } from './names.ts';
import { measuredOr, pairText, withInterval } from './score-tables.ts';
import { ownThresholdsText } from './threshold-claims.ts';

const followedText = (t: Telling, { follows, of }: PresentThreshold): string => t.percent(follows / of);

function sweepIntro(t: Telling, details: SweepDetails): string {
  const { present, direction, exact } = details;
  const steps = exact ? [] : [t.say('scores/steps')];
  const own = ownThresholdsOf(details);
  if (own !== null) return [ownThresholdsText(t, { direction, groups: own }), ...steps].join(' ');
  if (present === null) {
    const shown = t.measured(details.thresholds[middleOf(details)] ?? 0);
    return [t.say('sweep/no-present', { threshold: shown }), ...steps].join(' ');
  }
  const threshold = t.measured(present.threshold);
  const follows = followedText(t, present);
  return [t.say(`sweep/present-${direction}`, { threshold, follows }), ...steps].join(' ');
}

const middleOf = ({ thresholds }: SweepDetails): number => Math.floor(thresholds.length / 2);

function sweepCaption(t: Telling, finding: Finding, details: SweepDetails): string {
  const by = groupByText(t, finding.groupBy);
  const { thresholds, present } = details;
  if (ownThresholdsOf(details) !== null) return t.say('sweep/caption-own', { by });
  const threshold = present?.threshold ?? thresholds[middleOf(details)] ?? 0;
  return t.say('sweep/caption', { threshold: t.measured(threshold), by });
}

/** The rates of each group at the present threshold, or at its own; in the middle of the thresholds where there is none. */
export function sweepTable(t: Telling, finding: Finding, details: SweepDetails): DetailTable {
  const { thresholds, present, groups } = details;
  const isOwn = ownThresholdsOf(details) !== null;
  const common = present === null ? middleOf(details) : thresholds.indexOf(present.threshold);
  const placeOf = (entry: SweepDetails['groups'][number]): number =>
    isOwn && entry.present !== null ? thresholds.indexOf(entry.present.threshold) : common;
  const rates = groups.reduce<readonly string[]>(
    (most, group) => (group.rates.length > most.length ? group.rates.map(({ rate }) => rate) : most),
    [],
  );
  return {
    caption: sweepCaption(t, finding, details),
    intro: sweepIntro(t, details),
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/own-threshold'),
      t.say('head/follow-it'),
      ...rates.map((rate) => auditTitle(t, rate)),
    ],
    text: [],
    rows: groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.n),
      entry.present === null ? '' : t.measured(entry.present.threshold),
      entry.present === null ? '' : followedText(t, entry.present),
      ...rates.map((rate) => {
        const point = entry.rates.find((one) => one.rate === rate)?.points[placeOf(entry)];
        if (point === undefined || point.value === null) return t.percent(null);
        const { low, high } = point;
        return `${t.percent(point.value)} (${t.range({ low, high }, t.percent)})`;
      }),
    ]),
  };
}

/** Every threshold, one rate: the numbers of a picture. */
export function sweptRateTable(
  t: Telling,
  finding: Finding,
  { thresholds, groups }: SweepDetails,
  rate: string,
): DetailTable {
  return {
    caption: t.say('sweep/numbers', { title: auditTitle(t, rate), by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [t.say('head/threshold'), ...groups.map(({ group }) => groupName(t, group))],
    text: [],
    rows: thresholds.map((threshold, i) => [
      t.measured(threshold),
      ...groups.map(({ rates }) => {
        const point = rates.find((one) => one.rate === rate)?.points[i];
        if (point === undefined || point.value === null) return t.percent(null);
        return `${t.percent(point.value)} (${t.range({ low: point.low, high: point.high }, t.percent)})`;
      }),
    ]),
  };
}

/** How far the scores of two groups lie apart. */
export function distributionPairsTable(
  t: Telling,
  finding: Finding,
  details: DistributionsDetails,
): DetailTable {
  return {
    caption: t.say('pairs/caption', {
      title: auditTitle(t, finding.audit),
      by: groupByText(t, finding.groupBy),
    }),
    intro: [t.say('distributions/intro'), ...(details.exact ? [] : [t.say('scores/steps')])].join(' '),
    head: [
      t.say('head/group-and-reference'),
      t.say('head/mean-difference'),
      t.say('head/standardised'),
      t.say('head/p-adjusted'),
      t.say('head/largest-distance'),
      t.say('head/p-distance'),
      t.say('head/moved'),
    ],
    text: [],
    rows: details.pairs.map((pair) => [
      pairText(t, pair),
      withInterval(t, pair.meanDifference, measuredOr(t)),
      withInterval(t, pair.difference, measuredOr(t)),
      t.probability(pair.pAdjusted),
      t.points(pair.kolmogorovSmirnov?.statistic ?? null),
      t.probability(pair.kolmogorovSmirnovAdjusted),
      measuredOr(t)(pair.wasserstein),
    ]),
  };
}

/** Where the scores of each group lie. */
export function distributionsTable(t: Telling, finding: Finding, details: DistributionsDetails): DetailTable {
  return {
    caption: t.say('distributions/caption', { by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [t.say('head/group'), t.say('head/people'), t.say('head/mean-score'), t.say('head/median-score')],
    text: [],
    rows: details.groups.map(({ group, n, mean, median }) => [
      groupName(t, group),
      t.count(n),
      withInterval(t, mean, measuredOr(t)),
      withInterval(t, median, measuredOr(t)),
    ]),
  };
}

/** The share of each group with at most a score: the numbers of the picture. */
export function sharesBelowTable(t: Telling, finding: Finding, details: DistributionsDetails): DetailTable {
  return {
    caption: t.say('distributions/numbers', { by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [t.say('head/score'), ...details.groups.map(({ group }) => groupName(t, group))],
    text: [],
    rows: details.at.map((score, i) => [
      t.measured(score),
      ...details.groups.map(({ below }) => t.percent(below[i] ?? null)),
    ]),
  };
}

function exposureIntro(t: Telling, { divergence, direction, depth }: ExposureDetails): string {
  const first = t.say(`exposure/first-${direction}`);
  if (divergence === null) return first;
  const told = t.say('exposure/divergence', {
    depth: t.count(depth),
    value: t.exact(Number(divergence.value.toPrecision(3))),
    lot: t.exact(Number(divergence.byLot.toPrecision(3))),
    p: t.probability(divergence.p),
  });
  return [first, told].join(' ');
}

/** The share of each group among the first places. */
export function exposureTable(t: Telling, finding: Finding, details: ExposureDetails): DetailTable {
  const places = details.groups[0]?.places.map(({ first }) => first) ?? [];
  return {
    caption: t.say('exposure/caption', { by: groupByText(t, finding.groupBy) }),
    intro: exposureIntro(t, details),
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/share'),
      ...places.map((first) => t.say('head/among-first', { first: t.count(first) })),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.n),
      t.percent(entry.share),
      ...entry.places.map(({ share, skew }) =>
        t.say('exposure/cell', {
          share: t.percent(share),
          skew: skew.value === null ? t.percent(null) : withInterval(t, skew, measuredOr(t)),
        }),
      ),
    ]),
  };
}
