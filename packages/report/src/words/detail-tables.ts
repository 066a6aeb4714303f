import type {
  Finding,
  IdentityDetails,
  Ll144Details,
  Result,
  SharesDetails,
  StrataDetails,
} from '@ombud/contract';
import { groupByText } from '../text/group.ts';
import { count, percent, points, probability, range, ratio } from '../text/numbers.ts';
import { visibleShort } from '../text/visible.ts';
import { leftOutText } from './reasons.ts';
import { groupName } from './sentences.ts';

/** A table as text, the same for every report that has room for it: the first column is a name, the rest as said. */
export interface DetailTable {
  readonly caption: string;
  /** A sentence or two before the table; may be empty. */
  readonly intro: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of words, to be set to the left. */
  readonly text: readonly number[];
}

function identityIntro({ incompatible, common }: IdentityDetails): string {
  const shared =
    common.positivePredictiveValue === null || common.falseNegativeRate === null
      ? ''
      : ` The last column is the false positive rate that each group would have with everybody’s positive predictive ` +
        `value (${percent(common.positivePredictiveValue)}) and false negative rate (${percent(common.falseNegativeRate)}).`;
  if (incompatible === null) return 'The data cannot tell whether the base rates differ.';
  return incompatible
    ? `The outcome is not equally frequent in the groups. Therefore a decision cannot be equally well calibrated and ` +
        `make equally many mistakes of both kinds in every group: one of them has to give way, and which one is a choice.${shared}`
    : `The base rates are alike, so equal calibration and equal error rates can be had at once.${shared}`;
}

export function identityTable(result: Result, finding: Finding, details: IdentityDetails): DetailTable {
  return {
    caption: `Base rate, calibration and errors by ${groupByText(finding.groupBy)}`,
    intro: identityIntro(details),
    head: [
      'Group',
      'People',
      'Base rate',
      'Positive predictive value',
      'False negative rate',
      'False positive rate',
      'Implied by the identity',
      'At common values',
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(result, entry.group),
      count(entry.n),
      percent(entry.baseRate),
      percent(entry.positivePredictiveValue),
      percent(entry.falseNegativeRate),
      percent(entry.falsePositiveRate),
      percent(entry.impliedFalsePositiveRate),
      percent(entry.falsePositiveRateAtCommonValues),
    ]),
  };
}

export function ll144Table(result: Result, finding: Finding, details: Ll144Details): DetailTable {
  const scoring = details.mode === 'scoring';
  const median =
    details.sampleMedian === null
      ? ''
      : ` The median score of the sample is ${details.sampleMedian}; the scoring rate is the share above it.`;
  return {
    caption: `${scoring ? 'Scoring' : 'Selection'} rates and impact ratios by ${groupByText(finding.groupBy)}`,
    intro: `${count(details.applicants)} applicants; the category of ${count(details.unknown)} of them is not known.${median}`,
    head: [
      'Category',
      'Applicants',
      scoring ? 'Above the median' : 'Selected',
      'Share of applicants',
      scoring ? 'Scoring rate' : 'Selection rate',
      'Impact ratio',
      'Note',
    ],
    text: [6],
    rows: details.categories.map((entry) => [
      groupName(result, entry.group),
      count(entry.applicants),
      count(entry.selected),
      percent(entry.share),
      percent(entry.rate),
      entry.impactRatio === null ? '' : ratio(entry.impactRatio),
      entry.leftOut === null ? (entry.highest ? 'highest rate' : '') : leftOutText(entry.leftOut),
    ]),
  };
}

export function sharesTable(result: Result, finding: Finding, details: SharesDetails): DetailTable {
  return {
    caption: `Shares of the people in the data by ${groupByText(finding.groupBy)}, against ${visibleShort(details.population)}`,
    intro: '',
    head: ['Group', 'People', 'Share', 'Interval', 'Share of the population', 'Ratio', 'p'],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(result, entry.group),
      count(entry.n),
      percent(entry.share),
      range(entry.interval, percent),
      entry.expected === null ? '' : percent(entry.expected),
      entry.ratio === null ? '' : ratio(entry.ratio),
      probability(entry.p),
    ]),
  };
}

/** The two groups of each pair inside the strata, beside all together. */
export function pairsTable(result: Result, finding: Finding, details: StrataDetails): DetailTable {
  const estimate = (
    { value, interval }: StrataDetails['pairs'][number]['oddsRatio'],
    format: (value: number | null) => string,
  ) => (interval === null ? format(value) : `${format(value)} (${range(interval, format)})`);
  return {
    caption: `All together and inside the strata, by ${groupByText(finding.groupBy)}`,
    intro: '',
    head: [
      'Group and reference',
      'Odds ratio, all together',
      'Odds ratio, inside (Mantel-Haenszel)',
      'Difference, same mix of strata',
      'p, inside',
      'Reversed',
    ],
    text: [],
    rows: details.pairs.map((pair) => [
      `${groupName(result, pair.group)} and ${groupName(result, pair.reference)}`,
      ratio(pair.crudeOddsRatio),
      estimate(pair.oddsRatio, ratio),
      estimate(pair.standardisedDifference, points),
      probability(pair.cochranMantelHaenszel?.p ?? null),
      pair.reversed ? 'yes' : 'no',
    ]),
  };
}

/** The table of whatever a finding says beyond rates; null where it says nothing. */
export function detailTable(result: Result, finding: Finding): DetailTable | null {
  const { details } = finding;
  if (details === null) return null;
  switch (details.kind) {
    case 'strata':
      return pairsTable(result, finding, details);
    case 'identity':
      return identityTable(result, finding, details);
    case 'shares':
      return sharesTable(result, finding, details);
    case 'll144':
      return ll144Table(result, finding, details);
  }
}
