import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReadOptions } from '@ombud/contract';
import { isOmbudError } from '@ombud/kernel';
import { tableErrors } from '../errors.ts';
import { formatOf, formatOfContent, type RowFormat } from '../sources/format.ts';
import { type Input, type Opened, openBytes, standardInput } from './bytes.ts';
import { readCsv } from './csv.ts';
import { readJsonArray } from './json-array.ts';
import { readLines } from './lines.ts';
import { readNdjson } from './ndjson.ts';
import { readParquet } from './parquet.ts';
import type { Batch, Row } from './row.ts';

/** Where rows are read from, and how. */
export interface RowSource {
  /** A file, or `-` for standard input. */
  readonly file: string;
  /** Else told from the name, and where that tells nothing from the content. */
  readonly format?: RowFormat;
  readonly read?: ReadOptions;
  /** What comes in on standard input. */
  readonly input?: Input | undefined;
}

const isUtf16 = (head: Uint8Array): boolean => head[0] === 0xff && head[1] === 0xfe;

/** The bytes as UTF-8, from the encodings that an audit reads. */
async function* inUtf8({ head, bytes }: Opened, encoding: string | undefined): AsyncGenerator<Uint8Array> {
  const name = (encoding ?? (isUtf16(head) ? 'utf-16' : 'utf-8')).toLowerCase();
  if (name === 'utf-8' || name === 'utf8') {
    yield* bytes;
    return;
  }
  const label = name === 'latin-1' ? 'latin1' : name === 'utf-16' ? 'utf-16le' : name;
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    throw tableErrors.error('OMBUD_E_ENCODING', 'unknown', { encoding: name });
  }
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** Parquet is read from its end: what comes through a pipe is put into a file first. */
async function* readPiped(bytes: Opened['bytes']): AsyncGenerator<Batch> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-rows-'));
  const file = join(folder, 'rows.parquet');
  try {
    await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
    yield* readParquet(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* readOpened(source: RowSource, opened: Opened): AsyncGenerator<Batch> {
  const named = source.format ?? formatOf(source.file) ?? undefined;
  const format = named === undefined || named === 'json' ? formatOfContent(opened.head) : named;
  switch (format) {
    case 'parquet':
      yield* source.file === standardInput ? readPiped(opened.bytes) : readParquet(source.file);
      return;
    case 'json':
      yield* readJsonArray(opened.bytes, source.file);
      return;
    case 'ndjson':
      yield* readNdjson(readLines(opened.bytes));
      return;
    case 'csv':
      yield* named === 'json'
        ? readNdjson(readLines(opened.bytes))
        : readCsv(readLines(inUtf8(opened, source.read?.encoding)), source.read);
  }
}

/**
 * Reads rows one batch after the other, each batch as it came: delimited text, JSON (an array, or an object a line) and
 * Parquet, also packed by gzip or Zstandard, from a file or from standard input. A row that cannot be read is named and
 * does not end the rest.
 * @throws OmbudError `OMBUD_E_NO_SOURCE`, `OMBUD_E_ENCODING`, `OMBUD_E_UNREADABLE` where the whole cannot be read
 * @example for await (const batch of readRows({ file: 'decisions.csv' })) for (const row of batch) use(row);
 */
export async function* readRows(source: RowSource): AsyncGenerator<Batch> {
  let opened: Opened | undefined;
  try {
    opened = await openBytes(source.file, source.input);
    yield* readOpened(source, opened);
  } catch (cause) {
    if (isOmbudError(cause)) throw cause;
    throw tableErrors.error('OMBUD_E_UNREADABLE', 'cut-short', { file: source.file }, { cause });
  } finally {
    opened?.bytes.destroy();
  }
}

/** All rows of a small source, such as the shares of a population. */
export async function allRows(source: RowSource): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readRows(source)) rows.push(...batch);
  return rows;
}
