import { z } from 'zod';
import { type Condition, parseCondition } from './condition.ts';
import { explainSchema } from './explain-declaration.ts';

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
        z.strictObject({ operator: z.enum(['>=', '>', '<=', '<']), value: z.number() }),
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
    column: z.string(),
    bins: z.array(z.number()).min(1).optional().describe('Inner edges of bins, in increasing order'),
  }),
]);

const limits = z.strictObject({
  minRatio: z.number().min(0).optional(),
  maxRatio: z.number().min(0).optional(),
  maxDifference: z.number().min(0).optional(),
  minValue: z.number().min(0).optional(),
  maxValue: z.number().min(0).optional(),
  groupBy: z
    .array(z.array(z.string()))
    .optional()
    .describe('Only these groupings; default: each attribute alone and the full intersection'),
  judge: z.enum(['interval', 'point']).optional(),
  minPeople: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('A pass covers groups of at least so many people; smaller ones are named; default 30'),
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
  delimiter: z.string().length(1).optional(),
  encoding: z.string().optional(),
  header: z.boolean().optional(),
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
    .default(true)
    .describe('Whether the person can change it, or only up or only down; used by explanations'),
});

/** `ombud.yaml`: the declaration of a system, and how its decisions are read, audited and judged. */
export const configSchema = z.strictObject({
  system: z.string().describe('Short id of the system'),
  title: z.string().optional(),
  purpose: z.string().optional(),
  owner: z.strictObject({ name: z.string(), contact: z.string().optional() }).optional(),
  data: z
    .strictObject({
      source: z.string().optional().describe('File, folder or pattern, relative to this file'),
      read: read.optional(),
      decision: binary.optional(),
      outcome: binary.optional(),
      score: z.string().optional(),
      favourable: z.enum(['positive', 'negative']).optional(),
      groups: z.array(group).optional(),
      strata: z.array(group).optional(),
      count: z.string().optional(),
      weight: z.string().optional(),
      subject: z.string().optional(),
      time: z.string().optional(),
      model: z.string().optional().describe('Column of the model version; used when decisions are recorded'),
      missing: z
        .array(z.string())
        .optional()
        .describe('Texts that mean "no value", in place of the usual ones'),
    })
    .optional(),
  inputs: z.array(input).optional().describe('What the decision is made from'),
  audit: z
    .strictObject({
      only: z.array(z.string()).optional(),
      reference: reference.optional(),
      depth: z.number().int().min(1).optional(),
      level: z.number().gt(0.5).lt(1).optional(),
      seed: z.number().int().min(0).optional(),
      population: z.record(z.string(), z.record(z.string(), z.number().min(0))).optional(),
    })
    .optional(),
  policy: policySchema.optional(),
  explain: explainSchema.optional().describe('How single decisions are explained'),
  words: z
    .strictObject({
      people: z.string().optional(),
      decided: z.string().optional(),
      happened: z.string().optional(),
      groups: z.record(z.string(), z.record(z.string(), z.string())).optional(),
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
