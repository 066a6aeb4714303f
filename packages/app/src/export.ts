import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { countRanges, isOmbudError } from '@ombud/kernel';
import {
  type Decision,
  type DecisionReading,
  type KnownRepeats,
  type Ledger,
  readAgainIfRepeated,
  readDecisions,
} from '@ombud/ledger';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { copyStatement, type ExportFormat } from './ledger/copy-statement.ts';
import { inFolderBeside } from './ledger/folder-beside.ts';
import { withLedger } from './ledger/open.ts';

/** What to export. */
export interface ExportRequest {
  readonly location: string;
  readonly system: string;
  /** A file; its ending says the format: `.parquet`, `.csv` or `.ndjson`. */
  readonly to: string;
  /** The decisions that had no effect, in place of the others. */
  readonly shadow?: true;
  /** The decisions that people made, in place of the system's. */
  readonly people?: true;
}

/** How many decisions were written, and how many of the log were not. */
export interface Exported {
  readonly decisions: number;
  readonly erased: number;
  readonly unreadable: number;
  /** Decisions of the other sort: without effect, or with one. */
  readonly apart: number;
  /** Decisions that somebody else made: people, or the system. */
  readonly byOthers: number;
}

/** Of the database that writes the file. One thread: each would hold rows of its own. */
const settings = { memory_limit: '128MB', threads: '1' };
/** The least that a row may be long for the database. */
const leastRowBytes = 1 << 20;

const formats: Readonly<Record<string, ExportFormat>> = {
  '.parquet': 'parquet',
  '.csv': 'csv',
  '.ndjson': 'json',
  '.jsonl': 'json',
};

/**
 * Writes the decisions of a system with their payloads (personal data), one row a decision: index, time, subject,
 * decision, outcome, score, model, inputs (JSON), and a column for each protected attribute (`attribute_NAME` where the
 * name is taken).
 * @throws OmbudError `OMBUD_E_LEDGER_USAGE` for an ending that is no format, `OMBUD_E_LEDGER_INPUT` where nothing can be
 *   written there
 */
export async function exportDecisions(asked: ExportRequest, context: Context): Promise<Exported> {
  const format = formats[extname(asked.to).toLowerCase()];
  if (format === undefined)
    throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'export-format', {
      file: asked.to,
      endings: Object.keys(formats),
    });
  return withLedger(asked.location, async (ledger) => {
    try {
      return await inFolderBeside(asked.to, async (folder) => {
        const { reading, rows } = await readAgainIfRepeated((repeats) =>
          readRows(ledger, asked, { ...repeats, folder }, context),
        );
        await write(rows, folder, asked.to, format, context.signal);
        return { decisions: rows.count, ...leftOut(reading) };
      });
    } catch (cause) {
      context.signal?.throwIfAborted();
      if (isCoded(cause)) throw cause;
      throw appErrors.error('OMBUD_E_LEDGER_INPUT', 'cannot-export', { file: asked.to }, { cause });
    }
  });
}

/** Reads all decisions into a file of a folder. */
async function readRows(
  ledger: Ledger,
  { system, shadow, people }: ExportRequest,
  repeats: KnownRepeats & { readonly folder: string },
  context: Context,
): Promise<{ readonly reading: DecisionReading; readonly rows: Spooled }> {
  const reading = await readDecisions(ledger, {
    system,
    shadow: shadow === true ? 'only' : 'without',
    people: people === true ? 'only' : 'without',
    repeats,
  });
  return { reading, rows: await spool(reading, join(repeats.folder, 'rows.ndjson'), context) };
}

/** An error that already says what a person can do. */
const isCoded = (error: unknown): boolean =>
  isOmbudError(error) ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('OMBUD_E_'));

function leftOut(reading: DecisionReading): Omit<Exported, 'decisions'> {
  const parts = reading.coverage().leftOut;
  const count = (reason: string) =>
    parts.filter((part) => part.reason === reason).reduce((sum, { ranges }) => sum + countRanges(ranges), 0);
  return {
    erased: count('erased'),
    unreadable: count('unreadable'),
    apart: count('shadow') + count('not-shadow'),
    byOthers: count('by-person') + count('by-system'),
  };
}

/** Rows in a file, one a line. */
interface Spooled {
  readonly file: string;
  readonly count: number;
  readonly attributes: ReadonlySet<string>;
  readonly longestBytes: number;
}

/**
 * Writes the rows to a file as they are read: which columns there are is known at the end alone, and the rows of a long log
 * are more than a machine should hold in memory.
 */
async function spool(
  reading: DecisionReading,
  file: string,
  { progress, signal }: Context,
): Promise<Spooled> {
  const attributes = new Set<string>();
  let [count, longestBytes] = [0, 0];
  const handle = await open(file, 'w', 0o600);
  try {
    for await (const page of reading.batches) {
      longestBytes = Math.max(longestBytes, await writePage(handle, page));
      for (const decision of page) for (const name in decision.attributes) attributes.add(name);
      count += page.length;
      signal?.throwIfAborted();
      progress({ task: 'exporting', done: count, total: null });
    }
  } finally {
    await handle.close();
  }
  return { file, count, attributes, longestBytes };
}

/** Gives how long the longest row is, or more. */
async function writePage(handle: FileHandle, page: readonly Decision[]): Promise<number> {
  const lines = page.map((decision) => `${JSON.stringify(rowOf(decision))}\n`);
  await handle.writeFile(lines.join(''));
  // A character of JSON takes three bytes at most.
  return lines.reduce((longest, { length }) => Math.max(longest, 3 * length), 0);
}

/** The file appears whole or not at all: it is written beside its place and renamed. */
async function write(
  rows: Spooled,
  folder: string,
  to: string,
  format: ExportFormat,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { ...settings, temp_directory: folder });
  const connection = await instance.connect();
  const near = `${to}.new`;
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    await copyRows(connection, rows, near, format);
    await rename(near, to);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
    await rm(near, { force: true });
  }
}

async function copyRows(
  connection: DuckDBConnection,
  { file, attributes, longestBytes }: Spooled,
  to: string,
  format: ExportFormat,
): Promise<void> {
  const rows = { file, mostBytes: Math.max(leastRowBytes, longestBytes) };
  await connection.run(copyStatement(rows, [...attributes], to, format));
}

function rowOf(decision: Decision): Readonly<Record<string, string | number | null>> {
  const { index, time, subject, score, model, inputs, attributes } = decision;
  return {
    index,
    time,
    subject,
    decision: textOf(decision.decision),
    outcome: textOf(decision.outcome),
    score,
    model,
    inputs: JSON.stringify(inputs),
    attributes: JSON.stringify(attributes),
  };
}

const textOf = (value: string | number | boolean | null): string | null =>
  value === null ? null : String(value);
