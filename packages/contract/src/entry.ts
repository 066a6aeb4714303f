/**
 * What the log holds. An entry is public: it says what an auditor must be able to prove without the person's data, and
 * commits to the rest. `packages/contract/schema/entry.json` is this file as JSON Schema; a test keeps them the same.
 */
import { z } from 'zod';

const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .describe('UTC, RFC 3339, milliseconds, for example 2026-11-22T03:49:31.123Z.');
const commitment = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .describe('Salted SHA-256 commitment, base64.');
const digest = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const index = z.int().min(0).describe('Index of an entry in this log.');
const system = z.string().min(1).max(256).describe('The automated decision system, as declared.');
const payload = commitment.describe(
  'base64(SHA-256("ombud/payload@1" LF base64(salt) LF canonical JSON of the payload)).',
);
const attributes = commitment.describe(
  'base64(SHA-256("ombud/attributes@1" LF base64(salt) LF canonical JSON of the protected attributes)).',
);

const common = {
  v: z.literal(1),
  time: time.describe('When the log recorded the entry, by the log’s clock; never goes backwards.'),
};
const aboutDecision = { ...common, system, about: index, payload };

export const declarationSchema = z
  .strictObject({
    ...common,
    kind: z.literal('declaration'),
    system,
    document: z.record(z.string(), z.json()).describe('What was declared, in clear.'),
  })
  .describe('A system was declared, or declared anew.');

export const decisionSchema = z
  .strictObject({
    ...common,
    kind: z.literal('decision'),
    system,
    decided: time.optional().describe('When the decision was made, as its system says.'),
    model: z.string().min(1).max(256).optional().describe('Version of the model that decided.'),
    modelDigest: digest.optional().describe('Of the file of the model that decided.'),
    payload,
    attributes: attributes.optional(),
  })
  .describe('A decision about a person; who and what lies in the payload.');

export const correctionSchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('correction') })
  .describe('The outcome of an earlier decision became known or was put right.');

export const evidenceSchema = z
  .strictObject({
    ...common,
    kind: z.literal('evidence'),
    system,
    checkpoint: z.strictObject({
      origin: z.string(),
      size: z.int().min(0),
      root: z.string().describe('base64 of 32 bytes'),
    }),
    digest: digest.describe('Of the envelope’s bytes.'),
    payload,
  })
  .describe('A signed audit of this log; the payload holds its DSSE envelope.');

export const erasureSchema = z
  .strictObject({
    ...common,
    kind: z.literal('erasure'),
    because: z.enum(['request', 'retention']),
    ranges: z
      .array(z.tuple([index, index]))
      .min(1)
      .describe('First and last index of each run of entries whose payload was erased.'),
  })
  .describe('Payloads, salts and attributes were erased.');

export const noticeSchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('notice') })
  .describe('The person was told about a decision.');
export const appealSchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('appeal') })
  .describe('The person appealed a decision.');
export const reviewSchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('review') })
  .describe('A human reviewed a decision.');
export const remedySchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('remedy') })
  .describe('Something was put right after a decision.');
export const explanationEntrySchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('explanation') })
  .describe(
    'A decision was explained; the payload holds the digests of the explanation and of the model file.',
  );

export const breakerSchema = z
  .strictObject({
    ...common,
    kind: z.literal('breaker'),
    system,
    state: z.enum(['closed', 'open', 'human-only']),
    because: z.string().min(1).max(2000).describe('Why, in clear; nothing personal belongs here.'),
  })
  .describe('The system was stopped, handed to humans or started again.');

/** The schema of every entry of the log. */
export const entrySchema = z.discriminatedUnion('kind', [
  declarationSchema,
  decisionSchema,
  correctionSchema,
  evidenceSchema,
  erasureSchema,
  noticeSchema,
  appealSchema,
  reviewSchema,
  remedySchema,
  explanationEntrySchema,
  breakerSchema,
]);

/** An entry of the log, whatever its kind. It holds commitments and no personal data. */
export type Entry = z.infer<typeof entrySchema>;
/** What an entry is about: a decision, a correction, evidence, an erasure, a notice, and so on. */
export type EntryKind = Entry['kind'];
/** The entry that says which payloads were erased, and why. */
export type ErasureEntry = z.infer<typeof erasureSchema>;

/** The largest entry, in bytes: an entry bundle holds each with a 16-bit length (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 65_535;
