/** Reads an entry and what was committed in it, trusting neither. */

import { type Entry, entrySchema } from '@ombud/contract';
import { isCanonicalJson, type JsonObject } from '@ombud/kernel';
import { commitText } from './commit-text.ts';
import { type CommitmentLabel, commitmentOf, commitmentOfWhole, type Field, fieldsOf } from './commitment.ts';
import type { Secret } from './draft.ts';
import { areSalts } from './salts.ts';

const commitmentPattern = '[A-Za-z0-9+/]{43}=';
const timePattern = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
/** A JSON string as canonical JSON writes nearly all: what holds an escape takes the slow way. */
const plain = '"([^"\\\\\\u0000-\\u001f]{1,256})"';

/** Nearly every entry is a decision, and its members are few and in a fixed order: one pattern reads it. */
const decision = new RegExp(
  `^\\{(?:"attributes":"(${commitmentPattern})",)?(?:"decided":"(${timePattern})",)?(?:"declared":(0|[1-9]\\d{0,14}),)?"kind":"decision",(?:"model":${plain},)?` +
    `(?:"modelDigest":\\{"sha256":"([0-9a-f]{64})"\\},)?"payload":"(${commitmentPattern})","system":${plain},` +
    `"time":"(${timePattern})","v":([12])\\}$`,
);

/**
 * The entry that a canonical text says, or null where it is not an entry.
 *
 * @example parseEntry('{"because":"x","kind":"breaker","state":"open","system":"s","time":"2026-11-22T03:49:31.123Z","v":2}')
 */
export function parseEntry(text: string): Entry | null {
  return parseDecision(text) ?? parseAny(text);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function parseDecision(text: string): Entry | null {
  const found = decision.exec(text);
  if (found === null) return null;
  const [, attributes, decided, declared, model, digest, payload = '', system = '', time = '', v] = found;
  if (!system.isWellFormed() || model?.isWellFormed() === false) return null;
  if (declared !== undefined && v === '1') return null;
  const entry: Mutable<Extract<Entry, { kind: 'decision' }>> = {
    kind: 'decision',
    system,
    time,
    payload,
    v: v === '1' ? 1 : 2,
  };
  if (attributes !== undefined) entry.attributes = attributes;
  if (decided !== undefined) entry.decided = decided;
  if (declared !== undefined) entry.declared = Number(declared);
  if (model !== undefined) entry.model = model;
  if (digest !== undefined) entry.modelDigest = { sha256: digest };
  return entry;
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
  return opens('ombud/payload', payloadCommitment(entry), entry.v, secret);
}

/** Whether the text and salts are the attributes that the entry commits to. */
export function opensAttributes(entry: Entry, secret: Secret): boolean {
  return opens('ombud/attributes', attributesCommitment(entry), entry.v, secret);
}

/** The payload, where text and salts are the ones that the entry commits to; else null. */
export function openPayload(entry: Entry, secret: Secret): JsonObject | null {
  return opensPayload(entry, secret) ? parseObject(secret.body) : null;
}

/** The attributes, where text and salts are the ones that the entry commits to; else null. */
export function openAttributes(entry: Entry, secret: Secret): JsonObject | null {
  return opensAttributes(entry, secret) ? parseObject(secret.body) : null;
}

function opens(
  label: CommitmentLabel,
  commitment: string | null,
  version: 1 | 2,
  { salt, body }: Secret,
): boolean {
  if (commitment === null) return false;
  if (version === 1) return commitmentOfWhole(label, salt, body) === commitment && parseObject(body) !== null;
  const committed = commitText(label, body, (fields) => (areSalts(salt, fields) ? salt : null));
  return (committed?.commitment ?? commitmentByParsing(label, body, salt)) === commitment;
}

/** The slow way; null where the text is not one that could have been committed under these salts. */
function commitmentByParsing(label: CommitmentLabel, body: string, salt: string): string | null {
  const fields = parsedFields(body);
  return fields !== null && areSalts(salt, fields.length) ? commitmentOf(label, fields, salt) : null;
}

/** Parsed, and written anew to see that the text is the canonical one. */
function parsedFields(body: string): readonly Field[] | null {
  const value = parseObject(body);
  if (value === null) return null;
  const taken = fieldsOf(value);
  return taken.body === body ? taken.fields : null;
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
