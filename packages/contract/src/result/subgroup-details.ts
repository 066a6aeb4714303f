/** What the search for the worst subgroup found. Schema and type in one. */
import { z } from 'zod';
import { group, interval, list, record } from '../parts.ts';

const counts = record({
  events: z.number().describe('People with the event'),
  n: z.number().describe('All who could have it'),
});

const subgroup = record({
  group: group.describe('The conditions: a value for each column of the subgroup'),
  explored: counts.describe('In the half in which it was found; its rate is too high there, by being chosen'),
  people: counts.describe('In the other half, which had no part in choosing it'),
  others: counts.describe('Everybody else of the other half'),
  difference: z.number().describe('Of the two rates of the other half'),
  interval: interval
    .nullable()
    .describe('Of the difference; those of all that were asked again hold together'),
  p: z.number().describe('Of no worse than everybody else, nor than the rest of a wider group'),
  pHolm: z.number().describe('Adjusted for all that were asked again: the chance of any false one'),
  pYekutieli: z.number().describe('Adjusted so that the share of false ones is held'),
  confirmed: z.boolean().describe('pHolm is small enough'),
}).describe('A subgroup that looked worse in one half, and what the other half says');

export const subgroups = record({
  kind: z.literal('subgroups'),
  event: z
    .enum(['refused', 'chosen', 'false-positive', 'false-negative', 'happened'])
    .describe('What is worse: the negative decision, the positive one, a mistake, the outcome'),
  columns: list(z.string()).describe('The columns that were searched'),
  leftOut: z.number().describe('Columns with few values that were not, because there are too many'),
  leftOutColumns: list(
    record({
      column: z.string().describe('Its name'),
      reason: z
        .enum(['many-columns', 'many-values', 'few-people'])
        .describe(
          'many-columns: there are too many with few values; many-values: its values are no groups; few-people: no value has enough people in each half',
        ),
    }),
  )
    .exactOptional()
    .describe('The columns that were not searched, and why'),
  depth: z.number().describe('A subgroup has at most so many conditions'),
  leastPeople: z.number().describe('Fewest people of a subgroup in each half'),
  lookedAt: z.number().describe('Subgroups that were looked at in the first half'),
  level: z
    .number()
    .describe('A subgroup that is not worse is confirmed with a chance of at most 1 minus this'),
  everybody: counts.describe('All people of both halves'),
  found: list(subgroup).describe('Those that were asked again, confirmed ones first, then the widest gap'),
}).describe('worst-subgroup: in which group of any few columns the event is more frequent than elsewhere');
/** worst-subgroup: in which group of any few columns the event is more frequent than elsewhere. */
export type SubgroupsDetails = z.output<typeof subgroups>;
