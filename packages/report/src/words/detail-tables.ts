import type {
  CostsDetails,
  Finding,
  IdentityDetails,
  Ll144Details,
  SharesDetails,
  StrataDetails,
  StratifiedPair,
} from '@ombud/contract';

import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { classesTable } from './class-tables.ts';
import type { DetailTable } from './detail-table.ts';
import { distributionPairsTable, exposureTable, sweepTable } from './distribution-tables.ts';
import { driftTable } from './drift-tables.ts';
import { groupName } from './names.ts';
import { numbersTable } from './number-tables.ts';
import { leftOutText } from './reasons.ts';
import { calibrationTable, needTable, periodsTable, rankingTable, withInterval } from './score-tables.ts';
import { subgroupsTable } from './subgroup-tables.ts';
import { adjustedTable, tribunalTable } from './tribunal-tables.ts';

function identityIntro(t: Telling, { incompatible, common }: IdentityDetails): string {
  if (incompatible === null) return t.say('identity/unknown');
  const { positivePredictiveValue: ppv, falseNegativeRate: fnr } = common;
  return [
    t.say(incompatible ? 'identity/incompatible' : 'identity/compatible'),
    ...(ppv === null || fnr === null
      ? []
      : [t.say('identity/last-column', { ppv: t.percent(ppv), fnr: t.percent(fnr) })]),
  ].join(' ');
}

export function identityTable(t: Telling, finding: Finding, details: IdentityDetails): DetailTable {
  return {
    caption: t.say('identity/caption', { by: groupByText(t, finding.groupBy) }),
    intro: identityIntro(t, details),
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/base-rate'),
      t.say('head/ppv'),
      t.say('head/fnr'),
      t.say('head/fpr'),
      t.say('head/implied'),
      t.say('head/at-common'),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.n),
      t.percent(entry.baseRate),
      t.percent(entry.positivePredictiveValue),
      t.percent(entry.falseNegativeRate),
      t.percent(entry.falsePositiveRate),
      t.percent(entry.impliedFalsePositiveRate),
      t.percent(entry.falsePositiveRateAtCommonValues),
    ]),
  };
}

function ll144Note(t: Telling, { leftOut, highest }: Ll144Details['categories'][number]): string {
  if (leftOut !== null) return leftOutText(t, leftOut);
  return highest ? t.say('ll144/highest') : '';
}

export function ll144Table(t: Telling, finding: Finding, details: Ll144Details): DetailTable {
  const scoring = details.mode === 'scoring';
  const people = t.say('ll144/people', {
    applicants: t.count(details.applicants),
    unknown: t.count(details.unknown),
  });
  const median =
    details.sampleMedian === null ? [] : [t.say('ll144/median', { median: t.exact(details.sampleMedian) })];
  return {
    caption: t.say(`ll144/caption-${details.mode}`, { by: groupByText(t, finding.groupBy) }),
    intro: [people, ...median].join(' '),
    head: [
      t.say('head/category'),
      t.say('head/applicants'),
      t.say(scoring ? 'head/above-median' : 'head/selected'),
      t.say('head/share-of-applicants'),
      t.say(scoring ? 'head/scoring-rate' : 'head/selection-rate'),
      t.say('head/impact-ratio'),
      t.say('head/note'),
    ],
    text: [6],
    rows: details.categories.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.applicants),
      t.count(entry.selected),
      t.percent(entry.share),
      t.percent(entry.rate),
      entry.impactRatio === null ? '' : t.ratio(entry.impactRatio),
      ll144Note(t, entry),
    ]),
  };
}

export function sharesTable(t: Telling, finding: Finding, details: SharesDetails): DetailTable {
  return {
    caption: t.say('shares/caption', {
      by: groupByText(t, finding.groupBy),
      population: t.short(details.population),
    }),
    intro: '',
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/share'),
      t.say('head/interval'),
      t.say('head/share-of-population'),
      t.say('head/ratio'),
      t.say('head/p'),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.n),
      t.percent(entry.share),
      t.range(entry.interval, t.percent),
      entry.expected === null ? '' : t.percent(entry.expected),
      entry.ratio === null ? '' : t.ratio(entry.ratio),
      t.probability(entry.p),
    ]),
  };
}

export function costsTable(t: Telling, finding: Finding, details: CostsDetails): DetailTable {
  return {
    caption: t.say('costs/caption', { by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [t.say('head/group'), t.say('head/with-plan'), t.say('head/median-cost'), t.say('head/interval')],
    text: [],
    rows: details.groups.map(({ group, n, median, interval }) => [
      groupName(t, group),
      t.count(n),
      median === null ? '' : t.percent(median),
      interval === null ? '' : t.range(interval, t.percent),
    ]),
  };
}

/** What the strata surely say of a gap; empty where nobody asked. */
export const readingText = (t: Telling, { evidence }: StratifiedPair): string =>
  evidence === null ? '' : t.say(`strata/reading-${evidence.reading}`);

/** The two groups of each pair all together and inside the strata. */
export function pairsTable(t: Telling, finding: Finding, details: StrataDetails): DetailTable {
  return {
    caption: t.say('strata/pairs-by', { by: groupByText(t, finding.groupBy) }),
    intro: '',
    head: [
      t.say('head/group-and-reference'),
      t.say('head/odds-ratio-together'),
      t.say('head/odds-ratio-inside'),
      t.say('head/same-mix'),
      t.say('head/p-inside'),
      t.say('head/strata-say'),
    ],
    text: [],
    rows: details.pairs.map((pair) => [
      t.say('strata/pair', { group: groupName(t, pair.group), reference: groupName(t, pair.reference) }),
      t.ratio(pair.crudeOddsRatio),
      withInterval(t, pair.oddsRatio, t.ratio),
      withInterval(t, pair.standardisedDifference, t.points),
      t.probability(pair.cochranMantelHaenszel?.p ?? null),
      readingText(t, pair),
    ]),
  };
}

/** The table of whatever a finding says beyond rates; null where it says nothing. */
export function detailTable(t: Telling, finding: Finding): DetailTable | null {
  const { details } = finding;
  if (details === null) return null;
  switch (details.kind) {
    case 'strata':
      return pairsTable(t, finding, details);
    case 'identity':
      return identityTable(t, finding, details);
    case 'shares':
      return sharesTable(t, finding, details);
    case 'costs':
      return costsTable(t, finding, details);
    case 'll144':
      return ll144Table(t, finding, details);
    case 'tribunal':
      return tribunalTable(t, finding, details);
    case 'adjusted':
      return adjustedTable(t, finding, details);
    case 'need':
      return needTable(t, finding, details);
    case 'ranking':
      return rankingTable(t, finding, details);
    case 'calibration':
      return calibrationTable(t, finding, details);
    case 'sweep':
      return sweepTable(t, finding, details);
    case 'distributions':
      return distributionPairsTable(t, finding, details);
    case 'exposure':
      return exposureTable(t, finding, details);
    case 'periods':
      return periodsTable(t, finding, details);
    case 'drift':
      return driftTable(t, details);
    case 'subgroups':
      return subgroupsTable(t, finding, details);
    case 'classes':
      return classesTable(t, finding, details);
    case 'numbers':
      return numbersTable(t, finding, details);
  }
}
