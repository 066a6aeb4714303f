/** What the audits of thresholds, of the scores themselves and of places in a ranking say. Schema and type in one. */
import { z } from 'zod';
import { group, list, number, record } from '../parts.ts';
import { estimate, groupsOf, testResult } from './measure.ts';
import { period } from './roles.ts';
import { pairShape } from './score-details.ts';

const threshold = record({
  threshold: z
    .number()
    .describe('The score from which on (or down to which) people get the positive decision'),
  follows: z.number().describe('People whose decision is the one that this threshold gives'),
  of: z.number().describe('People with a score and a decision'),
}).describe('The threshold that the decisions follow');
/** The threshold that the decisions of some people follow, and how many of them do. */
export type PresentThreshold = z.output<typeof threshold>;

export const sweep = record({
  kind: z.literal('sweep'),
  exact: z
    .boolean()
    .describe('False where there were too many different scores and neighbours were put together first'),
  direction: z
    .enum(['at-least', 'at-most'])
    .describe('at-least: a person with a score of at least the threshold gets the positive decision'),
  level: z.number().describe('Each band holds at all thresholds together with this chance'),
  present: threshold
    .nullable()
    .describe('Null where there is no decision, or where no threshold is followed'),
  thresholds: list(z.number()).describe('Lowest first'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People with a score'),
      withOutcome: z.number().describe('Those of them whose outcome is known'),
      present: threshold.nullable().describe('The threshold of this group alone'),
      rates: list(
        record({
          rate: z.string().describe('The rate'),
          points: list(
            record({
              value: number.describe('Null where nobody is in the denominator'),
              low: number.describe('Of the band'),
              high: number.describe('Of the band'),
            }),
          ).describe('One for each threshold'),
        }),
      ).describe('Without an outcome the selection rate alone'),
    }),
  ),
}).describe('threshold-sweep: every rate as it would be at other thresholds of the score');
/** threshold-sweep: every rate as it would be at other thresholds of the score. */
export type SweepDetails = z.output<typeof sweep>;

export const distributions = record({
  kind: z.literal('distributions'),
  exact: z
    .boolean()
    .describe('False where there were too many different scores and neighbours were put together first'),
  at: list(z.number()).describe('Scores at which the share below is told, lowest first'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People with a score'),
      mean: estimate.describe('The mean score'),
      median: estimate.describe('The median score, with an interval that holds whatever the distribution is'),
      below: list(z.number()).describe('The share of the group with at most each score of `at`'),
    }),
  ),
  pairs: list(
    record({
      ...pairShape,
      meanDifference: estimate.describe('The difference of the mean scores (Welch)'),
      kolmogorovSmirnov: testResult
        .nullable()
        .describe('The largest distance of the two shares below a score, and its test'),
      kolmogorovSmirnovAdjusted: number.describe('Its p, adjusted for all pairs of the finding'),
      at: number.describe('A score at which that distance is'),
      wasserstein: number.describe(
        'How far scores have to be moved on average to turn one group into the other',
      ),
    }),
  ).describe('`difference` is that of the means in standard deviations; `test` is of the means'),
}).describe('score-distributions: how the scores of groups lie beside each other');
/** score-distributions: how the scores of groups lie beside each other. */
export type DistributionsDetails = z.output<typeof distributions>;

export const exposure = record({
  kind: z.literal('exposure'),
  direction: z.enum(['at-least', 'at-most']).describe('at-least: the highest score has the first place'),
  people: z.number().describe('People who are ranked'),
  depth: z.number().describe('So many of the first places count in the divergence'),
  divergence: record({
    value: z.number().describe('Normalised discounted Kullback-Leibler divergence'),
    byLot: z.number().describe('What rankings by lot give on average'),
    p: z.number().describe('The share of rankings by lot that are at least as far away'),
  })
    .nullable()
    .describe('How far the shares among the first are from the shares of all, at all places together'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People of the group who are ranked'),
      share: z.number().describe('Their share of all who are ranked'),
      places: list(
        record({
          first: z.number().describe('So many of the first places'),
          share: z.number().describe('The share of the group among them'),
          skew: estimate.describe(
            'ln(that share / share of all); null where the group has none of the places',
          ),
        }),
      ).describe('Intervals of one number of places hold for all groups together'),
    }),
  ),
}).describe('ranking-exposure: who has the first places when people are ranked by the score');
/** ranking-exposure: who has the first places when people are ranked by the score. */
export type ExposureDetails = z.output<typeof exposure>;

const side = record({
  from: z.string().describe('The first period'),
  to: z.string().describe('The last period'),
  n: z.number().describe('People'),
});

export const drift = record({
  kind: z.literal('drift'),
  period,
  exact: z
    .boolean()
    .nullable()
    .describe(
      'False where there were too many different scores and neighbours were put together; null without a score',
    ),
  before: side.describe('All periods but the last'),
  after: side.describe('The last period'),
  columns: list(
    record({
      column: z.string().describe('The column'),
      role: z.enum(['decision', 'outcome', 'score', 'group']).describe('What it is'),
      bins: list(
        record({
          value: z.string().nullable().describe('A value or a range of scores; null for people without one'),
          before: z.number().describe('People before'),
          after: z.number().describe('People in the last period'),
        }),
      ).describe('The most frequent values; scores in tenths of the people before'),
      index: number.describe('Population stability index'),
      smoothed: z.boolean().describe('Half a person was added to each bin, because one was empty'),
      test: testResult.nullable().describe('Of the hypothesis that nothing has changed'),
      pAdjusted: number.describe('Adjusted for all columns'),
    }),
  ).describe('Decision, outcome, score and groups, as far as there are any'),
}).describe('drift: whether the last period is like those before');
/** drift: whether the last period is like those before. */
export type DriftDetails = z.output<typeof drift>;
