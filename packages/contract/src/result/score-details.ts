/** What the audits of scores and of time say beyond rates. Schema and type in one. */
import { z } from 'zod';
import { group, interval, list, number, rateShape, record, reference } from '../parts.ts';
import { estimate, groupsOf, testResult } from './measure.ts';
import { period } from './roles.ts';

/** A value with its interval; both null where it cannot be measured. */
export type Measured = z.output<typeof estimate>;

/** The fields of two groups compared. */
export const pairShape = {
  group,
  reference,
  difference: estimate.describe('Group minus reference; all intervals of the finding hold together'),
  test: testResult.nullable().describe('Of the hypothesis that the two are equal'),
  pAdjusted: number.describe('Adjusted for all pairs of the finding'),
};
const differencePair = record(pairShape).describe('How far a group is from the one it is compared with');
/** How far a group is from the group that it is compared with. */
export type DifferencePair = z.output<typeof differencePair>;

export const need = record({
  kind: z.literal('need'),
  need: z.string().describe('The column of the need'),
  bands: list(
    record({
      from: z.number().describe('The lowest score of the band'),
      to: z.number().describe('The highest score of the band'),
      groups: groupsOf(
        record({
          group,
          n: z.number().describe('People with a score and a need'),
          mean: estimate.describe('Their mean need'),
        }),
      ),
    }),
  ).describe('People of about the same score'),
  pairs: list(
    record({
      ...pairShape,
      compared: z.number().describe('People in bands where both groups have at least two'),
      notComparable: z.number().describe('People in the other bands'),
    }),
  ).describe('The difference of the mean need inside bands of the score, in the unit of the need'),
}).describe('need-at-equal-score: what people of about the same score need');
/** need-at-equal-score: what people of about the same score need. */
export type NeedDetails = z.output<typeof need>;

export const ranking = record({
  kind: z.literal('ranking'),
  exact: z
    .boolean()
    .describe('False where there were too many different scores and neighbours were put together first'),
  groups: groupsOf(
    record({
      group,
      positives: z.number().describe('People with the outcome'),
      negatives: z.number().describe('People without it'),
      auc: estimate.describe('Inside the group'),
      backgroundPositiveSubgroupNegative: estimate.describe(
        'People of the group without the outcome against others with it: low means false alarms for the group',
      ),
      backgroundNegativeSubgroupPositive: estimate.describe(
        'People of the group with the outcome against others without it: low means that they are overlooked',
      ),
    }),
  ),
  pairs: list(differencePair).describe('Differences of the AUC of two groups'),
}).describe('auc: how well a score ranks the people of a group, and in which way it fails them');
/** auc: how well a score ranks the people of a group, and in which way it fails them (Borkan et al. 2019). */
export type RankingDetails = z.output<typeof ranking>;

const bin = record({
  from: z.number().describe('The lowest score'),
  to: z.number().describe('The highest score'),
  n: z.number().describe('People'),
  events: z.number().describe('People with the outcome'),
  meanScore: z.number().describe('What the scores promised on average'),
  rate: z.number().describe('What happened'),
  interval: interval.nullable().describe('Of the rate'),
});

export const calibration = record({
  kind: z.literal('calibration'),
  probability: z
    .boolean()
    .describe(
      'Whether every score lies in 0 to 1, so that it can be read as a chance; else those parts are null',
    ),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People with score and outcome'),
      bins: list(bin).describe('Bins of the score of everybody'),
      inTheLarge: estimate.describe('The rate minus the mean score'),
      slope: estimate.describe('Of the logit of the rate on the logit of the score; 1 for a true score'),
      intercept: estimate.describe('Beside that slope; 0 for a true score'),
      squaredError: number.describe(
        'Mean squared distance over the bins without what chance makes of it; may be below 0',
      ),
    }),
  ),
  pairs: list(differencePair).describe(
    'Differences of the rate at equal score (Mantel-Haenszel over the bins)',
  ),
}).describe(
  'calibration: whether a score means the same for every group, and whether it is true as a chance',
);
/** calibration: whether a score means the same for every group, and whether it is true as a chance. */
export type CalibrationDetails = z.output<typeof calibration>;

export const periods = record({
  kind: z.literal('periods'),
  period,
  groups: groupsOf(
    record({
      group,
      periods: list(
        record({
          period: z.string().describe('Its name, such as 2026-03'),
          n: z.number().describe('People in the denominator of the rate'),
          events: z.number().describe('People in its numerator'),
          rate: estimate.describe('Of this period alone'),
          always: interval
            .nullable()
            .describe('Of all people up to this period; holds at all periods at once'),
        }),
      ).describe('In the order of time'),
      change: record({
        period: z.string().describe('The first period after it'),
        until: z
          .string()
          .exactOptional()
          .describe('Where it passed: the first period in which the rate was as before again'),
        shape: rateShape
          .exactOptional()
          .describe(
            'Given where no single change is what was seen: a steady way up or down fits as well, or neither fits; the rest is then the nearest single change',
          ),
        before: z.number().describe('The rate before; where it passed, also from `until` on'),
        after: z.number().describe('The rate from then on, or until it passed'),
        p: z.number().describe('Of the hypothesis that nothing changed'),
        pAdjusted: z.number().describe('Adjusted for all groups of the finding'),
        plausible: list(z.string()).describe('The periods where it may as well have been'),
      })
        .nullable()
        .describe('The most likely change, whether or not it is more than chance'),
    }),
  ),
}).describe('over-time: a rate by period, with a band that holds however often one looks');
/** over-time: a rate by period, with a band that holds however often one looks. */
export type PeriodsDetails = z.output<typeof periods>;
