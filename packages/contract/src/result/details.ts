/**
 * What some audits say beyond rates and comparisons. Closed: a new kind does not build until the reports know it.
 * Schema and type in one.
 */
import { z } from 'zod';
import { group, interval, list, number, reason, record } from '../parts.ts';
import { classes } from './class-details.ts';
import { distributions, drift, exposure, sweep } from './distribution-details.ts';
import { estimate, groupMeasure, groupsOf, testResult } from './measure.ts';
import { numbers } from './number-details.ts';
import { calibration, need, periods, ranking } from './score-details.ts';
import { subgroups } from './subgroup-details.ts';
import { adjusted, tribunal } from './tribunal-details.ts';

const strataEvidence = record({
  reading: z
    .enum(['nobody-comparable', 'no-gap', 'reversal', 'mostly-explained', 'not-explained', 'unclear'])
    .describe(
      'nobody-comparable: no stratum has people of both groups. no-gap: the gap of all together may be chance. reversal: inside, the other group is surely ahead. mostly-explained: surely more than half of the gap goes away. not-explained: inside, the gap is surely on the same side. unclear: none of these is sure',
    ),
  level: z.number().describe('Of its intervals: a sentence shares the one error of the whole result'),
  comparable: z.number().describe('People of the two groups in strata that have both'),
  of: z.number().describe('All people of the two groups who have a stratum'),
  explained: estimate.describe('The share of the gap that goes away inside; above 1 where it turns round'),
}).describe('What the strata surely say of a gap that all people together show');
/** What the strata surely say of a gap that all people together show; see `simpsonEvidence` in the statistics. */
export type StrataEvidence = z.output<typeof strataEvidence>;

const stratifiedPair = record({
  group,
  reference: group.describe('The group compared with'),
  crudeOddsRatio: number.describe('Of all people together'),
  crudeDifference: number.describe('Of all people together'),
  oddsRatio: estimate.describe('The common odds ratio inside the strata (Mantel-Haenszel)'),
  riskRatio: estimate.describe('The common ratio of the rates inside the strata'),
  riskDifference: estimate.describe('The common difference of the rates inside the strata'),
  standardisedDifference: estimate.describe('The difference with the strata of all people together'),
  cochranMantelHaenszel: testResult.nullable().describe('No difference inside the strata?'),
  breslowDay: testResult.nullable().describe('The same odds ratio in each stratum?'),
  evidence: strataEvidence
    .nullable()
    .describe(
      'What the strata surely say of the gap; null for pairs that nobody asked about: all but the widest',
    ),
}).describe('Two groups compared within strata');
/** Two groups compared within strata: the common measure, its interval, and tests of it. */
export type StratifiedPair = z.output<typeof stratifiedPair>;

const strata = record({
  kind: z.literal('strata'),
  strata: list(
    record({
      stratum: group.describe('The values of the columns of strata'),
      groups: groupsOf(groupMeasure),
    }),
  ).describe('The same question asked inside each stratum'),
  standardised: list(groupMeasure).describe(
    'Rates that each group would have if every group were spread over the strata like all people together',
  ),
  pairs: list(stratifiedPair).describe('Each two groups that were compared'),
}).describe('conditional-disparity: the same question asked inside each stratum');
/** conditional-disparity: the same question asked inside each stratum. */
export type StrataDetails = z.output<typeof strata>;

const identity = record({
  kind: z.literal('identity'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People with decision and outcome'),
      baseRate: number.describe('p'),
      positivePredictiveValue: number.describe('PPV'),
      falseNegativeRate: number.describe('FNR'),
      falsePositiveRate: number.describe('FPR'),
      impliedFalsePositiveRate: number.describe('What the identity gives from the other three'),
      falsePositiveRateAtCommonValues: number.describe(
        "What this group would have with everybody's PPV and FNR: equal calibration forces it",
      ),
    }),
  ),
  common: record({
    positivePredictiveValue: number.describe('PPV'),
    falseNegativeRate: number.describe('FNR'),
  }).describe('Of all people together'),
  incompatible: z
    .boolean()
    .nullable()
    .describe('Whether base rates differ, so that equal PPV and equal error rates cannot be had at once'),
}).describe('calibration-against-error-rates: FPR = p/(1-p) * (1-PPV)/PPV * (1-FNR), Chouldechova 2017');
/** calibration-against-error-rates: FPR = p/(1-p) * (1-PPV)/PPV * (1-FNR), Chouldechova 2017. */
export type IdentityDetails = z.output<typeof identity>;

const shares = record({
  kind: z.literal('shares'),
  population: z.string().describe('Where the shares of the population come from'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People of the group in the data'),
      share: z.number().describe('Their share of all people in the data'),
      interval: interval.describe('Of the share'),
      expected: number.describe('The share in the population; null where it is not given'),
      ratio: number.describe('share / expected'),
      p: number.describe('Of the hypothesis that both shares are equal'),
    }),
  ),
}).describe('representation: shares of the people in the data against a given population');
/** representation: shares of the people in the data against a given population. */
export type SharesDetails = z.output<typeof shares>;

const costs = record({
  kind: z.literal('costs'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People for whom a change was found'),
      median: number.describe(
        "Median of the cheapest plan's cost, in shares of the people passed on the way; null where nobody has one",
      ),
      interval: interval.nullable().describe('Of the median'),
    }),
  ),
}).describe('recourse: what the cheapest change costs those who have one');
/** recourse: what the cheapest change costs those who have one. */
export type CostsDetails = z.output<typeof costs>;

const ll144 = record({
  kind: z.literal('ll144'),
  mode: z.enum(['selection', 'scoring']).describe('By the decision, or by a score above the median'),
  sampleMedian: number.describe('Of the whole sample; only in scoring mode'),
  applicants: z.number().describe('People in the table'),
  unknown: z.number().describe('People of no known category; the law has them told apart'),
  categories: list(
    record({
      group,
      applicants: z.number().describe('People of the category'),
      selected: z.number().describe('Selected, or above the median'),
      share: z.number().describe('Share of all applicants'),
      rate: number.describe('selected / applicants'),
      impactRatio: number.describe('rate / highest rate'),
      highest: z.boolean().describe('The category with the highest rate'),
      leftOut: reason.nullable().describe('Why the category has no impact ratio, or null'),
    }),
  ).describe('A row of the table each'),
}).describe('ll144: the tables of New York City Local Law 144 (6 RCNY 5-301)');
/** ll144: the tables of New York City Local Law 144 (6 RCNY 5-301). */
export type Ll144Details = z.output<typeof ll144>;

export const details = z.discriminatedUnion('kind', [
  strata,
  identity,
  shares,
  costs,
  ll144,
  tribunal,
  adjusted,
  need,
  ranking,
  calibration,
  sweep,
  distributions,
  exposure,
  periods,
  drift,
  subgroups,
  classes,
  numbers,
]);
/** What some audits say beyond rates and comparisons. */
export type Details = z.output<typeof details>;
