/** Which column is what, as the audit understood it, and how people are spoken of. Schema and type in one. */
import { z } from 'zod';
import { group, list, record } from '../parts.ts';

const favourable = z.enum(['positive', 'negative']);
/** Whether the positive decision is good for the person. */
export type Favourable = z.output<typeof favourable>;

const valuesRole = record({
  column: z.string().describe('The column'),
  positive: list(z.string()).describe('The values that mean yes'),
  negative: list(z.string())
    .exactOptional()
    .describe('Given: any other value counts as missing. Not given: every other value is negative'),
}).describe('A yes or no by the values of a column');
/** A yes or no by the values of a column. */
export type ValuesRole = z.output<typeof valuesRole>;

const conditionRole = record({
  column: z.string().describe('The column'),
  condition: record({
    operator: z.enum(['>=', '>', '<=', '<']).describe('How the number is compared'),
    value: z.number().describe('What it is compared with'),
  }).describe('What the number must satisfy to mean yes'),
}).describe('A yes or no by a condition on a column of numbers');
/** A yes or no by a condition on a column of numbers. */
export type ConditionRole = z.output<typeof conditionRole>;

const binaryRole = z.union([valuesRole, conditionRole]);
/** A decision or an outcome: its column, and what of it is positive. */
export type BinaryRole = z.output<typeof binaryRole>;

export const period = z.enum(['day', 'week', 'month', 'quarter', 'year']).describe('How long a period is');
/** How long a period of time is. */
export type Period = z.output<typeof period>;

const groupRole = record({
  column: z.string().describe('The column'),
  bins: list(z.number())
    .exactOptional()
    .describe('Inner edges of half-open bins [a, b) for a column of numbers'),
  period: period.exactOptional().describe('For a column of dates: the periods that they lie in'),
});
/** A column of groups or strata, with the edges of its bins where it is a number. */
export type GroupRole = z.output<typeof groupRole>;

export const roles = record({
  decision: binaryRole.nullable().describe('The decision, and what of it is positive'),
  outcome: binaryRole.nullable().describe('What happened, and what of it is positive'),
  score: record({ column: z.string().describe('The column') })
    .nullable()
    .describe('The score'),
  need: record({ column: z.string().describe('The column') })
    .exactOptional()
    .describe('What people need, to be compared at one score'),
  favourable: favourable
    .nullable()
    .describe(
      'Whether the positive decision is good for the person; null where nobody said so: then nothing is called adverse',
    ),
  groups: list(groupRole).describe('The attributes that are compared'),
  strata: list(groupRole).describe('What makes people alike'),
  count: z.string().nullable().describe('The column that says how many people a row stands for'),
  weight: z.string().nullable().describe('The column of weights'),
  subject: z.string().nullable().describe('The column that says which rows are about one person'),
  time: z.string().nullable().describe('The column of times'),
  period: period.exactOptional().describe('How long the periods of over-time are'),
}).describe('Which column is what');
/** Which column is what, as the audit understood it. */
export type Roles = z.output<typeof roles>;

export const wording = record({
  people: z.string().exactOptional().describe('Plural noun for everybody in the data: applicants'),
  decided: z
    .string()
    .exactOptional()
    .describe('Past tense of the positive decision, after a number of people: were admitted'),
  happened: z.string().exactOptional().describe('Past tense of the positive outcome: repaid the loan'),
  groups: z
    .record(z.string(), group)
    .readonly()
    .exactOptional()
    .describe('Plural noun for a value of a group: { "sex": { "F": "women", "M": "men" } }'),
}).describe('Words for people, used only in sentences: For every 100 women who applied, 30 were admitted');
/** Words for people, used only in sentences: "For every 100 women who applied, 30 were admitted". */
export type Wording = z.output<typeof wording>;

export const system = record({
  id: z.string().describe('Its id'),
  title: z.string().exactOptional().describe('Its title'),
  purpose: z.string().exactOptional().describe('What it is for'),
  distributed: z.string().exactOptional().describe('The day on which it was first used, as it was declared'),
  owner: record({
    name: z.string().describe('Who answers for it'),
    contact: z.string().exactOptional().describe('How to reach them'),
  })
    .exactOptional()
    .describe('Who answers for it'),
}).describe('The system under account');
/** The system under account: its id, title, purpose and owner. */
export type System = z.output<typeof system>;
