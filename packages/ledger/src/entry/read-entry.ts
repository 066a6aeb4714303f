/** Reads an entry and what was committed in it, trusting neither. */

import { type Entry, entrySchema } from '@ombud/contract';
import { isCanonicalJson, type JsonObject } from '@ombud/kernel';
import {
  type CommitmentLabel,
  commitmentOfFields,
  commitmentOfWhole,
  fieldCommitment,
  fieldsOf,
} from './commitment.ts';
import type { Secret } from './draft.ts';
import { areSalts, saltAt } from './salts.ts';

const COMMITMENT = '[A-Za-z0-9+/]{43}=';
const TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
/** A JSON string as canonical JSON writes nearly all: what holds an escape takes the slow way. */
const PLAIN = '"([^"\\\\\\u0000-\\u001f]{1,256})"';

/** Nearly every entry is a decision, and its members are few and in a fixed order: one pattern reads it. */
const DECISION = new RegExp(
  `^\\{(?:"attributes":"(${COMMITMENT})",)?(?:"decided":"(${TIME})",)?"kind":"decision",(?:"model":${PLAIN},)?` +
    `(?:"modelDigest":\\{"sha256":"([0-9a-f]{64})"\\},)?"payload":"(${COMMITMENT})","system":${PLAIN},` +
    `"time":"(${TIME})","v":([12])\\}$`,
);

/**
 * The entry that a canonical text says, or null where it is not an entry.
 *
 * @example parseEntry('{"because":"x","kind":"breaker","state":"open","system":"s","time":"2026-11-22T03:49:31.123Z","v":2}')
 */
export function parseEntry(text: string): Entry | null {
  return parseDecision(text) ?? parseAny(text);
}

function parseDecision(text: string): Entry | null {
  const found = DECISION.exec(text);
  if (found === null) return null;
  const [, attributes, decided, model, digest, payload = '', system = '', time = '', v] = found;
  if (!system.isWellFormed() || model?.isWellFormed() === false) return null;
  return {
    kind: 'decision',
    system,
    time,
    payload,
    v: v === '1' ? 1 : 2,
    ...(attributes === undefined ? {} : { attributes }),
    ...(decided === undefined ? {} : { decided }),
    ...(model === undefined ? {} : { model }),
    ...(digest === undefined ? {} : { modelDigest: { sha256: digest } }),
  };
}

function parseAny(text: string): Entry | null {
  if (!isCanonicalJson(text)) return null;
  const parsed = entrySchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** The commitment to the entry's payload, or null where its kind has none. */
export function payloadCommitment(entry: Entry): string | null {
  return 'payload' in entry ? entry.payload : null;
}

/** The commitment to the decision's protected attributes, or null. */
export function attributesCommitment(entry: Entry): string | null {
  return entry.kind === 'decision' ? (entry.attributes ?? null) : null;
}

/** Whether the text and salts are the ones that the entry commits to. */
export function opensPayload(entry: Entry, secret: Secret): boolean {
  return openPayload(entry, secret) !== null;
}

/** Whether the text and salts are the attributes that the entry commits to. */
export function opensAttributes(entry: Entry, secret: Secret): boolean {
  return openAttributes(entry, secret) !== null;
}

/** The payload, where text and salts are the ones that the entry commits to; else null. */
export function openPayload(entry: Entry, secret: Secret): JsonObject | null {
  return openSecret('ombud/payload', payloadCommitment(entry), entry.v, secret);
}

/** The attributes, where text and salts are the ones that the entry commits to; else null. */
export function openAttributes(entry: Entry, secret: Secret): JsonObject | null {
  return openSecret('ombud/attributes', attributesCommitment(entry), entry.v, secret);
}

function openSecret(
  label: CommitmentLabel,
  commitment: string | null,
  version: 1 | 2,
  { salt, body }: Secret,
): JsonObject | null {
  if (commitment === null) return null;
  const value = parseObject(body);
  if (value === null) return null;
  if (version === 1) return commitmentOfWhole(label, salt, body) === commitment ? value : null;
  const taken = fieldsOf(value);
  if (taken.body !== body || !areSalts(salt, taken.fields.length)) return null;
  const fields = taken.fields.map(({ pointer, value: text }, i) =>
    fieldCommitment(label, saltAt(salt, i), pointer, text),
  );
  return commitmentOfFields(label, fields) === commitment ? value : null;
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : null;
  } catch {
    return null;
  }
}
