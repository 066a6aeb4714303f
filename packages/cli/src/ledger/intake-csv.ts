import type { Readable } from 'node:stream';
import { LedgerError } from '@ombud/ledger';
import { type CsvError, type Info, parse } from 'csv-parse';
import type { Intake } from './intake.ts';

interface Row {
  readonly info: Info;
  readonly record: string[];
}

/** CSV with a header line; comma, semicolon, tab or bar. A quoted value may span lines. */
export async function* readCsv(stream: Readable): AsyncGenerator<Intake> {
  const unreadable: Intake[] = [];
  const parser = parse({
    bom: true,
    delimiter: [',', ';', '\t', '|'],
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) => {
    unreadable.push({ line: Number(error['lines'] ?? 0), refused: 'its quotes do not match' });
  });
  stream.on('error', (error) => parser.destroy(error));
  let header: string[] | null = null;
  for await (const { record, info } of stream.pipe(parser) as AsyncIterable<Row>) {
    yield* unreadable.splice(0);
    if (header === null) header = checkHeader(record);
    else yield toRow(header, record, info.lines - linesWithin(record));
  }
  yield* unreadable;
}

/** A record is reported with its last line; it began as many lines before as its values hold line ends. */
function linesWithin(record: readonly string[]): number {
  return record.reduce((lines, value) => lines + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
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
