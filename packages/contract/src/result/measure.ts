/** What is measured: rates of groups, comparisons of two groups, tests. Schema and type in one. */
import { z } from 'zod';
import { comparisonInterval, group, interval, list, number, record, reference } from '../parts.ts';

const counts = record({
  events: z.number().describe('To be added to the events of the rate'),
  n: z.number().describe('To be added to its denominator'),
});

const unknown = record({
  people: z.number().describe('People of whom something is missing'),
  low: counts.describe('What they add if all of them stand where the rate is least'),
  high: counts.describe('What they add if all of them stand where the rate is greatest'),
});
/** Counts of a group if everybody of whom something is missing stood where the rate is least, or greatest. */
export type Unknown = z.output<typeof unknown>;

export const groupMeasure = record({
  group,
  n: z.number().describe('People (or the sum of weights) in the denominator of the rate'),
  events: z.number().describe('People (or the sum of weights) in its numerator'),
  value: number.describe('events / n; null where nobody is in the denominator, never a default number'),
  interval: interval.nullable().describe('Null where there is no value'),
  effectiveN: z
    .number()
    .exactOptional()
    .describe(
      'With weights or repeated subjects: the effective sample size: so many independent people give as narrow an interval',
    ),
  df: z
    .number()
    .exactOptional()
    .describe(
      "With repeated subjects: how surely effectiveN is known, in Satterthwaite's degrees of freedom; few subjects give few",
    ),
  unknown: unknown
    .exactOptional()
    .describe('People of the group whose place in the rate is not known; left out where there are none'),
}).describe('A rate of one group');
/** A rate of one group: `value = events / n`. */
export type GroupMeasure = z.output<typeof groupMeasure>;

const measure = z
  .enum(['ratio', 'difference', 'odds-ratio'])
  .describe('ratio = group / reference, difference = group - reference, odds-ratio = odds / odds');
/** What a comparison tells: a ratio, a difference or an odds ratio. */
export type Measure = z.output<typeof measure>;

export const comparison = record({
  measure,
  group,
  reference,
  value: number.describe('Null where it cannot be computed'),
  interval: comparisonInterval.nullable().describe('Null where there is none'),
  test: z.string().nullable().describe('The test that gave p, by its usual name'),
  p: number.describe('Of the hypothesis that the two are equal, for this pair alone'),
  pAdjusted: number.describe('The same, adjusted for all comparisons of the finding'),
}).describe('Two groups compared');
/** Two groups compared: a ratio, a difference or an odds ratio with its interval and test. */
export type Comparison = z.output<typeof comparison>;

export const testResult = record({
  test: z.string().describe('The test by its usual name'),
  statistic: number.describe('Null for an exact test, which has none'),
  df: number.describe('Degrees of freedom, where the test has them'),
  p: z.number().describe('The probability of data at least as far from the hypothesis, were it true'),
}).describe('A test');
/** A test: its name, statistic, degrees of freedom and p. */
export type TestResult = z.output<typeof testResult>;

export const estimate = record({
  value: number.describe('Null where it cannot be computed'),
  interval: interval.nullable().describe('Null where there is none'),
});

export const groupsOf = <T extends z.ZodType>(item: T) => list(item).describe('One for each group');
