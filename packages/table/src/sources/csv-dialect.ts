import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, gunzip, zstdDecompress } from 'node:zlib';
import type { ReadOptions } from '@ombud/contract';
import { tableErrors } from '../errors.ts';
import { refuseSameButForCase } from './same-but-for-case.ts';

export interface CsvDialect {
  readonly delimiter: string;
  readonly header: boolean;
  readonly columns: readonly string[];
  readonly encoding: string;
}

const candidates = [',', '\t', ';', '|', '^', '~', '\u0001'];
const headBytes = 1 << 20;
const unzip = promisify(gunzip);
const unpackZstd = promisify(zstdDecompress);

/** The first megabyte of a file, decompressed. */
async function readHead(file: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (/\.gz$/i.test(file))
      return await unzip(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * headBytes });
    if (/\.zst$/i.test(file))
      return await unpackZstd(bytes, {
        finishFlush: constants.ZSTD_e_flush,
        maxOutputLength: 64 * headBytes,
      });
    return bytes;
  } catch (cause) {
    throw tableErrors.error(
      'OMBUD_E_UNREADABLE',
      'failed',
      { file, why: (cause as Error).message },
      { cause },
    );
  } finally {
    await handle?.close();
  }
}

/** Other names of the three encodings that the engine reads without help. */
const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf16: 'utf-16',
  'utf-16le': 'utf-16',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
};

/** What `TextDecoder` calls them. */
const decoders: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'latin-1': 'latin1',
};

function encodingOf(bytes: Buffer, asked: string | undefined): string {
  if (asked !== undefined) return aliases[asked.toLowerCase()] ?? asked.toLowerCase();
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16';
  return 'utf-8';
}

function decode(bytes: Buffer, encoding: string): string {
  const label = decoders[encoding];
  if (label !== undefined) return new TextDecoder(label).decode(bytes);
  throw tableErrors.error('OMBUD_E_ENCODING', 'unknown', { encoding });
}

/** The first records of delimited text, as lists of raw fields; quotes are honoured (RFC 4180). */
export function firstRecords(text: string, delimiter: string, most: number): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    fields.push(field);
    field = '';
  };
  for (let i = 0; i < text.length && records.length < most; i += 1) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (char === delimiter) endField();
    else if (char === '\n') {
      endField();
      records.push(fields);
      fields = [];
    } else if (char !== '\r') field += char;
  }
  if (records.length < most && (field !== '' || fields.length > 0)) {
    endField();
    records.push(fields);
  }
  return records;
}

/**
 * The delimiter whose number of fields agrees best from line to line. Guessed from whole lines, not left to the
 * engine: an engine that guesses meets a ragged line by reading the file as one column.
 */
export function guessDelimiter(text: string): string {
  let best = { delimiter: ',', agreeing: 0, fields: 1 };
  for (const delimiter of candidates) {
    const records = firstRecords(text, delimiter, 21);
    const fields = records[0]?.length ?? 1;
    if (fields < 2) continue;
    const agreeing = records.filter((record) => record.length === fields).length;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && fields > best.fields))
      best = { delimiter, agreeing, fields };
  }
  return best.delimiter;
}

/** How files begin that are no text, whatever their name says. */
const signatures = [
  ['Parquet', 'PAR1'],
  ['ZIP (.xlsx)', 'PK\u0003\u0004'],
  ['gzip', '\u001f\u008b'],
  ['Zstandard', '\u0028\u00b5\u002f\u00fd'],
  ['SQLite', 'SQLite format 3\u0000'],
] as const;

/** @throws OmbudError where the file is another format, or would be read as one long line */
function refuseNoLines(file: string, bytes: Buffer, text: string): void {
  const start = bytes.toString('latin1', 0, 16);
  const [format] = signatures.find(([, begins]) => start.startsWith(begins)) ?? [];
  if (format !== undefined) throw tableErrors.error('OMBUD_E_UNREADABLE', 'not-text', { file, format });
  if (!text.includes('\n') && /\r[^\r]/.test(text))
    throw tableErrors.error('OMBUD_E_UNREADABLE', 'line-ends-cr', { file });
}

/** Column names without surrounding blanks; an empty or repeated one gets a number. */
export function uniqueNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.map((raw, index) => {
    const base = raw.trim() || `column${index + 1}`;
    let name = base;
    for (let n = 2; seen.has(name); n += 1) name = `${base}_${n}`;
    seen.add(name);
    return name;
  });
}

/**
 * How the files are delimited, and their columns, from the first lines of each. All files must agree.
 * @throws OmbudError when a file is empty, or its header differs from the first file's.
 */
export async function csvDialect(files: readonly string[], options: ReadOptions = {}): Promise<CsvDialect> {
  let dialect: CsvDialect | null = null;
  for (const file of files) {
    const bytes = await readHead(file);
    const encoding = encodingOf(bytes, options.encoding);
    const text = decode(bytes, encoding);
    refuseNoLines(file, bytes, text);
    if (text.trim() === '') throw tableErrors.error('OMBUD_E_NO_ROWS', 'empty-file', { file });
    const delimiter: string = options.delimiter ?? dialect?.delimiter ?? guessDelimiter(text);
    const first = firstRecords(text, delimiter, 1)[0] ?? [];
    const header = options.header ?? true;
    const columns = header ? uniqueNames(first) : first.map((_, index) => `column${index + 1}`);
    refuseSameButForCase(file, columns);
    if (dialect && dialect.columns.join('\n') !== columns.join('\n')) {
      throw tableErrors.error('OMBUD_E_UNREADABLE', 'other-columns', { file, first: files[0] ?? '' });
    }
    dialect ??= { delimiter, header, columns, encoding };
  }
  if (!dialect) throw tableErrors.error('OMBUD_E_NO_SOURCE', 'no-file', { source: '' });
  return dialect;
}
