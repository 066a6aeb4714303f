/** Runs of entries as bytes: a text of JavaScript for each row, and the bytes of that again, took as long as the hashing of a field. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EntryLines, SecretLines, StoreReader } from './store.ts';

type SecretTable = 'payloads' | 'attributes';

const linesOf = (column: string): string => `cast(group_concat(${column}, char(10)) as blob)`;

/** Rows come in the order of their key; if ever they did not, no commitment would open and the run would be read row by row. */
/** A text that is null would be left out of the lines, and those behind it lie at other rows: such a row does not count. */
const textOf = (table: 'entries' | SecretTable, columns: string): string =>
  `select count(body), ${columns} from ${table} where idx >= ? and idx < ?`;

const questions = {
  entries: textOf('entries', linesOf('body')),
  payloads: textOf('payloads', `count(about), count(salt), ${linesOf('salt')}, ${linesOf('body')}`),
  attributes: textOf('attributes', `0, count(salt), ${linesOf('salt')}, ${linesOf('body')}`),
  payloadsIndexes: textOf('payloads', 'group_concat(idx), null'),
  attributesIndexes: textOf('attributes', 'group_concat(idx), null'),
  abouts: textOf('payloads', `group_concat(coalesce(about, '')), null`),
} as const;

type Question = keyof typeof questions;
type Cell = number | string | Uint8Array | null;
type Ask = (question: Question, first: number, end: number) => readonly Cell[];

function asking(database: DatabaseSync): Ask {
  const statements = new Map<Question, StatementSync>();
  return (question, first, end) => {
    let statement = statements.get(question);
    if (statement === undefined) {
      statement = database.prepare(questions[question]);
      statement.setReturnArrays(true);
      statements.set(question, statement);
    }
    return statement.get(first, end) as unknown as readonly Cell[];
  };
}

/** Reads runs of entries out of one database. */
export function readLinesOf(database: DatabaseSync): NonNullable<StoreReader['readLines']> {
  const ask = asking(database);
  return async (first, end, wanted): Promise<EntryLines | null> => {
    const [count, lines] = ask('entries', first, end);
    const entries = count === end - first ? bytesOf(lines) : null;
    if (entries === null || !isUtf8(entries)) return null;
    const payloads = wanted.payloads ? secretsOf(ask, 'payloads', first, end) : noSecrets;
    const attributes = wanted.attributes ? secretsOf(ask, 'attributes', first, end) : noSecrets;
    if (payloads === null || attributes === null) return null;
    return {
      entries,
      payloads: wanted.payloads ? payloads : null,
      attributes: wanted.attributes ? attributes : null,
    };
  };
}

const nothing = Buffer.alloc(0);
const noSecrets: SecretLines = { indexes: [], abouts: null, salts: nothing, bodies: nothing };

function secretsOf(ask: Ask, table: SecretTable, first: number, end: number): SecretLines | null {
  const [count, abouts, salted, saltLines, bodyLines] = ask(table, first, end);
  if (salted !== count) return null;
  if (count === 0) return noSecrets;
  const [salts, bodies] = [bytesOf(saltLines), bytesOf(bodyLines)];
  if (salts === null || bodies === null || !isAscii(salts) || !isUtf8(bodies)) return null;
  const list = (question: Question): string[] => String(ask(question, first, end)[1]).split(',');
  return {
    indexes: count === end - first ? null : list(`${table}Indexes`).map(Number),
    abouts: abouts === 0 ? null : list('abouts').map((about) => (about === '' ? null : Number(about))),
    salts,
    bodies,
  };
}

const bytesOf = (cell: Cell | undefined): Buffer | null =>
  cell instanceof Uint8Array ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength) : null;
