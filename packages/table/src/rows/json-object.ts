import { parseStrictJson } from '@ombud/kernel';
import { badRow, type Row, type Values } from './row.ts';

/** Deeper rows are refused: what walks a value walks into it, and no decision needs more. */
const mostLevels = 100;

/**
 * One JSON object as a row, by the reader that loses nothing in silence.
 * @returns the row, or why it is refused: no JSON, no object, a key twice, too deep
 * @example rowOfJson('{"id":9007199254740993}', 1) // { line: 1, values: { id: '9007199254740993' } }
 */
export function rowOfJson(text: string, line: number): Row {
  const read = parseStrictJson(text, { mostLevels, anyName: true });
  if ('refused' in read)
    return badRow(line, read.refused, read.refused === 'too-deep' ? { most: mostLevels } : {});
  const { value } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return badRow(line, 'not-object');
  // A column of this name would be lost where rows are made of columns; inside of a value it is kept.
  if (Object.hasOwn(value, '__proto__')) return badRow(line, 'unsafe-name');
  return { line, values: value as Values };
}
