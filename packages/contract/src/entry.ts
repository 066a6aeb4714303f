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
const index = z.int().min(0).describe('Index of an entry in this log.');
const system = z.string().min(1).max(256).describe('The automated decision system, as declared.');
const digest = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256, hexadecimal.'),
});
const payload = commitment.describe(
  'v 2: base64(SHA-256("ombud/payload@2" LF field commitments joined by LF)), a field commitment being ' +
    'base64(SHA-256("ombud/payload-field@2" LF salt LF JSON Pointer of the field as a JSON string LF canonical JSON of its ' +
    'value)), in the order of the canonical text; each top-level member is a field, and each member of "inputs". ' +
    'v 1: base64(SHA-256("ombud/payload@1" LF base64(salt) LF canonical JSON of the payload)).',
);
const attributes = commitment.describe(
  'As the payload, with "ombud/attributes" in place of "ombud/payload".',
);

const common = {
  v: z
    .literal([1, 2])
    .describe('Form of the entry: 1 was written by version 0.1.0, 2 has a salt for each field.'),
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
    declared: index.optional().describe('The entry of the declaration under which it was made.'),
    marks: z
      .array(z.enum(['by-person', 'retired', 'shadow', 'while-stopped']))
      .min(1)
      .optional()
      .describe(
        'by-person: a person decided; retired: the declaration was retired; shadow: it had no effect; while-stopped: the ' +
          'system was stopped when it came. Such a decision is recorded all the same.',
      ),
    model: z.string().min(1).max(256).optional().describe('Version of the model that decided.'),
    modelDigest: digest.optional().describe('Of the file of the model that decided.'),
    payload,
    attributes: attributes.optional(),
  })
  .describe('A decision about a person; who and what lies in the payload.');

/** What a decision may be marked with. */
export type DecisionMark = NonNullable<z.infer<typeof decisionSchema>['marks']>[number];

export const correctionSchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('correction') })
  .describe('The outcome of an earlier decision became known or was put right.');

export const evidenceSchema = z
  .strictObject({
    ...common,
    kind: z.literal('evidence'),
    system,
    checkpoint: z
      .strictObject({
        origin: z.string().describe('The name of the log.'),
        size: z.int().min(0).describe('Its entries.'),
        root: z.string().describe('base64 of 32 bytes'),
      })
      .describe('The head of the log that was audited.'),
    digest: digest.describe('Of the envelope’s bytes.'),
    payload,
  })
  .describe('A signed audit of this log; the payload holds its DSSE envelope.');

export const erasureSchema = z
  .strictObject({
    ...common,
    kind: z.literal('erasure'),
    because: z.enum(['request', 'retention']).describe('Somebody asked, or the time to keep them is over.'),
    ranges: z
      .array(z.tuple([index, index]))
      .min(1)
      .describe(
        'First and last index of each run of entries whose payload was erased; all lie before this entry.',
      ),
    request: digest
      .optional()
      .describe(
        'Digest of the request or of the rule of retention, which the operator shows to whoever may ask. From v 2 on.',
      ),
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

export const lookSchema = z
  .strictObject({ ...aboutDecision, kind: z.literal('look') })
  .describe('Somebody looked at a person’s data; the payload says who, at which parts and why.');

export const actSchema = z
  .strictObject({
    ...common,
    kind: z.literal('act'),
    act: z
      .string()
      .regex(/^[a-z]+(?:-[a-z]+)*$/)
      .max(64)
      .describe('What was done, as a code: account-made, role-given, key-made, ...'),
    by: z.string().min(1).max(256).describe('The account that did it: its identifier, no name.'),
    system: system.optional().describe('The system that it concerns, where it concerns one alone.'),
    target: z
      .string()
      .regex(/^(?:account|key|passkey|version):[\w-]{1,1400}$/)
      .optional()
      .describe(
        'Whom or what it takes something from, by an identifier that names nobody, so that it is carried out again after a restore.',
      ),
    payload,
  })
  .describe('Somebody administered: accounts, rights, keys, settings. The payload holds the details.');

export const breakerSchema = z
  .strictObject({
    ...common,
    kind: z.literal('breaker'),
    system,
    state: z
      .enum(['closed', 'open', 'human-only'])
      .describe('closed: it decides; open: it is stopped; human-only: people decide.'),
    because: z.string().min(1).max(2000).describe('Why, in clear; nothing personal belongs here.'),
  })
  .describe('The system was stopped, handed to humans or started again.');

export const keySchema = z
  .strictObject({
    ...common,
    kind: z.literal('key'),
    action: z.enum(['add', 'retire']).describe('The key begins or ends to sign.'),
    key: z.string().min(1).max(512).describe('The verifier key that begins or ends to sign this log.'),
    by: z.string().min(1).max(512).describe('The verifier key that vouches for it: one that signs already.'),
    signature: z
      .string()
      .regex(/^[A-Za-z0-9+/]{86}==$/)
      .describe('base64 of the Ed25519 signature by `by` over "ombud/key@1" LF origin LF action LF key LF.'),
  })
  .describe('The keys of the log changed.');

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
  lookSchema,
  actSchema,
  breakerSchema,
  keySchema,
]);

/** An entry of the log, whatever its kind. It holds commitments and no personal data. */
export type Entry = z.infer<typeof entrySchema>;
/** What an entry is about: a decision, a correction, evidence, an erasure, a notice, and so on. */
export type EntryKind = Entry['kind'];
/** The entry that says which payloads were erased, and why. */
export type ErasureEntry = z.infer<typeof erasureSchema>;
/** The entry by which a key of the log vouches for another, or says that one retires. */
export type KeyEntry = z.infer<typeof keySchema>;

/** The largest entry, in bytes: an entry bundle holds each with a 16-bit length (C2SP tlog-tiles). */
export const maxEntryBytes = 65_535;
