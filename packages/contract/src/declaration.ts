import { z } from 'zod';
import { breakerRuleSchema } from './breaker-declaration.ts';
import { type Condition, parseCondition } from './condition.ts';
import { explainSchema } from './explain-declaration.ts';
import { watchRuleSchema } from './watch-declaration.ts';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const values = z.union([text.transform((value) => [value]), z.array(text).min(1)]);

const binary = z.union([
  z.string().transform((column) => ({ column })),
  z.strictObject({
    column: z.string().describe('Name of the column'),
    positive: values.optional().describe('Values that mean yes'),
    negative: values.optional().describe('Values that mean no; any other value then counts as missing'),
  }),
  z.strictObject({
    column: z.string().describe('Name of a column of numbers'),
    condition: z
      .union([
        z.strictObject({
          operator: z.enum(['>=', '>', '<=', '<']).describe('How it is compared'),
          value: z.number().describe('With what'),
        }),
        z.string().transform((text, context): Condition => {
          const condition = parseCondition(text);
          if (condition) return condition;
          context.addIssue({ code: 'custom' });
          return z.NEVER;
        }),
      ])
      .describe('What the number must satisfy to mean yes, such as ">=7"'),
  }),
]);

const group = z.union([
  z.string().transform((column) => ({ column })),
  z.strictObject({
    column: z.string().describe('Name of the column'),
    bins: z.array(z.number()).min(1).optional().describe('Inner edges of bins, in increasing order'),
  }),
]);

const limits = z.strictObject({
  minRatio: z.number().min(0).optional().describe('Least ratio of two rates'),
  maxRatio: z.number().min(0).optional().describe('Greatest ratio'),
  maxDifference: z
    .number()
    .min(0)
    .optional()
    .describe('Greatest difference of two rates, 0.05 for five points'),
  minValue: z.number().min(0).optional().describe('Least rate'),
  maxValue: z.number().min(0).optional().describe('Greatest rate'),
  groupBy: z
    .array(z.array(z.string()))
    .optional()
    .describe('Only these groupings; default: each attribute alone and the full intersection'),
  judge: z
    .enum(['interval', 'point'])
    .optional()
    .describe('point: the plain number, as some regulators read it; default interval'),
  minPeople: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      'A pass covers groups of at least so many people; smaller ones are named, and fail only where they are surely beyond; default 30, and 1 by the point',
    ),
  weight: z.number().gt(0).optional().describe('Its part of the one error rate; default 1'),
});

const level = z.enum(['error', 'warn', 'off']);

/** The schema of a policy: rule packs, limits of one's own, and what to do where nothing can be told. */
export const policySchema = z.strictObject({
  use: z.array(z.string()).default([]).describe('Rule packs, such as us-four-fifths or us-four-fifths:point'),
  assert: z
    .record(z.string(), z.tuple([level, limits]))
    .default({})
    .describe('Audit id: [level, limits]'),
  whenCannotTell: z
    .enum(['warn', 'error'])
    .default('error')
    .describe('error: exit 3 when the verdict is "cannot tell"; warn must be asked for'),
  uncoveredShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Greatest share of people in groups too small for a pass, or of no known group; default 0.05'),
  missing: z
    .enum(['differential', 'worst-case', 'ignore'])
    .optional()
    .describe('What a pass must survive where data are missing; default differential'),
  unreadableShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Greatest share of recorded decisions that cannot be read beside a pass; default 0'),
});

const reference = z.union([z.enum(['highest', 'all-others']), z.record(z.string(), text)]);

const read = z.strictObject({
  delimiter: z.string().length(1).optional().describe('What stands between two values'),
  encoding: z.string().optional().describe('utf-8, latin-1, ...'),
  header: z
    .boolean()
    .optional()
    .describe('false: the first line holds values; columns are called column1, column2, ...'),
});

const input = z.strictObject({
  name: z.string().describe('The column of the input'),
  type: z
    .enum(['number', 'integer', 'text', 'boolean', 'category', 'date'])
    .describe('What its values are; recorded values are checked against it'),
  source: z.string().optional().describe('Where it came from, in words, such as "the application form"'),
  sensitivity: z
    .enum(['none', 'personal', 'special'])
    .default('personal')
    .describe('special: health, belief, origin and the like (GDPR, article 9)'),
  mutable: z
    .union([z.boolean(), z.enum(['up', 'down'])])
    .optional()
    .describe(
      'Whether the person can change it, or only up or only down; used by explanations, which advise nothing that is not said here or there',
    ),
});

