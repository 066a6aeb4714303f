/** Nearly every entry of a log is the one before it with other commitments: then nothing of it need be parsed. */
import type { Entry } from '@ombud/contract';
import { holdsAt } from '../entry/value-end.ts';

/** Characters of a commitment. */
export const commitmentChars = 44;
const lineFeed = 10;
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
  /** What lies before, between and after the commitments. */
  readonly parts: readonly { readonly at: number; readonly bytes: Buffer }[];
}

/** The likeness of a decision; null for another entry, and for one of version 0.1.0, which was committed in another way. */
export function likenessOf(entry: Entry | null, text: string): Likeness | null {
  if (entry?.kind !== 'decision' || entry.v !== 2) return null;
  const bytes = Buffer.from(text);
  const payload = bytes.indexOf(payloadName) + payloadName.length;
  const attributes = entry.attributes === undefined ? -1 : attributesName.length;
  const commitments = attributes < 0 ? [payload] : [attributes, payload];
  let at = 0;
  const parts: { at: number; bytes: Buffer }[] = [];
  for (const commitment of commitments) {
    parts.push({ at, bytes: bytes.subarray(at, commitment) });
    at = commitment + commitmentChars;
  }
  parts.push({ at, bytes: bytes.subarray(at) });
  return { entry, length: bytes.length, payload, attributes, parts };
}

/** Where the line that begins at `at` ends, if it is like this but for its commitments; else -1. */
export function endIfLike({ length, parts }: Likeness, lines: Buffer, at: number): number {
  const end = at + length;
  if (!endsLine(lines, end)) return -1;
  for (const part of parts) if (!holdsAt(lines, at + part.at, part.bytes)) return -1;
  return end;
}

/** Whether a line ends here: with all lines or by a line feed. */
export const endsLine = (lines: Buffer, end: number): boolean =>
  end === lines.length || lines[end] === lineFeed;

/** Whether a commitment lies at a place. */
export function isCommitmentAt(lines: Buffer, at: number, commitment: string): boolean {
  for (let i = 0; i < commitmentChars; i++) if (lines[at + i] !== commitment.charCodeAt(i)) return false;
  return true;
}
