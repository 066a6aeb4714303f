/** `ombud ledger export`: the decisions of a system with their payloads, as a Parquet file. */
import { rename, rm } from 'node:fs/promises';
import type { DuckDBAppender } from '@duckdb/node-api';
import { isOmbudError } from '@ombud/kernel';
import { closeLedger, type Decision, openLedger, readDecisions } from '@ombud/ledger';
import { LedgerError } from './ledger-error.ts';

/** How many decisions were written, and how many entries of the log were not. */
export interface Exported {
  readonly decisions: number;
  readonly erased: number;
  readonly unreadable: number;
}

const FIXED = ['index', 'time', 'subject', 'decision', 'outcome', 'score', 'model', 'inputs'];

/**
 * Writes one row a decision: index, time, subject, decision, outcome, score, model, inputs (JSON), and a column for each
 * protected attribute (`attribute_NAME` where the name is taken).
 */
export async function exportParquet(location: string, to: string, system: string): Promise<Exported> {
  const ledger = await openLedger(location);
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const beside = `${to}.new`;
  try {
    await connection.run(`create table decisions ("index" bigint, "time" varchar, subject varchar, decision varchar,
      outcome varchar, score double, model varchar, inputs varchar, attributes varchar)`);
    const reading = await readDecisions(ledger, { system });
    const appender = await connection.createAppender('decisions');
    const attributes = new Set<string>();
    let decisions = 0;
    for await (const decision of reading.decisions) {
      addRow(appender, decision);
      for (const name of Object.keys(decision.attributes)) attributes.add(name);
      decisions += 1;
    }
    appender.closeSync();
    await connection.run(copyStatement([...attributes], beside));
    await rename(beside, to);
    const { leftOut } = reading.coverage();
    const count = (reason: string) =>
      leftOut
        .filter((one) => one.reason === reason)
        .flatMap(({ ranges }) => ranges)
        .reduce((n, [a, b]) => n + b - a + 1, 0);
    return { decisions, erased: count('erased'), unreadable: count('unreadable') };
  } catch (error) {
    if (isOmbudError(error)) throw error;
    throw new LedgerError(
      'OMBUD_E_LEDGER_INPUT',
      `${to} cannot be written: check that its folder is there and writable.`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(beside, { force: true });
    connection.closeSync();
    instance.closeSync();
    await closeLedger(ledger);
  }
}

function addRow(appender: DuckDBAppender, decision: Decision): void {
  appender.appendBigInt(BigInt(decision.index));
  appender.appendVarchar(decision.time);
  appender.appendVarchar(decision.subject);
  text(appender, decision.decision);
  text(appender, decision.outcome);
  if (decision.score === null) appender.appendNull();
  else appender.appendDouble(decision.score);
  text(appender, decision.model);
  appender.appendVarchar(JSON.stringify(decision.inputs));
  appender.appendVarchar(JSON.stringify(decision.attributes));
  appender.endRow();
}

function text(appender: DuckDBAppender, value: string | number | boolean | null): void {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(String(value));
}

/** COPY takes no bound parameters, so names and values are quoted as SQL asks; a quote inside is doubled. */
function copyStatement(attributes: readonly string[], to: string): string {
  const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const pointer = (name: string) => literal(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const taken = new Set(FIXED);
  const columns = attributes.map((name) => {
    const shown = taken.has(name.toLowerCase()) ? `attribute_${name}` : name;
    taken.add(shown.toLowerCase());
    return `json_extract_string(attributes, ${pointer(name)}) as ${identifier(shown)}`;
  });
  const select = [...FIXED.map(identifier), ...columns].join(', ');
  return `copy (select ${select} from decisions order by "index") to ${literal(to)} (format parquet)`;
}
