/** The part `watch` of `ombud.yaml`: when a running system is audited by itself, and who is told. */
import { z } from 'zod';

/** How long a period of a schedule is. */
export const everies = ['day', 'week', 'month'] as const;

/** The schema of a schedule. */
export const scheduleSchema = z.strictObject({
  every: z.enum(everies).describe('When such a time has ended, in UTC, an audit is asked for'),
  over: z
    .enum(['period', 'everything'])
    .default('period')
    .describe('period: what was decided in it; everything: all that was recorded until its end'),
  sign: z.boolean().default(false).describe('The results are signed and recorded as evidence'),
  lateHours: z
    .number()
    .gt(0)
    .max(10_000)
    .default(24)
    .describe('An audit that is missing for so long is told of'),
});

/** The schema of somebody whom an alert reaches by mail. */
export const mailReceiverSchema = z.strictObject({
  mail: z.email().max(300).describe('Their address'),
  language: z.string().max(10).default('en').describe('In which it is written'),
});

/** The schema of how a system is watched, as far as that is declared with it. */
export const watchRuleSchema = z.strictObject({
  schedule: scheduleSchema.optional().describe('When it is audited by itself'),
  tell: z.array(mailReceiverSchema).max(20).optional().describe('Whom an alert reaches by mail'),
});
