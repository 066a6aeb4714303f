/** Nearly every entry of a log is the one before it with other commitments: then nothing of it need be parsed. */
import type { Entry } from '@ombud/contract';

const commitmentChars = 44;
/** Bytes that are compared at once. */
const vector = 16;
/** Longer entries are looked at one by one. */
export const longest = 4096;
const payloadName = Buffer.from('"payload":"');
const attributesName = Buffer.from('{"attributes":"');

/** A decision; its commitments, which each entry like it has for itself, are not to be read from here. */
export type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** How the bytes of one decision look, and of those that differ by their commitments alone. */
export interface Likeness {
  readonly entry: DecisionEntry;
  readonly length: number;
  /** Where the commitments begin, from the beginning of the entry; -1 where there is none to attributes. */
  readonly payload: number;
  readonly attributes: number;
  /** Its bytes, and a mask behind them that is 0 where commitments lie; both to a multiple of a vector. */
  readonly model: Buffer;
}

/** The likeness of a decision; null for another entry, and for one of version 0.1.0, which was committed in another way. */
export function likenessOf(entry: Entry | null, text: string): Likeness | null {
  if (entry?.kind !== 'decision' || entry.v !== 2) return null;
  const bytes = Buffer.from(text);
  if (bytes.length > longest) return null;
  const payload = bytes.indexOf(payloadName) + payloadName.length;
  const attributes = entry.attributes === undefined ? -1 : attributesName.length;
  const whole = (bytes.length + vector - 1) & -vector;
  const model = Buffer.alloc(2 * whole);
  bytes.copy(model);
  model.fill(0xff, whole, whole + bytes.length);
  for (const at of attributes < 0 ? [payload] : [attributes, payload])
    model.fill(0, whole + at, whole + at + commitmentChars);
  return { entry, length: bytes.length, payload, attributes, model };
}
