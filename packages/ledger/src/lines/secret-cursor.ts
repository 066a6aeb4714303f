/** Goes through the payloads or the attributes of a page, a line after the other. */
import { fingerprintNumbers } from '../check/seen-hashes.ts';
import { type CommitmentLabel, fieldPrefix, textPrefix } from '../entry/commitment.ts';
import type { Secret } from '../entry/draft.ts';
import { placeNumbers } from '../entry/find-fields.ts';
import type { SecretLines } from '../store/store.ts';
import { type Machine, roomFor } from './assembly.ts';

/** Numbers that are known of a line, and where each of them is; texts begin and end as counted from the first. */
const recordNumbers = 8;
const [fieldCount, firstField, bodyFrom, bodyEnd, saltFrom, saltEnd, tag, place] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Bytes from one commitment to the next. */
const commitmentBytes = 48;
/** Of which so many are the commitment. */
const commitmentChars = 44;
/** A line with more fields is looked at by itself. */
const mostFields = 256;
/** No field takes fewer bytes: `"":1,`. */
const leastField = 5;

/** Where a reader is among the lines, and what is known of each. */
export interface SecretCursor {
  readonly lines: SecretLines;
  readonly records: Int32Array;
  /** Of all fields: see {@link placeNumbers}. */
  readonly places: Int32Array;
  /** Places of the memory. */
  readonly recordsAt: number;
  readonly commitmentsAt: number;
  /** How many lines were taken. */
  taken: number;
}

const rowsOf = ({ indexes }: SecretLines, entries: number): number => indexes?.length ?? entries;

const placesFor = (bodies: Buffer, rows: number): number =>
  Math.min(mostFields * rows, Math.ceil(bodies.length / leastField) + mostFields);

/** The memory that lines take which are opened. */
export function roomForLines(lines: SecretLines | null, entries: number): number {
  if (lines === null || rowsOf(lines, entries) === 0) return 0;
  const rows = rowsOf(lines, entries);
  const texts = roomFor(lines.bodies.length) + roomFor(lines.salts.length) + 2 * roomFor(64);
  return (
    texts +
    roomFor(4 * recordNumbers * rows) +
    roomFor(commitmentBytes * rows) +
    roomFor(4 * placeNumbers * placesFor(lines.bodies, rows))
  );
}

const noNumbers = new Int32Array(0);

/**
 * Commits the lines of a page, and stands before the first of them. Their bytes are moved, and no longer where they were.
 *
 * @param lines null where nobody wants them
 * @returns null where there are not as many lines as rows: one holds a line feed
 */
export function openLines(
  machine: Machine,
  label: CommitmentLabel,
  lines: SecretLines | null,
  entries: number,
): SecretCursor | null {
  const rows = lines === null ? 0 : rowsOf(lines, entries);
  if (lines === null || rows === 0)
    return {
      lines: lines ?? none,
      records: noNumbers,
      places: noNumbers,
      recordsAt: 0,
      commitmentsAt: 0,
      taken: 0,
    };
  const { code, bytes, put, take, move } = machine;
  const [ofField, ofText] = [Buffer.from(fieldPrefix(label)), Buffer.from(textPrefix(label))];
  code.setLabels(put(ofField), ofField.length, put(ofText), ofText.length);
  const [bodies, salts] = [move(lines.bodies), move(lines.salts)];
  code.setLines(bodies.at, bodies.bytes.length, salts.at, salts.bytes.length);
  const places = placesFor(bodies.bytes, rows);
  const [recordsAt, commitmentsAt, placesAt] = [
    take(4 * recordNumbers * rows),
    take(commitmentBytes * rows),
    take(4 * placeNumbers * places),
  ];
  code.setOut(recordsAt, commitmentsAt, placesAt);
  if (!code.commitLines(rows)) return null;
  return {
    lines: { ...lines, bodies: bodies.bytes, salts: salts.bytes },
    records: new Int32Array(bytes.buffer, recordsAt, recordNumbers * rows),
    places: new Int32Array(bytes.buffer, placesAt, placeNumbers * places),
    recordsAt,
    commitmentsAt,
    taken: 0,
  };
}

const none: SecretLines = { indexes: [], abouts: null, salts: Buffer.alloc(0), bodies: Buffer.alloc(0) };

const numberOf = ({ records, taken }: SecretCursor, number: number): number =>
  records[taken * recordNumbers + number] ?? 0;

/** Where what is known of the next line lies in the memory. */
export const recordAt = ({ recordsAt, taken }: SecretCursor): number => recordsAt + 4 * recordNumbers * taken;
export const commitmentAt = ({ commitmentsAt, taken }: SecretCursor): number =>
  commitmentsAt + commitmentBytes * taken;

/** What the next line commits to, which is taken; null where it has to be committed by itself. */
export function committedLine({ bytes }: Machine, cursor: SecretCursor): string | null {
  const at = fieldsOfLine(cursor) < 0 ? -1 : commitmentAt(cursor);
  cursor.taken += 1;
  return at < 0 ? null : bytes.toString('latin1', at, at + commitmentChars);
}

/** How many fields the next line has, which was opened, and which of all fields is its first. */
export const fieldsOfLine = (cursor: SecretCursor): number => numberOf(cursor, fieldCount);
export const firstOfLine = (cursor: SecretCursor): number => numberOf(cursor, firstField);

/** Writes the fingerprint of what the next line commits to for the entry at `at`. */
export function copyFingerprint(cursor: SecretCursor, fingerprints: Uint32Array, at: number): void {
  fingerprints[at * fingerprintNumbers] = numberOf(cursor, tag);
  fingerprints[at * fingerprintNumbers + 1] = numberOf(cursor, place);
}

/** Whether the next line is of this entry. */
export function hasLine({ lines: { indexes }, taken }: SecretCursor, index: number): boolean {
  return indexes === null || indexes[taken] === index;
}

/** Whether any entry of the page has a line. */
export const hasAnyLine = ({ records }: SecretCursor): boolean => records.length > 0;

/** Whether each entry of the page has a line, and none says that it is about another entry. */
export const isPlain = ({ lines: { indexes, abouts } }: SecretCursor): boolean =>
  indexes === null && abouts === null;

/** Whether the next line does not say that it is about another entry. */
export const isAboutNone = ({ lines: { abouts }, taken }: SecretCursor): boolean =>
  (abouts?.[taken] ?? null) === null;

/** The body of the next line. */
export const openedText = (cursor: SecretCursor): string =>
  cursor.lines.bodies.toString('utf8', numberOf(cursor, bodyFrom), numberOf(cursor, bodyEnd));

/** Takes the next line as text, with which entry it is about. */
export function takeLine(cursor: SecretCursor): Secret & { readonly about: number | null } {
  const { lines, taken } = cursor;
  const line = {
    salt: lines.salts.toString('utf8', numberOf(cursor, saltFrom), numberOf(cursor, saltEnd)),
    body: openedText(cursor),
    about: lines.abouts?.[taken] ?? null,
  };
  cursor.taken += 1;
  return line;
}

/** Whether all lines were taken. */
export const isAtEnd = ({ lines, taken }: SecretCursor, entries: number): boolean =>
  taken === rowsOf(lines, entries);
