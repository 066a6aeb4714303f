/** Goes through the payloads or the attributes of a run, a line after the other. */
import { commitFields } from '../entry/commit-text.ts';
import type { CommitmentLabel } from '../entry/commitment.ts';
import type { Secret } from '../entry/draft.ts';
import { type FieldPlaces, fieldPlaces, findFields } from '../entry/find-fields.ts';
import { saltChars } from '../entry/salts.ts';
import type { SecretLines } from '../store/store.ts';
import { endsLine, isCommitmentAt } from './like-before.ts';

/** Where a reader is. */
export interface SecretCursor {
  readonly label: CommitmentLabel;
  readonly lines: SecretLines;
  /** How many lines were taken. */
  taken: number;
  /** Where the next lines begin. */
  salt: number;
  body: number;
  /** Of the line that was opened: its fields, and where those after it begin. */
  readonly places: FieldPlaces;
  nextSalt: number;
  nextBody: number;
}

/** Before the first line. */
export const startOf = (label: CommitmentLabel, lines: SecretLines): SecretCursor => ({
  label,
  lines,
  taken: 0,
  salt: 0,
  body: 0,
  places: fieldPlaces(),
  nextSalt: 0,
  nextBody: 0,
});

/** Whether the next line is of this entry. */
export function hasLine({ lines: { indexes }, taken }: SecretCursor, index: number): boolean {
  return indexes === null || indexes[taken] === index;
}

/**
 * The commitment at a place of `entries`, where the next line's fields and salts are what is committed. Null where they are not,
 * and where a closer look is needed.
 */
export function openLine(cursor: SecretCursor, entries: Buffer, commitment: number): string | null {
  const { label, places, lines, salt, body } = cursor;
  const { salts, bodies, abouts } = lines;
  if (abouts !== null && abouts[cursor.taken] !== null) return null;
  const end = findFields(bodies, body, bodies.length, places);
  if (end < 0 || !endsLine(bodies, end)) return null;
  const saltEnd = salt + saltChars * places.count;
  if (!endsLine(salts, saltEnd) || !areDifferent(salts, salt, saltEnd)) return null;
  const own = commitFields(label, { text: bodies, places, salts, firstSalt: salt });
  if (!isCommitmentAt(entries, commitment, own)) return null;
  cursor.nextSalt = saltEnd + 1;
  cursor.nextBody = end + 1;
  return own;
}

/** The body of the line that was opened. */
export const openedText = ({ lines, body, nextBody }: SecretCursor): string =>
  lines.bodies.toString('utf8', body, nextBody - 1);

/** Goes over the line that was opened. */
export function passLine(cursor: SecretCursor): void {
  cursor.taken += 1;
  cursor.salt = cursor.nextSalt;
  cursor.body = cursor.nextBody;
}

/** Whether no salt is like the one before it, and none begins with the same character three times, which one in thousands does. */
function areDifferent(salts: Buffer, first: number, end: number): boolean {
  for (let at = first; at < end; at += saltChars) {
    if (salts[at] === salts[at + 1] && salts[at] === salts[at + 2]) return false;
    if (at > first && isLikeBefore(salts, at)) return false;
  }
  return true;
}

function isLikeBefore(salts: Buffer, at: number): boolean {
  for (let i = at; i < at + saltChars; i++) if (salts[i] !== salts[i - saltChars]) return false;
  return true;
}

/** Takes the next line as text, with which entry it is about. */
export function takeLine(cursor: SecretCursor): Secret & { readonly about: number | null } {
  const { salts, bodies, abouts } = cursor.lines;
  const saltEnd = lineEnd(salts, cursor.salt);
  const bodyEnd = lineEnd(bodies, cursor.body);
  const line = {
    salt: salts.toString('utf8', cursor.salt, saltEnd),
    body: bodies.toString('utf8', cursor.body, bodyEnd),
    about: abouts?.[cursor.taken] ?? null,
  };
  cursor.taken += 1;
  cursor.salt = saltEnd + 1;
  cursor.body = bodyEnd + 1;
  return line;
}

/** Where the line at a place ends. */
export function lineEnd(lines: Buffer, at: number): number {
  const end = lines.indexOf(10, at);
  return end < 0 ? lines.length : end;
}

/** Whether all lines were taken and no text held a line feed: then there were as many lines as rows. */
export function isAtEnd({ lines, taken, salt, body }: SecretCursor, entries: number): boolean {
  const rows = lines.indexes?.length ?? entries;
  if (taken !== rows) return false;
  return rows === 0 || (salt === lines.salts.length + 1 && body === lines.bodies.length + 1);
}
