/** The part `breaker` of `ombud.yaml`: what stops the system, without anybody looking. */
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const ratio = z.strictObject({
  column: z.string().describe('The attribute'),
  watched: value.describe('The value of the group that is watched'),
  reference: value.optional().describe('Whom it is compared with; everybody else where left out'),
  limit: z
    .number()
    .gt(0)
    .max(1)
    .default(0.8)
    .describe('Least ratio of the rates of the favourable decision; default 0.8'),
});

const overturned = z.strictObject({
  limit: z.number().gt(0).lt(1).describe('Greatest share of answered appeals that are overturned'),
  blocks: z
    .number()
    .gt(1)
    .default(1000)
    .describe('Answers between two false alarms, on average at least; default 1000'),
});

const rules = z.strictObject({
  missingNotices: z.int().min(1).optional().describe('So many people who got no notice stop it'),
  overdueAppeals: z.int().min(1).optional().describe('So many appeals past their deadline stop it'),
  unconfirmedDays: z
    .number()
    .gt(0)
    .optional()
    .describe('A suspension that is not confirmed for so many days stops it'),
  auditDays: z.number().gt(0).optional().describe('No audit in so many days stops it'),
});

/** The schema of a breaker's rule. */
export const breakerRuleSchema = z.strictObject({
  ratios: z.array(ratio).default([]).describe('Groups that are watched, each against another'),
  overturned: overturned.optional().describe('The share of appeals that are overturned'),
  blocks: z
    .number()
    .gt(1)
    .default(10_000)
    .describe(
      'Blocks between two false alarms of the ratios together, on average at least; a block closes when both groups have somebody; default 10000',
    ),
  windowDays: z
    .number()
    .gt(0)
    .default(1)
    .describe('One decision of a person counts in so many days; default 1'),
  level: z
    .number()
    .gt(0.5)
    .lt(1)
    .default(0.95)
    .describe('Level of the confidence sequence that closing asks for; default 0.95'),
  rules: rules.default({}).describe('What stops it without statistics'),
  opens: z
    .enum(['open', 'human-only'])
    .default('open')
    .describe('open: nothing is decided; human-only: people decide'),
});

/** What stops a system, as declared. */
export type BreakerRule = z.output<typeof breakerRuleSchema>;
