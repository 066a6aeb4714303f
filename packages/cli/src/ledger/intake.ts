/** Rows of a file of decisions, one after the other, each with its place, so that a bad one can be named. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readCsv } from './intake-csv.ts';
import { readNdjson } from './intake-ndjson.ts';
import { readParquet } from './intake-parquet.ts';
import type { Intake } from './intake-row.ts';
import { LedgerError } from './ledger-error.ts';

export type Format = 'csv' | 'ndjson' | 'parquet';

/**
 * Reads a file, or `-` for what comes in on standard input.
 *
 * @param format said by the user, else told from the name, and on standard input from the first character
 */
export async function* readRows(file: string, input: Readable, format?: Format): AsyncGenerator<Intake> {
  if (file === '-') {
    const { first, stream } = await peek(input);
    yield* readText(stream, format ?? (first === '{' ? 'ndjson' : 'csv'));
    return;
  }
  await requireFile(file);
  const kind = format ?? formatOf(file);
  if (kind === 'parquet') yield* readParquet(file);
  else yield* readText(openText(file), kind);
}

function readText(stream: Readable, format: Format): AsyncGenerator<Intake> {
  if (format === 'parquet')
    throw new LedgerError(
      'OMBUD_E_LEDGER_USAGE',
      'Parquet cannot come through a pipe: name the file instead of "-".',
    );
  return format === 'csv' ? readCsv(stream) : readNdjson(stream);
}

function openText(file: string): Readable {
  const stream = createReadStream(file);
  return file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return;
  throw new LedgerError('OMBUD_E_LEDGER_INPUT', `There is no file ${file}: check its name and folder.`);
}

function formatOf(file: string): Format {
  const name = file.replace(/\.gz$/, '');
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.(ndjson|jsonl|json)$/i.test(name)) return 'ndjson';
  if (/\.parquet$/i.test(file)) return 'parquet';
  throw new LedgerError(
    'OMBUD_E_LEDGER_USAGE',
    `The name ${file} does not say what it holds: add --format csv, ndjson or parquet.`,
  );
}

async function peek(input: Readable): Promise<{ first: string; stream: Readable }> {
  for await (const chunk of input.iterator({ destroyOnReturn: false })) {
    input.unshift(chunk);
    return { first: String(chunk).trimStart().slice(0, 1), stream: input };
  }
  return { first: '', stream: input };
}
