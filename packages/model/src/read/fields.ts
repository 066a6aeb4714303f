import { decodeUtf8 } from '@ombud/kernel';
import { modelErrors } from '../errors.ts';

/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const bad = (field: string): Error => modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'field', { field });

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws OMBUD_E_MODEL_DAMAGED/not-json where the bytes are no JSON in UTF-8 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse((decodeUtf8(bytes) ?? '').replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'not-json', {}, { cause });
  }
}

/** Each of these reads one field and refuses it, by its name, where it is not what it must be. */
export function object(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (!isFields(value)) throw bad(name);
  return value;
}

export function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw bad(name);
  return value as readonly unknown[];
}

export function objects(fields: Fields, name: string): readonly Fields[] {
  return list(fields, name).map((value) => {
    if (!isFields(value)) throw bad(name);
    return value;
  });
}

export function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw bad(name);
  return value;
}

export function texts(fields: Fields, name: string): readonly string[] {
  return list(fields, name).map((value) => {
    if (typeof value !== 'string') throw bad(name);
    return value;
  });
}

/** A finite number, also one in quotes: XGBoost writes its counts so. */
export function number(fields: Fields, name: string): number {
  const value = fields[name];
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof read !== 'number' || !Number.isFinite(read)) throw bad(name);
  return read;
}

/** A whole number from 0 to `most`. */
export function count(fields: Fields, name: string, most: number): number {
  const value = number(fields, name);
  if (!Number.isInteger(value) || value < 0) throw bad(name);
  if (value > most) throw modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'too-large', { field: name, most });
  return value;
}

/** The same from 1 on. */
export function positiveCount(fields: Fields, name: string, most: number): number {
  const value = count(fields, name, most);
  if (value === 0) throw bad(name);
  return value;
}

/** Numbers, true and false as 1 and 0; whether they are finite is asked where they are used. */
export function numbers(fields: Fields, name: string): readonly number[] {
  const values = list(fields, name);
  for (const value of values) {
    if (typeof value !== 'number' && typeof value !== 'boolean') throw bad(name);
  }
  return values as readonly number[];
}

/** The value where it is one of the words. */
export function oneOf<const W extends string>(fields: Fields, name: string, words: readonly W[]): W {
  const found = words.find((word) => word === fields[name]);
  if (found === undefined) throw bad(name);
  return found;
}
