/**
 * Writes plain JSON as canonical text, by its bytes, and counts its fields: half of what the engine's writer takes, which goes
 * through a text twice. What needs care, an order that is not canonical, an escape, a value within a value, it leaves to whoever
 * does that.
 */
import type { JsonObject } from '@ombud/kernel';
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

/** The member whose own members are fields. */
const openMember = 'inputs';

// Nothing here is asynchronous, so that it is never written to twice at once.
const text = { bytes: Buffer.alloc(1 << 12), fields: 0 };

/** A canonical text, and how many fields it has. */
export interface Written {
  readonly body: string;
  readonly fields: number;
}

/** Writes an object; null where it is left to others. */
export function writeFields(value: object): Written | null {
  text.fields = 0;
  const end = writeMembers(value, 0, false);
  return end < 0 ? null : { body: text.bytes.toString('utf8', 0, end), fields: text.fields };
}

/** Writes an object and gives the place behind it, or -1. */
function writeMembers(of: object, from: number, inside: boolean): number {
  const prototype: unknown = Object.getPrototypeOf(of);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  let at = from;
  let before = '';
  for (const name in of) {
    // Also where it is twice the empty name.
    if (at > from && before >= name) return -1;
    before = name;
    makeRoom(at + name.length + around);
    text.bytes[at] = at === from ? openingByte : comma;
    text.bytes[at + 1] = quote;
    const nameEnd = writeName(text.bytes, at + 2, name);
    if (nameEnd < 0) return -1;
    text.bytes[nameEnd] = quote;
    text.bytes[nameEnd + 1] = colon;
    const member: unknown = of[name as keyof typeof of];
    const open = !inside && name === openMember && isFilled(member);
    at = open ? writeMembers(member, nameEnd + 2, true) : writeScalar(nameEnd + 2, member);
    if (at < 0) return -1;
    if (!open) text.fields += 1;
  }
  if (at === from) return -1;
  makeRoom(at + 1);
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

function writeScalar(at: number, value: unknown): number {
  switch (typeof value) {
    case 'string':
      return writeString(at, value);
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

function writeString(from: number, value: string): number {
  // Three bytes a code unit at most.
  makeRoom(from + 3 * value.length + around);
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

function makeRoom(size: number): void {
  if (size <= text.bytes.length) return;
  const wider = Buffer.alloc(2 * size);
  text.bytes.copy(wider);
  text.bytes = wider;
}
