import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import type { Intake } from './intake-row.ts';
import { LedgerError } from './ledger-error.ts';

/** The text of one record, and the line that it begins on. */
interface Framed {
  readonly line: number;
  readonly text: string;
}

/** Records are parsed many at a time, which is several times faster than one at a time. */
const TOGETHER = 500;
/** A quote that is open for longer was never meant to be one. */
const LONGEST_RECORD_LINES = 1000;
const DELIMITERS = [',', ';', '\t', '|'];

/** CSV with a header line; comma, semicolon, tab or bar. A quoted value may span lines. */
export async function* readCsv(stream: Readable): AsyncGenerator<Intake> {
  let header: string[] | null = null;
  let delimiter = ',';
  let waiting: Framed[] = [];
  for await (const framed of frame(stream)) {
    if (header === null) {
      delimiter = delimiterOf(framed.text);
      header = checkHeader(parseRecords([framed], delimiter)?.[0] ?? []);
      continue;
    }
    waiting.push(framed);
    if (waiting.length < TOGETHER) continue;
    yield* readAll(header, waiting, delimiter);
    waiting = [];
  }
  if (header !== null) yield* readAll(header, waiting, delimiter);
}

/**
 * Puts lines together to records. A record whose quotes never close is given back as its first line alone, so that one
 * stray quote refuses one line and not the rest of the file.
 */
async function* frame(stream: Readable): AsyncGenerator<Framed> {
  let open: Framed[] = [];
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    open.push({ line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text });
    const closed = hasClosedQuotes(open);
    if (!closed && open.length < LONGEST_RECORD_LINES) continue;
    if (closed) yield join(open);
    else yield* framesOf(open);
    open = [];
  }
  yield* framesOf(open);
}

function hasClosedQuotes(lines: readonly Framed[]): boolean {
  let quotes = 0;
  for (const { text } of lines)
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

/** Lines that make no record together: the first by itself, and what follows it framed anew. */
function* framesOf(lines: readonly Framed[]): Generator<Framed> {
  let rest = lines;
  while (rest.length > 0) {
    const [first, ...after] = rest;
    if (first === undefined) return;
    const end = rest.findIndex((_, i) => hasClosedQuotes(rest.slice(0, i + 1)));
    yield end < 0 ? first : join(rest.slice(0, end + 1));
    rest = end < 0 ? after : rest.slice(end + 1);
  }
}

function join(lines: readonly Framed[]): Framed {
  return { line: lines[0]?.line ?? 0, text: lines.map(({ text }) => text).join('\n') };
}

function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function parseRecords(records: readonly Framed[], delimiter: string): string[][] | null {
  try {
    const text = records.map((record) => record.text).join('\n');
    const parsed: string[][] = parse(text, { delimiter, relax_column_count: true });
    return parsed.length === records.length ? parsed : null;
  } catch {
    return null;
  }
}

function* readAll(
  header: readonly string[],
  framed: readonly Framed[],
  delimiter: string,
): Generator<Intake> {
  const records = framed.filter(({ text }) => text.trim() !== '');
  const parsed = parseRecords(records, delimiter);
  for (const [i, record] of records.entries()) {
    const values = parsed?.[i] ?? parseRecords([record], delimiter)?.[0];
    yield values === undefined
      ? { line: record.line, refused: 'its quotes do not match' }
      : toRow(header, values, record.line);
  }
}

function checkHeader(header: string[]): string[] {
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined)
    throw new LedgerError(
      'OMBUD_E_LEDGER_INPUT',
      `The header names the column "${twice}" twice: rename one.`,
    );
  return header;
}

function toRow(header: readonly string[], record: readonly string[], line: number): Intake {
  if (record.length !== header.length)
    return {
      line,
      refused: `it has ${record.length} values where the header names ${header.length} columns`,
    };
  return { line, values: Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])) };
}