/** `ombud.yaml`: the declaration of a system, and how its decisions are read, audited and judged. */
export const configSchema = z.strictObject({
  system: z.string().describe('Short id of the system'),
  title: z.string().optional().describe('What people call it'),
  purpose: z.string().optional().describe('What it decides'),
  distributed: z.iso
    .date()
    .optional()
    .describe('The day on which it was first used: the distribution date of New York City’s Local Law 144'),
  owner: z
    .strictObject({
      name: z.string().describe('Who'),
      contact: z.string().optional().describe('How to reach them'),
    })
    .optional()
    .describe('Who answers for it'),
  data: z
    .strictObject({
      source: z.string().optional().describe('File, folder or pattern, relative to this file'),
      explanation: z.string().optional().describe('Where the data come from, in a sentence or two'),
      read: read.optional().describe('How delimited text is read, where it does not say so itself'),
      decision: binary.optional().describe('The decision, and what of it is positive'),
      outcome: binary.optional().describe('What happened later, and what of it is positive'),
      score: z.string().optional().describe('Column of the score'),
      search: z
        .array(group)
        .optional()
        .describe('Columns in which the worst subgroup is looked for; an empty list: all with few values'),
      need: z.string().optional().describe('Column of a number that says what a person needs'),
      favourable: z
        .enum(['positive', 'negative'])
        .optional()
        .describe('Which decision is good for the person'),
      groups: z.array(group).optional().describe('Attributes to compare'),
      strata: z.array(group).optional().describe('What makes people alike'),
      count: z.string().optional().describe('Column that says how many people a row stands for'),
      weight: z.string().optional().describe('Column of weights of a survey'),
      subject: z.string().optional().describe('Column that says whom the row is about'),
      time: z.string().optional().describe('Column that says when it was decided'),
      period: z
        .enum(['day', 'week', 'month', 'quarter', 'year'])
        .optional()
        .describe('Length of the periods in which rates over time are shown; default month'),
      from: z.string().optional().describe('Only what was decided from this date or time on, in UTC'),
      to: z.string().optional().describe('Only what was decided before this date or time, in UTC'),
      model: z.string().optional().describe('Column of the model version; used when decisions are recorded'),
      missing: z
        .array(z.string())
        .optional()
        .describe('Texts that mean "no value", in place of the usual ones'),
    })
    .optional()
    .describe('Where decisions lie, and which column is what'),
  inputs: z.array(input).optional().describe('What the decision is made from'),
  audit: z
    .strictObject({
      only: z.array(z.string()).optional().describe('Only these audits'),
      reference: reference
        .optional()
        .describe('Whom a group is compared with: highest, all-others, or a value of each attribute'),
      depth: z
        .number()
        .int()
        .min(1)
        .optional()
        .describe('How many attributes are taken together at most; default 2'),
      level: z.number().gt(0.5).lt(1).optional().describe('Confidence level; default 0.95'),
      seed: z.number().int().min(0).optional().describe('Of the random numbers'),
      population: z
        .record(z.string(), z.record(z.string(), z.number().min(0)))
        .optional()
        .describe('Shares of the population by attribute and value'),
    })
    .optional()
    .describe('How it is measured'),
  policy: policySchema.optional().describe('What must hold'),
  breaker: breakerRuleSchema.optional().describe('What stops it without anybody looking'),
  watch: watchRuleSchema.optional().describe('When the server audits it by itself, and who is told'),
  explain: explainSchema.optional().describe('How single decisions are explained'),
  words: z
    .strictObject({
      people: z.string().optional().describe('Plural noun for everybody: applicants'),
      decided: z
        .string()
        .optional()
        .describe('Past tense of the positive decision, after a number of people: were admitted'),
      happened: z.string().optional().describe('Past tense of the positive outcome: repaid the loan'),
      groups: z
        .record(z.string(), z.record(z.string(), z.string()))
        .optional()
        .describe('Plural noun for each value of an attribute'),
    })
    .optional()
    .describe('Words for people, used in sentences only'),
});

/** An `ombud.yaml` that was read and checked. */
export type Config = z.output<typeof configSchema>;
/** One input of a decision: its name, type, source, how sensitive it is, and whether a person can change it. */
export type InputConfig = z.output<typeof input>;
/** The policy of a declaration, or a policy file, that was read and checked. */
export type PolicyConfig = z.output<typeof policySchema>;
