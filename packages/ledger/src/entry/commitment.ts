/**
 * Salted commitments. The entry is public and holds only the commitment; the fields and their salts lie in the store. With
 * a field and its salt, anyone can check that field alone; without the salt (18 random bytes, erased with the field) it
 * says nothing, not even to somebody who guesses the field right.
 *
 *     field      = base64(SHA-256(label "-field@2" LF salt LF pointer LF value))
 *     commitment = base64(SHA-256(label "@2" LF field LF field ...))
 *
 * `pointer` is the JSON Pointer (RFC 6901) of the field, written as a JSON string, and `value` its canonical JSON: neither
 * holds a line feed, and all else has a fixed length, so that no two inputs share a preimage, and a person can check one
 * with `printf` and `sha256sum`. One salt a field follows SD-JWT (RFC 9901).
 */
import { hash } from 'node:crypto';
import { canonicalJson, type JsonObject, type JsonValue } from '@ombud/kernel';
import { saltAt } from './salts.ts';

/** What is committed: payload and attributes can never stand in for each other. */
export type CommitmentLabel = 'ombud/payload' | 'ombud/attributes';

/** What stands before salt, pointer and value of a field. */
export const fieldPrefix = (label: CommitmentLabel): string => `${label}-field@2\n`;

/** What stands before the commitments of the fields, each of which comes behind a line feed. */
export const textPrefix = (label: CommitmentLabel): string => `${label}@2`;

/** One field of a committed text. */
export interface Field {
  /** JSON Pointer as a JSON string, with its quotes: `"/decision"`, `"/inputs/income"`. */
  readonly pointer: string;
  /** Canonical JSON of its value. */
  readonly value: string;
}

/** Fields in the order of the canonical text, and that text. */
export interface Fields {
  readonly fields: readonly Field[];
  readonly body: string;
}

/** This member's own members are fields, so that one input can be shown without the others. */
const openMember = 'inputs';

const escaped = (name: string): string =>
  name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;

const textOf = (value: JsonValue): string =>
  typeof value === 'object' && value !== null ? canonicalJson(value) : JSON.stringify(value);

/** The default order of `sort` is that of UTF-16 code units, which canonical JSON asks for. */
const namesOf = (value: JsonObject): string[] => Object.keys(value).sort();

function hasFields(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}

/**
 * Takes a value apart into fields. A value that is not plain JSON must have been refused before.
 *
 * @example fieldsOf({ decision: 'yes', inputs: { age: 44 } }).fields.map(({ pointer }) => pointer) // ['"/decision"', '"/inputs/age"']
 */
export function fieldsOf(value: JsonObject): Fields {
  const fields: Field[] = [];
  const members: string[] = [];
  const add = (prefix: string, names: readonly string[], of: JsonObject): string =>
    names
      .map((name) => {
        const text = textOf(of[name] ?? null);
        fields.push({ pointer: JSON.stringify(`${prefix}/${escaped(name)}`), value: text });
        return `${JSON.stringify(name)}:${text}`;
      })
      .join(',');
  for (const name of namesOf(value)) {
    const member = value[name];
    if (name === openMember && hasFields(member))
      members.push(`"${openMember}":{${add(`/${openMember}`, namesOf(member), member)}}`);
    else members.push(add('', [name], value));
  }
  return { fields, body: `{${members.join(',')}}` };
}

/**
 * The commitment of one field under its salt, base64 of 32 bytes.
 * @param pointer JSON Pointer as a JSON string, with its quotes
 */
export function fieldCommitment(
  label: CommitmentLabel,
  salt: string,
  pointer: string,
  value: string,
): string {
  return hash('sha256', `${fieldPrefix(label)}${salt}\n${pointer}\n${value}`, 'base64');
}

/**
 * The commitment of a whole text.
 *
 * @param fields the commitments of its fields, in order, each after a line feed
 * @returns base64 of 32 bytes
 */
export function commitmentOfFields(label: CommitmentLabel, fields: string): string {
  return hash('sha256', `${textPrefix(label)}${fields}`, 'base64');
}

/** The commitment of fields under their salts, which stand one after the other. */
export function commitmentOf(label: CommitmentLabel, fields: readonly Field[], salts: string): string {
  const hashes = fields.map(
    ({ pointer, value }, i) => `\n${fieldCommitment(label, saltAt(salts, i), pointer, value)}`,
  );
  return commitmentOfFields(label, hashes.join(''));
}

/**
 * The commitment of entries of version 0.1.0: one salt for the whole text.
 *
 * @param salt base64 of 32 bytes
 * @param body canonical JSON
 */
export function commitmentOfWhole(label: CommitmentLabel, salt: string, body: string): string {
  return hash('sha256', `${label}@1\n${salt}\n${body}`, 'base64');
}
