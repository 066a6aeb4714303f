/**
 * Commits a canonical text by its bytes: the same commitment as over its parsed fields, without an object or a text for
 * each. Most of what is left is what `node:crypto` takes for a hash.
 */
import { hash } from 'node:crypto';
import { type CommitmentLabel, commitmentOfFields, fieldPrefix } from './commitment.ts';
import { type FieldPlaces, fieldPlaces, findFields, placeNumbers } from './find-fields.ts';
import { saltChars } from './salts.ts';

const lineFeed = 10;
const openingBytes = Buffer.from('\n"/');
const openingOfInput = Buffer.from('\n"/inputs/');
/** What a preimage holds beside a name and a value, and more. */
const fixedBytes = 128;
const mostViews = 512;
/** Bytes that are sooner copied one by one than by a call of the engine. */
const fewBytes = 48;

/** Bytes of a field to be hashed behind its label. */
interface Preimage {
  bytes: Buffer;
  readonly start: number;
  /** The beginnings of the bytes, by their length: making one for each hash takes a third as long as the hash. */
  views: (Buffer | undefined)[];
}

function preimage(label: CommitmentLabel): Preimage {
  const bytes = Buffer.alloc(1 << 12);
  return { bytes, start: bytes.write(fieldPrefix(label)), views: [] };
}

// Nothing here is asynchronous, so that these are never used twice at once.
const places: FieldPlaces = fieldPlaces();
let text = Buffer.alloc(1 << 12);
let salts = Buffer.alloc(1 << 12);
const preimages: Readonly<Record<CommitmentLabel, Preimage>> = {
  'ombud/payload': preimage('ombud/payload'),
  'ombud/attributes': preimage('ombud/attributes'),
};

/** A text with its salts, committed. */
export interface CommittedText {
  readonly salt: string;
  readonly commitment: string;
}

/**
 * Commits a text under salts.
 *
 * @param body canonical JSON of an object, or what somebody says is that
 * @param saltsFor the salts of so many fields, one after the other; null where there are none for so many
 * @returns null where there are no salts, or where only a parser can take the text apart
 */
export function commitText(
  label: CommitmentLabel,
  body: string,
  saltsFor: (fields: number) => string | null,
): CommittedText | null {
  const fields = countFields(body);
  const salt = fields === null ? null : saltsFor(fields);
  if (salt === null) return null;
  if (salt.length * 3 > salts.length) salts = Buffer.alloc(salt.length * 4);
  // A salt that is not ASCII was not drawn here: as bytes it would lie in other places.
  if (salts.write(salt) !== salt.length) return null;
  return { salt, commitment: commitFields(label, { text, places, salts, firstSalt: 0 }) };
}

/** How many fields a text has; null where only a parser can take it apart. */
export function countFields(body: string): number | null {
  // A character is three bytes at most, a surrogate pair four.
  if (body.length * 3 > text.length) text = Buffer.alloc(body.length * 4);
  const end = text.write(body);
  return findFields(text, 0, end, places) === end ? places.count : null;
}

/** Where fields and their salts lie. */
interface FoundFields {
  readonly text: Buffer;
  /** Of the fields in the text. */
  readonly places: FieldPlaces;
  readonly salts: Buffer;
  readonly firstSalt: number;
}

/** The commitment of fields that were found: base64 of 32 bytes. */
function commitFields(label: CommitmentLabel, found: FoundFields): string {
  const field = preimages[label];
  const { places } = found;
  let fields = '';
  for (let i = 0; i < places.count; i++) fields += `\n${digestOf(field, writeField(field, found, i))}`;
  return commitmentOfFields(label, fields);
}

/** Writes salt, pointer and value of a field behind the label; gives where they end. */
function writeField(
  preimage: Preimage,
  { text, places: { at }, salts, firstSalt }: FoundFields,
  field: number,
): number {
  const { start } = preimage;
  const place = field * placeNumbers;
  const name = at[place] ?? 0;
  const nameEnd = at[place + 1] ?? 0;
  const valueEnd = at[place + 2] ?? 0;
  const opening = at[place + 3] === 1 ? openingOfInput : openingBytes;
  makeRoom(preimage, valueEnd - name + fixedBytes);
  const { bytes } = preimage;
  const salt = firstSalt + field * saltChars;
  let end = start;
  for (let i = salt; i < salt + saltChars; i++) bytes[end++] = salts[i] ?? 0;
  for (let i = 0; i < opening.length; i++) bytes[end++] = opening[i] ?? 0;
  // With the quote behind the name; the colon behind that is not part of either.
  for (let i = name; i <= nameEnd; i++) bytes[end++] = text[i] ?? 0;
  bytes[end++] = lineFeed;
  const value = nameEnd + 2;
  if (valueEnd - value > fewBytes) return end + text.copy(bytes, end, value, valueEnd);
  for (let i = value; i < valueEnd; i++) bytes[end++] = text[i] ?? 0;
  return end;
}

function makeRoom(preimage: Preimage, size: number): void {
  if (size <= preimage.bytes.length) return;
  const wider = Buffer.alloc(2 * size);
  preimage.bytes.copy(wider, 0, 0, preimage.start);
  preimage.bytes = wider;
  preimage.views = [];
}

function digestOf(preimage: Preimage, end: number): string {
  if (end >= mostViews) return hash('sha256', preimage.bytes.subarray(0, end), 'base64');
  preimage.views[end] ??= preimage.bytes.subarray(0, end);
  return hash('sha256', preimage.views[end], 'base64');
}
