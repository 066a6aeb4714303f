import { mkdtemp, rename, rm } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { countRanges, isOmbudError } from '@ombud/kernel';
import { type Decision, type DecisionReading, readDecisions } from '@ombud/ledger';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { copyStatement, type ExportFormat } from './ledger/copy-statement.ts';
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

/** Of the database that the rows pass through. */
const memoryLimit = '128MB';

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
    const reading = await readDecisions(ledger, {
      system: asked.system,
      shadow: asked.shadow === true ? 'only' : 'without',
      people: asked.people === true ? 'only' : 'without',
    });
    try {
      const decisions = await onDisk(asked.to, (connection) =>
        write(connection, reading, asked.to, format, context),
      );
      return { decisions, ...leftOut(reading) };
    } catch (cause) {
      if (isCoded(cause) || context.signal?.aborted) throw cause;
      throw appErrors.error('OMBUD_E_LEDGER_INPUT', 'cannot-export', { file: asked.to }, { cause });
    }
  });
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

/**
 * Runs work with a database in a folder of its own beside the file, for its owner alone and gone afterwards: the rows of a
 * long log are more than a machine should hold in memory.
 */
async function onDisk<T>(beside: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(`${resolve(beside)}.new-`);
  try {
    const settings = { memory_limit: memoryLimit, temp_directory: folder };
    const instance = await DuckDBInstance.create(join(folder, 'rows.duckdb'), settings);
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file appears whole or not at all: it is written beside its place and renamed. */
async function write(
  connection: DuckDBConnection,
  reading: DecisionReading,
  to: string,
  format: ExportFormat,
  { progress, signal }: Context,
): Promise<number> {
  await connection.run(`create table decisions ("index" bigint, "time" varchar, subject varchar, decision varchar,
    outcome varchar, score double, model varchar, inputs varchar, attributes varchar)`);
  const appender = await connection.createAppender('decisions');
  const attributes = new Set<string>();
  let decisions = 0;
  for await (const page of reading.batches) {
    for (const decision of page) {
      addRow(appender, decision);
      for (const name in decision.attributes) attributes.add(name);
    }
    decisions += page.length;
    signal?.throwIfAborted();
    progress({ task: 'exporting', done: decisions, total: null });
  }
  appender.closeSync();
  const beside = `${to}.new`;
  try {
    await connection.run(copyStatement([...attributes], beside, format));
    await rename(beside, to);
  } finally {
    await rm(beside, { force: true });
  }
  return decisions;
}

function addRow(appender: DuckDBAppender, decision: Decision): void {
  appender.appendBigInt(BigInt(decision.index));
  appender.appendVarchar(decision.time);
  appender.appendVarchar(decision.subject);
  appendText(appender, decision.decision);
  appendText(appender, decision.outcome);
  if (decision.score === null) appender.appendNull();
  else appender.appendDouble(decision.score);
  appendText(appender, decision.model);
  appender.appendVarchar(JSON.stringify(decision.inputs));
  appender.appendVarchar(JSON.stringify(decision.attributes));
  appender.endRow();
}

function appendText(appender: DuckDBAppender, value: string | number | boolean | null): void {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(String(value));
}
