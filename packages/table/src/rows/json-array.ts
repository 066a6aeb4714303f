import { tableErrors } from '../errors.ts';
import { rowOfJson } from './json-object.ts';
import { decodeStrict } from './lines.ts';
import { type Batch, badRow, type Row } from './row.ts';

// UTF-8 never has these bytes inside a character.
const lineEnd = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const isOpen = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClose = (code: number): boolean => code === 0x5d || code === 0x7d;
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** The bytes of one element, and the line that it begins on; `last` where the array ends after it. */
interface Element {
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** Finds the elements of an array in chunks, by brackets and quotes alone. */
class ElementScanner {
  #level = 0;
  #inText = false;
  #escaped = false;
  #line = 1;
  /** The line of the first character of the element that is being read; 0 before it. */
  #begunAt = 0;
  #rest: Uint8Array[] = [];

  /** Whether the array has ended, and whether something follows it. */
  ended = false;
  followed = false;

  *scan(chunk: Uint8Array): Generator<Element> {
    let from = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const code = chunk[i] ?? 0;
      if (code === lineEnd) this.#line += 1;
      if (this.ended && !isBlank(code)) this.followed = true;
      const ends = !this.ended && this.#step(code);
      if (this.#level === 0 && !ends) from = i + 1;
      else if (this.#begunAt === 0 && !ends && !isBlank(code)) {
        if (this.#level === 1 && isOpen(code)) from = i + 1;
        else this.#begunAt = this.#line;
      }
      if (!ends) continue;
      yield this.#take(chunk.subarray(from, i), this.#level === 0);
      from = i + 1;
    }
    if (this.#level > 0) this.#rest.push(chunk.subarray(from));
  }

  #take(bytes: Uint8Array, last: boolean): Element {
    const element = { line: this.#begunAt || this.#line, bytes: Buffer.concat([...this.#rest, bytes]), last };
    this.#rest = [];
    this.#begunAt = 0;
    this.ended = last;
    return element;
  }

  /** Takes in one byte. @returns whether an element ends before it */
  #step(code: number): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (code === backslash) this.#escaped = true;
      else if (code === quote) this.#inText = false;
      return false;
    }
    if (code === quote) this.#inText = true;
    else if (isOpen(code)) this.#level += 1;
    else if (isClose(code)) {
      this.#level -= 1;
      return this.#level === 0;
    }
    return code === comma && this.#level === 1;
  }
}

const rowOf = ({ bytes, line }: Element): Row => {
  const text = decodeStrict(bytes);
  return text === null ? badRow(line, 'not-utf-8') : rowOfJson(text, line);
};

/**
 * The elements of a JSON array, one after the other, in memory for one element and one chunk. A broken element is a
 * refused row and does not end the rest where its brackets and quotes close.
 * @param file the name, for messages
 * @throws OmbudError `OMBUD_E_UNREADABLE/cut-short` where the array does not end, or something follows it
 */
export async function* readJsonArray(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Batch> {
  const scanner = new ElementScanner();
  let met = 0;
  for await (const chunk of bytes) {
    const rows: Row[] = [];
    for (const element of scanner.scan(chunk)) {
      const empty = element.bytes.every(isBlank);
      // `[]` has no element; a comma has one on either side.
      if (!(empty && element.last && met === 0)) rows.push(rowOf(element));
      met += 1;
    }
    yield rows;
  }
  if (!scanner.ended || scanner.followed)
    throw tableErrors.error('OMBUD_E_UNREADABLE', 'cut-short', { file });
}
