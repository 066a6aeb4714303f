/**
 * Canonical JSON (RFC 8785, JCS): the one text of a value, so that the same data always has the same hash. Members are
 * sorted by the UTF-16 code units of their names; numbers and strings are written as ECMAScript writes them.
 */

import type { Params } from './error.ts';
import { kernelErrors } from './errors.ts';
import { byCode } from './text.ts';

/** A value of plain JSON. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
/** An object of plain JSON. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

type Refusal = (typeof kernelErrors.declarations.OMBUD_E_JSON.reasons)[number];

/** @param path the member, `.inputs.age`; empty for the value itself */
function refuse(path: string, reason: Refusal, more: Params = {}): never {
  throw kernelErrors.error('OMBUD_E_JSON', reason, { path: path.slice(1), ...more });
}

function checkText(text: string, path: string): void {
  if (!text.isWellFormed()) refuse(path, 'half-surrogate');
}

/** Checks that `value` is plain JSON and says whether JSON.stringify already writes it in canonical order. */
function isSorted(value: unknown, path: string): boolean {
  switch (typeof value) {
    case 'string':
      checkText(value, path);
      return true;
    case 'number':
      if (!Number.isFinite(value)) refuse(path, 'not-finite', { value: String(value) });
      return true;
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? isListSorted(value, path) : isObjectSorted(value, path);
    default:
      return refuse(path, 'not-json', { type: typeof value });
  }
}

function isListSorted(list: readonly unknown[], path: string): boolean {
  let sorted = true;
  for (let i = 0; i < list.length; i++) if (!isSorted(list[i], `${path}.${i}`)) sorted = false;
  return sorted;
}

function isObjectSorted(object: object, path: string): boolean {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) refuse(path, 'not-plain');
  let sorted = true;
  let previous: string | undefined;
  // The prototype has no enumerable members, so that `in` names the object's own, without a list of pairs.
  for (const name in object) {
    const member: unknown = object[name as keyof typeof object];
    if (name === 'toJSON' && typeof member === 'function') refuse(path, 'to-json');
    checkText(name, path);
    if (previous !== undefined && previous > name) sorted = false;
    previous = name;
    if (!isMemberSorted(member, path, name)) sorted = false;
  }
  return sorted;
}

/** Strings and numbers, the most frequent members, are checked without making their path. */
function isMemberSorted(member: unknown, path: string, name: string): boolean {
  if (typeof member === 'string' && member.isWellFormed()) return true;
  if (typeof member === 'number' && Number.isFinite(member)) return true;
  return isSorted(member, `${path}.${name}`);
}

function sortedCopy(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sortedCopy).join(',')}]`;
  // The default order of `sort` compares UTF-16 code units, which is the order that RFC 8785 asks for.
  const members = Object.entries(value).sort(([a], [b]) => byCode(a, b));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sortedCopy(member)}`).join(',')}}`;
}

/**
 * The canonical text of a JSON value (RFC 8785).
 *
 * @param value plain JSON; `undefined`, NaN, infinities, half surrogate pairs, dates and class instances are refused
 * @returns the text; its UTF-8 bytes are what is hashed
 * @throws OmbudError `OMBUD_E_JSON` that names the member
 * @example canonicalJson({ b: 1e21, a: [true] }) // '{"a":[true],"b":1e+21}'
 */
export function canonicalJson(value: unknown): string {
  // Most callers give members in order already; the engine's own writer is then several times faster than ours.
  return isSorted(value, '') ? JSON.stringify(value) : sortedCopy(value);
}

/** True when `text` is the canonical text of what it says. */
export function isCanonicalJson(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
