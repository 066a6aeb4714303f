import type { ReadOptions } from '@ombud/contract';
import { parse } from 'csv-parse/sync';
import { guessDelimiter, uniqueNames } from '../sources/csv-dialect.ts';
import type { Line } from './lines.ts';
import { type Batch, badRow, type Row } from './row.ts';

/** The text of one record, and the line that it begins on; null where its bytes are not UTF-8. */
interface Record {
  readonly line: number;
  readonly text: string | null;
}

/** A quote that is open for longer was never meant to be one. */
const longestRecordLines = 1000;

const quotesIn = (text: string): number => {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes;
};

const isOdd = ({ text }: Line): boolean => text !== null && quotesIn(text) % 2 === 1;

const joined = (lines: readonly Line[]): Record => ({
  line: lines[0]?.line ?? 0,
  text: lines.some(({ text }) => text === null)
    ? null
    : // The CR of a CRLF belongs to the line end; anywhere else it is a character like others.
      lines
        .map(({ text }) => text)
        .join('\n')
        .replace(/\r$/, ''),
});

/**
 * Puts lines together to records: a quote that is open goes on in the next line. A record whose quotes never close is
 * given back as its first line alone, so that one stray quote refuses one line and not the rest of the file.
 * @param lines from the start of a record
 * @param ended whether no more lines come
 * @returns the records, and the lines of a record that is still open
 */
export function frame(
  lines: readonly Line[],
  ended: boolean,
): { readonly records: readonly Record[]; readonly open: readonly Line[] } {
  const records: Record[] = [];
  let from = 0;
  while (from < lines.length) {
    const end = endOfRecord(lines, from);
    const tooLong = end < 0 && lines.length - from >= longestRecordLines;
    if (end < 0 && !tooLong && !ended) break;
    const to = end < 0 ? from + 1 : end + 1;
    records.push(joined(lines.slice(from, to)));
    from = to;
  }
  return { records, open: lines.slice(from) };
}

/** The line on which the quotes of a record that begins at a line are closed, or -1. */
function endOfRecord(lines: readonly Line[], from: number): number {
  let open = false;
  for (let i = from; i < lines.length && i < from + longestRecordLines; i += 1) {
    const line = lines[i];
    if (line !== undefined && isOdd(line)) open = !open;
    if (!open) return i;
  }
  return -1;
}

function parseRecords(texts: readonly string[], delimiter: string): string[][] | null {
  try {
    const options = { delimiter, relax_column_count: true, record_delimiter: '\n' };
    const parsed: string[][] = parse(texts.join('\n'), options);
    return parsed.length === texts.length ? parsed : null;
  } catch {
    return null;
  }
}

function rowOf(columns: readonly string[], values: readonly string[], line: number): Row {
  return values.length === columns.length
    ? { line, values: Object.fromEntries(columns.map((name, i) => [name, values[i] ?? ''])) }
    : badRow(line, 'columns', { found: values.length, expected: columns.length });
}

/** Many records are parsed at a time, which is several times faster than one by one; where they do not fit, one by one. */
function rowsOf(columns: readonly string[], records: readonly Record[], delimiter: string): Row[] {
  const filled = records.filter(({ text }) => text === null || text.trim() !== '');
  const texts = filled.flatMap(({ text }) => text ?? []);
  const parsed = texts.length === filled.length ? parseRecords(texts, delimiter) : null;
  return filled.map(({ line, text }, i): Row => {
    if (text === null) return badRow(line, 'not-utf-8');
    const values = parsed?.[i] ?? parseRecords([text], delimiter)?.[0];
    return values === undefined ? badRow(line, 'quotes') : rowOf(columns, values, line);
  });
}

/** What the first record says of the others. */
interface Dialect {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Whether the first record names the columns, and is no row. */
  readonly header: boolean;
}

function dialectOf(records: readonly Record[], options: ReadOptions): Dialect {
  const head = records.slice(0, 21).map(({ text }) => text ?? '');
  const delimiter = options.delimiter ?? guessDelimiter(head.join('\n'));
  const first = parseRecords(head.slice(0, 1), delimiter)?.[0] ?? [head[0] ?? ''];
  const header = options.header ?? true;
  return {
    delimiter,
    header,
    columns: header ? uniqueNames(first) : first.map((_, i) => `column${i + 1}`),
  };
}

/**
 * Delimited text, each value as its text. The delimiter and the columns are found as an audit finds them; a quoted
 * value may span lines.
 */
export async function* readCsv(
  lines: AsyncIterable<readonly Line[]>,
  options: ReadOptions = {},
): AsyncGenerator<Batch> {
  let dialect: Dialect | null = null;
  let open: readonly Line[] = [];
  function* rowsIn(records: readonly Record[]): Generator<Batch> {
    if (records.length === 0) return;
    const fresh = dialect === null;
    dialect ??= dialectOf(records, options);
    const body = fresh && dialect.header ? records.slice(1) : records;
    yield rowsOf(dialect.columns, body, dialect.delimiter);
  }
  for await (const some of lines) {
    const framed = frame([...open, ...some], false);
    open = framed.open;
    yield* rowsIn(framed.records);
  }
  yield* rowsIn(frame(open, true).records);
}
