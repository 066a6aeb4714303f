import type {
  CalibrationDetails,
  DifferencePair,
  Finding,
  Measured,
  NeedDetails,
  PeriodsDetails,
  RankingDetails,
} from '@ombud/contract';
import type { FormatNumber } from '@ombud/words';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import type { DetailTable } from './detail-table.ts';
import { groupName, referenceName } from './names.ts';

/** A number in a unit that only the data knows. */
export const measuredOr =
  (t: Telling): FormatNumber =>
  (value) =>
    value === null ? t.percent(null) : t.measured(value);

/** A value with its interval in brackets. */
export const withInterval = (t: Telling, { value, interval }: Measured, format: FormatNumber): string =>
  interval === null ? format(value) : `${format(value)} (${t.range(interval, format)})`;

/** Both groups of a pair. */
export const pairText = (t: Telling, { group, reference }: DifferencePair): string =>
  t.say('strata/pair', { group: groupName(t, group), reference: referenceName(t, reference) });

const rowOf = (t: Telling, pair: DifferencePair, format: FormatNumber): string[] => [
  pairText(t, pair),
  withInterval(t, pair.difference, format),
  t.probability(pair.pAdjusted),
];

const pairHead = (t: Telling, difference: string): string[] => [
  t.say('head/group-and-reference'),
  difference,
  t.say('head/p-adjusted'),
];

/** How much more each group needs at the same score. */
export function needTable(t: Telling, finding: Finding, details: NeedDetails): DetailTable {
  const need = t.short(details.need);
  return {
    caption: t.say('need/caption', { need, by: groupByText(t, finding.groupBy) }),
    intro: t.say('need/intro', { need }),
    head: [
      ...pairHead(t, t.say('head/difference-at-score')),
      t.say('head/compared-people'),
      t.say('head/not-comparable'),
    ],
    text: [],
    rows: details.pairs.map((pair) => [
      ...rowOf(t, pair, measuredOr(t)),
      t.count(pair.compared),
      t.count(pair.notComparable),
    ]),
  };
}

/** Mean need by band of the score and group: the numbers of the picture. */
export function needBandsTable(t: Telling, finding: Finding, details: NeedDetails): DetailTable {
  const [first] = details.bands;
  return {
    caption: t.say('need/bands', { need: t.short(details.need), by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [t.say('head/score'), ...(first?.groups ?? []).map(({ group }) => groupName(t, group))],
    text: [],
    rows: details.bands.map(({ from, to, groups }) => [
      bandText(t, from, to),
      ...groups.map(({ mean, n }) =>
        t.say('need/cell', { mean: withInterval(t, mean, measuredOr(t)), n: t.count(n) }),
      ),
    ]),
  };
}

export const bandText = (t: Telling, from: number, to: number): string =>
  from === to ? t.measured(from) : t.range({ low: from, high: to }, measuredOr(t));

/** The AUC of each group, inside it and across. */
export function rankingTable(t: Telling, finding: Finding, details: RankingDetails): DetailTable {
  return {
    caption: t.say('ranking/caption', { by: groupByText(t, finding.groupBy) }),
    intro: t.say(details.exact ? 'ranking/intro' : 'ranking/intro-steps'),
    head: [
      t.say('head/group'),
      t.say('head/with-outcome'),
      t.say('head/without-outcome'),
      t.say('head/auc'),
      t.say('head/bpsn'),
      t.say('head/bnsp'),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.positives),
      t.count(entry.negatives),
      withInterval(t, entry.auc, t.percent),
      withInterval(t, entry.backgroundPositiveSubgroupNegative, t.percent),
      withInterval(t, entry.backgroundNegativeSubgroupPositive, t.percent),
    ]),
  };
}

/** Differences of two groups that are shares: of an AUC or of a rate at equal score. */
export function sharePairsTable(t: Telling, finding: Finding, pairs: readonly DifferencePair[]): DetailTable {
  return {
    caption: t.say('pairs/caption', {
      title: auditTitle(t, finding.audit),
      by: groupByText(t, finding.groupBy),
    }),
    intro: '',
    head: pairHead(t, t.say('head/difference-interval')),
    text: [],
    rows: pairs.map((pair) => rowOf(t, pair, t.points)),
  };
}

