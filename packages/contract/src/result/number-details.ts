/** What the audit of numbers that were decided or happened says. Schema and type in one. */
import { z } from 'zod';
import { group, list, number, record } from '../parts.ts';
import { estimate, groupsOf } from './measure.ts';
import { pairShape } from './score-details.ts';

export const numbers = record({
  kind: z.literal('numbers'),
  what: z
    .enum(['decision', 'outcome', 'error'])
    .describe('The number that was decided, the one that happened, or how far the first is above the second'),
  exact: z
    .boolean()
    .describe(
      'False where there were too many different numbers and neighbours were put together; means are exact always',
    ),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People with the number'),
      mean: estimate.describe('Of an error: above 0, too much was decided'),
      absolute: estimate.describe('The mean distance from 0; null unless it is an error'),
      rootMeanSquare: number.describe('The root of the mean square; null unless it is an error'),
      quantiles: list(
        record({ share: z.number().describe('0.5 is the median'), of: estimate.describe('The quantile') }),
      ).describe('The ends and the middle'),
    }),
  ),
  pairs: list(
    record({
      ...pairShape,
      absolute: estimate.describe('The difference of the mean distances from 0; null unless it is an error'),
      quantiles: list(
        record({
          share: z.number().describe('0.5 is the median'),
          gap: estimate.describe('Group minus reference'),
        }),
      ).describe('How far the ends and the middle are apart'),
    }),
  ).describe('`difference` is that of the means'),
}).describe('number-gaps: numbers that were decided or happened, and how far they are apart');
/** number-gaps: numbers that were decided or happened, and how far they are apart. */
export type NumbersDetails = z.output<typeof numbers>;
