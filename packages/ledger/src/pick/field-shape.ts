/** Decisions of one system have the same fields: where each asked column lies is looked up once for all that have. */
import { placeNumbers } from '../entry/find-fields.ts';
import { fieldsOfLine, firstOfLine, type SecretCursor } from '../lines/secret-cursor.ts';
import type { ColumnSource } from './column.ts';

/** Where the value of a column may lie: the number of a field, -1 for none. */
export interface ColumnPlace {
  readonly attribute: number;
  readonly payload: number;
}

/** The names of a text's fields, as bytes. */
interface NamesOf {
  readonly count: number;
  readonly ends: Int32Array;
  readonly bytes: Buffer;
  readonly isInput: Uint8Array;
}

/** What decisions with the same fields have in common. */
export interface FieldShape {
  readonly payload: NamesOf;
  readonly attributes: NamesOf | null;
  /** For each column. */
  readonly columns: readonly ColumnPlace[];
  /** The number of the field that says who the person is; -1 for none. */
  readonly subject: number;
}

/** Whether fields have the names of a shape, in their order. */
export function hasShape(shape: FieldShape, payload: SecretCursor, attributes: SecretCursor | null): boolean {
  if ((attributes === null) !== (shape.attributes === null)) return false;
  if (!hasNames(shape.payload, payload)) return false;
  return attributes === null || shape.attributes === null || hasNames(shape.attributes, attributes);
}

function hasNames({ count, ends, bytes: names, isInput }: NamesOf, cursor: SecretCursor): boolean {
  const { bodies } = cursor.lines;
  const { places } = cursor;
  if (fieldsOfLine(cursor) !== count) return false;
  let name = 0;
  let at = firstOfLine(cursor) * placeNumbers;
  for (let i = 0; i < count; i++, at += placeNumbers) {
    const [from, end] = [places[at] ?? 0, places[at + 1] ?? 0];
    if (end - from !== (ends[i] ?? 0) - name || isInput[i] !== places[at + 3]) return false;
    for (let k = from; k < end; k++) if (bodies[k] !== names[name++]) return false;
  }
  return true;
}

/** The shape of a decision; null where it takes the parser to say what its inputs and its attributes are. */
export function shapeOf(
  payload: SecretCursor,
  attributes: SecretCursor | null,
  columns: readonly ColumnSource[],
): FieldShape | null {
  const own = namesOf(payload);
  const more = attributes === null ? null : namesOf(attributes);
  if (hasOddInputs(payload, own) || (more?.isInput.includes(1) ?? false)) return null;
  const placeOf = (source: ColumnSource): ColumnPlace => {
    const isField = source.of === 'field';
    return {
      attribute: isField && more !== null ? lastPlace(more, source.name, false) : -1,
      payload: lastPlace(own, isField ? source.name : source.of, isField),
    };
  };
  return {
    payload: own,
    attributes: more,
    columns: columns.map(placeOf),
    subject: lastPlace(own, 'subject', false),
  };
}

function namesOf(cursor: SecretCursor): NamesOf {
  const { bodies } = cursor.lines;
  const { places } = cursor;
  const count = fieldsOfLine(cursor);
  const parts: Buffer[] = [];
  const ends = new Int32Array(count);
  const isInput = new Uint8Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const at = (firstOfLine(cursor) + i) * placeNumbers;
    const name = bodies.subarray(places[at], places[at + 1]);
    parts.push(name);
    end += name.length;
    ends[i] = end;
    isInput[i] = places[at + 3] ?? 0;
  }
  return { count, ends, bytes: Buffer.concat(parts), isInput };
}

/** Of two fields with the same name the last counts, as it does for the parser. */
function lastPlace({ count, ends, bytes, isInput }: NamesOf, name: string, input: boolean): number {
  for (let i = count - 1; i >= 0; i--)
    if ((isInput[i] === 1) === input && bytes.toString('latin1', ends[i - 1] ?? 0, ends[i]) === name)
      return i;
  return -1;
}

/** Inputs that have no members of their own, and are not the empty object. */
function hasOddInputs(cursor: SecretCursor, names: NamesOf): boolean {
  const place = lastPlace(names, 'inputs', false);
  if (place < 0) return false;
  const { bodies } = cursor.lines;
  return bodies.toString('latin1', valueFrom(cursor, place), valueEnd(cursor, place)) !== '{}';
}

/** Where the value of a field lies. */
export const valueFrom = (cursor: SecretCursor, field: number): number =>
  (cursor.places[(firstOfLine(cursor) + field) * placeNumbers + 1] ?? 0) + 2;
export const valueEnd = (cursor: SecretCursor, field: number): number =>
  cursor.places[(firstOfLine(cursor) + field) * placeNumbers + 2] ?? 0;