/** What the score is worth as a chance, for each group. */
export function calibrationTable(t: Telling, finding: Finding, details: CalibrationDetails): DetailTable {
  const by = groupByText(t, finding.groupBy);
  if (!details.probability) {
    const pairs = sharePairsTable(t, finding, details.pairs);
    return { ...pairs, intro: t.say('calibration/no-chance') };
  }
  const error = (squared: number | null): string =>
    squared === null ? t.percent(null) : t.points(Math.sqrt(Math.max(0, squared)));
  return {
    caption: t.say('calibration/caption', { by }),
    intro: t.say('calibration/intro'),
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/in-the-large'),
      t.say('head/slope'),
      t.say('head/intercept'),
      t.say('head/calibration-error'),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.n),
      withInterval(t, entry.inTheLarge, t.points),
      withInterval(t, entry.slope, t.ratio),
      withInterval(t, entry.intercept, measuredOr(t)),
      error(entry.squaredError),
    ]),
  };
}

/** The bins of the curve: the numbers of the picture. */
export function calibrationBinsTable(t: Telling, finding: Finding, details: CalibrationDetails): DetailTable {
  return {
    caption: t.say('calibration/bins', { by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [
      t.say('head/group'),
      t.say('head/score'),
      t.say('head/mean-score'),
      t.say('head/people'),
      t.say('head/rate'),
      t.say('head/interval'),
    ],
    text: [],
    rows: details.groups.flatMap(({ group, bins }) =>
      bins.map((bin) => [
        groupName(t, group),
        bandText(t, bin.from, bin.to),
        t.measured(bin.meanScore),
        t.count(bin.n),
        t.percent(bin.rate),
        t.range(bin.interval, t.percent),
      ]),
    ),
  };
}

/** When each group's rate changed. */
export function periodsTable(t: Telling, finding: Finding, details: PeriodsDetails): DetailTable {
  const given = {
    title: auditTitle(t, finding.audit, finding.measure),
    by: groupByText(t, finding.groupBy),
  };
  if (isWeighted(details)) return weightedPeriodsTable(t, given, details);
  return {
    caption: t.say('periods/caption', given),
    intro: t.say('periods/intro'),
    head: [
      t.say('head/group'),
      t.say('head/periods'),
      t.say('head/change-at'),
      t.say('head/rate-before'),
      t.say('head/rate-after'),
      t.say('head/p-adjusted'),
      t.say('head/may-be'),
    ],
    text: [2, 6],
    rows: details.groups.map(({ group, periods, change }) => [
      groupName(t, group),
      t.count(periods.filter(({ n }) => n > 0).length),
      changeText(t, change),
      t.percent(change?.before ?? null),
      t.percent(change?.after ?? null),
      t.probability(change?.pAdjusted ?? null),
      plausibleText(t, change?.plausible ?? []),
    ]),
  };
}

/** With weights no period has a band that holds at every look. */
const isWeighted = ({ groups }: PeriodsDetails): boolean =>
  groups.every(({ periods }) => periods.every(({ always }) => always === null));

/** The first and the last rate of each group, with their intervals; no change is looked for. */
function weightedPeriodsTable(
  t: Telling,
  given: { readonly title: string; readonly by: string },
  { groups }: PeriodsDetails,
): DetailTable {
  const [first, last] = [groups[0]?.periods[0], groups[0]?.periods.at(-1)];
  return {
    caption: t.say('periods/caption-weighted', given),
    intro: t.say('periods/weighted'),
    head: [
      t.say('head/group'),
      t.say('head/periods'),
      ...[first, last].flatMap((one) => (one === undefined ? [] : [t.visible(one.period)])),
    ],
    text: [],
    rows: groups.map(({ group, periods }) => [
      groupName(t, group),
      t.count(periods.filter(({ n }) => n > 0).length),
      ...[periods[0], periods.at(-1)].flatMap((one) =>
        one === undefined ? [] : [withInterval(t, one.rate, t.percent)],
      ),
    ]),
  };
}

/** The first period after it; where it passed, until when; where no single change is what was seen, how it moved. */
function changeText(t: Telling, change: PeriodsDetails['groups'][number]['change']): string {
  if (change === null) return '';
  const { period, until, shape } = change;
  if (shape !== undefined) return t.say(`periods/${shape}`);
  return until === undefined ? period : t.say('periods/passed', { period, until });
}

function plausibleText(t: Telling, periods: readonly string[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? first : t.say('periods/from-to', { first, last });
}
