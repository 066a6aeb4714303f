/**
 * `ombud/explanation@1`: why one decision came out as it did, and what would change it. Published as JSON Schema in
 * `schema/explanation.json`.
 */
import { z } from 'zod';
import { list } from './parts.ts';

const value = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .describe('A value of a column, as the model was given it; null where it is missing');

const prediction = z
  .strictObject({
    raw: z.number().describe('What the model computes: for most a log-odds'),
    probability: z.number().min(0).max(1).nullable().describe('Null where the model gives none'),
    decision: z.string().describe('The decision that follows'),
  })
  .readonly();

const attribution = z
  .strictObject({
    column: z.string(),
    value,
    contribution: z.number().describe('How far this value moves the raw prediction from the baseline'),
  })
  .readonly();

const change = z.strictObject({ column: z.string(), from: value, to: value }).readonly();

const plan = z
  .strictObject({
    changes: list(change).describe('What would have to be otherwise'),
    cost: z.number().min(0).describe('By the declared costs; smaller is easier'),
    prediction,
  })
  .readonly();

const recourse = z
  .strictObject({
    state: z
      .enum(['found', 'none-exists', 'none-found'])
      .describe('none-exists is proved; none-found is not: a search ended without one'),
    proof: z
      .string()
      .nullable()
      .describe('What a proof covers, such as no change of at most three columns; null where there is none'),
    plans: list(plan),
  })
  .readonly();

export const explanationSchema = z
  .strictObject({
    schema: z.literal('ombud/explanation@1'),
    system: z.string().nullable().describe('The system that decided, where it is declared'),
    model: z
      .strictObject({
        digest: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('SHA-256 of the model file, hexadecimal'),
        version: z.string().nullable(),
      })
      .readonly(),
    prediction,
    baseline: z.number().describe('The raw prediction from which the contributions are counted'),
    attributions: list(attribution).describe('They and the baseline add up to the raw prediction'),
    reasons: list(
      z.strictObject({ code: z.string(), column: z.string(), text: z.string() }).readonly(),
    ).describe('The principal reasons, most important first'),
    recourse: recourse.nullable().describe('Null where it was not asked for'),
    background: z
      .strictObject({ rows: z.number().int().min(0), fingerprint: z.string() })
      .readonly()
      .nullable()
      .describe('The people compared with; null where the method needs none'),
  })
  .readonly();

export type Explanation = z.output<typeof explanationSchema>;
export type Attribution = z.output<typeof attribution>;
export type RecoursePlan = z.output<typeof plan>;
