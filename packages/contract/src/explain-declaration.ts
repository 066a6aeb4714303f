/** The part `explain` of `ombud.yaml`: how a score becomes a decision, what a plan may touch, and how reasons are told. */
import { z } from 'zod';

const scalar = z.union([z.string(), z.number()]);

const column = z.strictObject({
  change: z
    .enum(['any', 'up', 'down', 'none'])
    .describe('Which way the person can change it; none: it stays as it is'),
  low: z
    .number()
    .optional()
    .describe('Lowest value that a plan may name; default: the lowest in the background'),
  high: z.number().optional().describe('Highest value; default: the highest in the background'),
  step: z.number().optional().describe('A plan names only multiples of this; 1: whole numbers'),
  values: z.array(scalar).min(1).optional().describe('For a category: the values that a plan may name'),
  cost: z.number().optional().describe('How much a change counts beside the others; default 1'),
});

const link = z.strictObject({
  column: z.string().describe('It moves by itself'),
  follows: z.string().describe('with this column, or with time'),
  ratio: z.number().describe('by so many units for one'),
  whole: z.boolean().optional().describe('counting only whole units that are full'),
});

const order = z.strictObject({
  lower: z.string().describe('A column'),
  upper: z.string().describe('Another column'),
  gap: z.number().default(0).describe('lower is at most upper + gap'),
});
const needs = z.strictObject({
  column: z.string().describe('Where this column'),
  goes: z.enum(['any', 'up', 'down']).default('any').describe('goes this way'),
  needs: z.string().describe('then this column must go'),
  direction: z.enum(['up', 'down']).default('up').describe('this way'),
  by: z.number().describe('by at least so much'),
});

const recourse = z.strictObject({
  columns: z
    .record(
      z.string(),
      z.union([z.enum(['any', 'up', 'down', 'none']).transform((change) => ({ change })), column]),
    )
    .default({})
    .describe('What the person can change; whatever is not named stays as it is'),
  links: z.array(link).default([]).describe('Columns that move by themselves with another'),
  rules: z
    .array(z.union([order, needs]))
    .default([])
    .describe('What the world asks of a plan'),
  time: z
    .strictObject({
      unit: z.string().describe('month, year, ...'),
      most: z.number().describe('The longest wait'),
      cost: z.number().describe('Of one unit, beside the other changes'),
    })
    .optional()
    .describe('Waiting, as something that a person can do'),
});

const sentence = z.union([z.string().transform((en) => ({ en })), z.record(z.string(), z.string())]);

const reasons = z.strictObject({
  most: z.number().int().min(1).default(4).describe('How many principal reasons are told'),
  texts: z
    .array(
      z.strictObject({
        code: z.string().describe('Of the reason'),
        columns: z
          .union([z.string().transform((name) => [name]), z.array(z.string()).min(1)])
          .describe('The columns that it speaks for'),
        text: sentence.describe('The sentence, or one a language'),
      }),
    )
    .default([])
    .describe('How reasons are told'),
  unspeakable: z
    .array(
      z.strictObject({
        column: z.string().describe('The column'),
        because: z.enum(['third-person', 'secret', 'safety']).describe('Why it may not be told'),
      }),
    )
    .default([])
    .describe('What may not be told to the person; where it is a reason, a human decides what is sent'),
  protected: z
    .array(z.string())
    .default([])
    .describe(
      'What the law forbids to decide by; the groups of the data and special inputs are always among them',
    ),
});

/** The schema of the part of a declaration that says how decisions are explained. */
export const explainSchema = z.strictObject({
  cutoff: z
    .number()
    .optional()
    .describe('The decision is the positive one at or above this; of a probability, 0.5 by default'),
  scale: z
    .enum(['probability', 'raw'])
    .default('probability')
    .describe('What of the prediction is compared with the cut-off'),
  output: z
    .union([z.number().int().min(0), z.string()])
    .optional()
    .describe('Which class, by name or place'),
  background: z
    .string()
    .optional()
    .describe('Table of people to compare with, relative to this file; default: the data itself'),
  component: z.string().optional().describe('The part of a combined system that this model is'),
  recourse: recourse.optional().describe('What a plan may change, and what holds in the world'),
  reasons: reasons.optional().describe('How reasons are told'),
  validDays: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      'For how many days the letter says that its plans hold; always no longer than the model version',
    ),
});

/** How a system's decisions are explained, as its declaration says, read and checked. */
export type ExplainConfig = z.output<typeof explainSchema>;
