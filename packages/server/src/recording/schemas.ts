import { z } from 'zod';
import { systemParam } from '../systems/schemas.ts';

const scalar = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);

/** One decision, as a system tells it. */
export const decisionSchema = z.strictObject({
  subject: z.string().min(1).max(1000).regex(/\S/).describe('The person, as a pseudonym: not blank'),
  decision: scalar.describe('What was decided'),
  score: z.number().optional().describe('The score that it rests on'),
  outcome: scalar.optional().describe('What happened, where it is known'),
  inputs: z.record(z.string(), z.json()).optional().describe('What it was made from, as declared'),
  attributes: z
    .record(z.string(), scalar)
    .optional()
    .describe('Protected attributes: kept apart, for audits alone'),
  decided: z.iso.datetime({ offset: true }).optional().describe('When it was made'),
  model: z.string().min(1).max(256).optional().describe('Version of the model'),
  modelDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('SHA-256 of the model file'),
  version: z.int().min(1).optional().describe('Version of the declaration; the newest where left out'),
  by: z.enum(['system', 'person']).optional().describe('Who decided; the system where left out'),
  shadow: z.boolean().optional().describe('It was made beside another and had no effect'),
  key: z.string().min(1).max(255).optional().describe('A retry with the same key is not recorded again'),
});

/** One decision, checked. */
export type DecisionInput = z.output<typeof decisionSchema>;

/** Most decisions of one request. */
export const mostTogether = 5000;

/** Many decisions; each is checked for itself. */
export const batchSchema = z.strictObject({
  decisions: z
    .array(z.unknown())
    .min(1)
    .max(mostTogether)
    .describe('Decisions as the single route takes them; each is answered for itself'),
});

/** Where a decision lies. */
export const recordedSchema = z.object({
  index: z.int().describe('The entry of the log'),
  leaf: z.string().describe('Its leaf hash, base64'),
  repeated: z.literal(true).optional().describe('It was recorded before'),
});

/** What became of one decision of many. */
export const answeredSchema = z.union([
  recordedSchema,
  z.object({
    reason: z.string().describe('Why it was refused, as a code'),
    params: z.record(z.string(), z.unknown()),
    title: z.string().describe('The same as a sentence'),
  }),
]);

/** What became of many. */
export const batchAnswerSchema = z.object({
  accepted: z
    .int()
    .describe(
      'How many are in the log now, the repeated ones among them: accepted and refused make all of them',
    ),
  repeated: z
    .int()
    .describe('How many of the accepted were recorded before, by their key, and were not recorded again'),
  refused: z.int().describe('How many were refused; each says why'),
  decisions: z.array(answeredSchema).describe('In the order of the request'),
});

/** Paths of one decision. */
export const decisionParams = z.strictObject({
  system: systemParam,
  index: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).describe('The entry of the log'),
});
