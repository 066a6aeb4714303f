/**
 * Writes plain JSON as canonical text, by its bytes, and says where its fields lie: what else takes a text that is written, read
 * again for its fields and copied. What needs care, an order that is not canonical, an escape, a value within a value, it leaves
 * to whoever does that.
 */
import type { JsonObject } from '@ombud/kernel';
import { addPlace, type FieldPlaces, isOpenMember } from './find-fields.ts';
import { endOfPlain } from './value-end.ts';

const quote = 34;
const comma = 44;
const slash = 47;
const colon = 58;
const backslash = 92;
const openingByte = 123;
const closingByte = 125;
const tilde = 126;
const space = 32;

/** Characters that are sooner written one by one than by a call of the engine. */
const short = 24;
/** What a member takes beside its name and its text: quotes, signs, a number. */
const around = 64;

/** Grows as it is written to. */
export interface GrowingText {
  bytes: Buffer;
}

/** Writes an object from the beginning of a text and gives the place behind it; -1 where it is left to others. */
export function writeFields(value: object, text: GrowingText, places: FieldPlaces): number {
  places.count = 0;
  return writeMembers(value, text, 0, false, places);
}

function writeMembers(
  of: object,
  text: GrowingText,
  from: number,
  inside: boolean,
  places: FieldPlaces,
): number {
  const prototype: unknown = Object.getPrototypeOf(of);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  let at = from;
  let before = '';
  for (const name in of) {
    // Also where it is twice the empty name.
    if (at > from && before >= name) return -1;
    before = name;
    makeRoom(text, at + name.length + around);
    text.bytes[at] = at === from ? openingByte : comma;
    text.bytes[at + 1] = quote;
    const nameEnd = writeName(text.bytes, at + 2, name);
    if (nameEnd < 0) return -1;
    text.bytes[nameEnd] = quote;
    text.bytes[nameEnd + 1] = colon;
    const member: unknown = of[name as keyof typeof of];
    const open = !inside && isOpenMember(name) && isFilled(member);
    const end = open
      ? writeMembers(member, text, nameEnd + 2, true, places)
      : writeScalar(text, nameEnd + 2, member);
    if (end < 0) return -1;
    if (!open) addPlace(places, at + 2, nameEnd, end, inside);
    at = end;
  }
  if (at === from) return -1;
  makeRoom(text, at + 1);
  text.bytes[at] = closingByte;
  return at + 1;
}

function isFilled(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const _ in value) return true;
  return false;
}

/** A name of plain characters; -1 where it has one that JSON or a JSON Pointer escapes, or that is beyond ASCII. */
function writeName(bytes: Buffer, from: number, name: string): number {
  let at = from;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code < space || code >= tilde || code === quote || code === backslash || code === slash) return -1;
    bytes[at++] = code;
  }
  return at;
}

function writeScalar(text: GrowingText, at: number, value: unknown): number {
  switch (typeof value) {
    case 'string':
      return writeString(text, at, value);
    case 'number':
      return Number.isFinite(value) ? writeAscii(text.bytes, at, String(value)) : -1;
    case 'boolean':
      return writeAscii(text.bytes, at, value ? 'true' : 'false');
    default:
      return value === null ? writeAscii(text.bytes, at, 'null') : -1;
  }
}

function writeAscii(bytes: Buffer, from: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[from + i] = text.charCodeAt(i);
  return from + text.length;
}

function writeString(text: GrowingText, from: number, value: string): number {
  // Three bytes a code unit at most.
  makeRoom(text, from + 3 * value.length + around);
  const { bytes } = text;
  bytes[from] = quote;
  const start = from + 1;
  const end = value.length < short ? writeShort(bytes, start, value) : writeLong(bytes, start, value);
  if (end < 0) return -1;
  bytes[end] = quote;
  return end + 1;
}

function writeShort(bytes: Buffer, from: number, value: string): number {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > tilde) return writeLong(bytes, from, value);
    if (code < space || code === quote || code === backslash) return -1;
    bytes[from + i] = code;
  }
  return from + value.length;
}

function writeLong(bytes: Buffer, from: number, value: string): number {
  if (!value.isWellFormed()) return -1;
  const end = from + bytes.write(value, from);
  return endOfPlain(bytes, end, from) === end ? end : -1;
}

function makeRoom(text: GrowingText, size: number): void {
  if (size <= text.bytes.length) return;
  const wider = Buffer.alloc(2 * size);
  text.bytes.copy(wider);
  text.bytes = wider;
}
