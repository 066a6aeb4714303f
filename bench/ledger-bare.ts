/**
 * The bare store of the comparison: the ledger's own tables and indexes, the same pragmas, the same statements, and rows of
 * the same bytes: entries with commitments, payloads with a salt and a hash for each field, tokens of people and of
 * idempotency keys, tiles, a note. No checks, no canonical order, no keyed hashes, no tree, no signature.
 */
import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** One decision as the bare store is given it. */
export interface BareRow {
  readonly payload: { readonly subject: string; readonly inputs: object };
  /** Whether an idempotency key goes with it. */
  readonly keyed: boolean;
}

const rowsTogether = 25;
/** Of the index of people. */
const [runLength, slots, blockBytes, recordBytes] = [4096, 8, 16_320, 24];
const saltChars = 24;
const hashBytes = 32;
const tileHashes = 256;
const time = '2026-11-22T03:49:31.123Z';
const note = `bench.example.org/log\n1000000\n${'A'.repeat(43)}=\n\n— bench.example.org/log ${'A'.repeat(92)}\n`;

function salts(count: number, drawn: { text: string; at: number }): string {
  if (drawn.at + count * saltChars > drawn.text.length) {
    drawn.text = randomBytes(512 * 18).toString('base64');
    drawn.at = 0;
  }
  drawn.at += count * saltChars;
  return drawn.text.slice(drawn.at - count * saltChars, drawn.at);
}

const fieldsOf = ({ inputs, ...others }: BareRow['payload']): number =>
  Object.keys(others).length + Object.keys(inputs).length;

/** A commitment of one salted hash a field, over the members as they stand. */
function commitment(payload: BareRow['payload'], salt: string): string {
  let [text, at] = ['', 0];
  const add = (name: string, value: unknown): void => {
    const own = salt.slice(at, at + saltChars);
    at += saltChars;
    text += hash('sha256', `ombud/payload-field@2\n${own}\n"/${name}"\n${JSON.stringify(value)}`, 'base64');
  };
  const { inputs, ...others } = payload;
  for (const name in others) add(name, others[name as keyof typeof others]);
  for (const name in inputs) add(`inputs/${name}`, inputs[name as keyof typeof inputs]);
  return hash('sha256', text, 'base64');
}

/** Writes rows that stand one after the other in one list, 25 to a statement. */
function insertAll(one: StatementSync, many: StatementSync, columns: number, cells: SQLInputValue[]): void {
  const step = rowsTogether * columns;
  let at = 0;
  for (; at + step <= cells.length; at += step) many.run(...cells.slice(at, at + step));
  for (; at < cells.length; at += columns) one.run(...cells.slice(at, at + columns));
}

/**
 * Opens the bare store on the tables of a new ledger.
 * @returns writes one durable batch
 */
export function openBare(location: string): { write(rows: readonly BareRow[]): void; close(): void } {
  const database = new DatabaseSync(join(location, 'ledger.db'));
  database.exec('pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on');
  const insert = (table: string, columns: number): [StatementSync, StatementSync, number] => {
    const row = `(${Array(columns).fill('?').join(',')})`;
    const of = (rows: number) =>
      database.prepare(`insert into ${table} values ${Array(rows).fill(row).join(',')}`);
    return [of(1), of(rowsTogether), columns];
  };
  const entries = insert('entries', 2);
  const payloads = insert('payloads', 4);
  const requests = insert('requests', 3);
  const subjects = database.prepare('insert into recent_subjects values (?, ?)');
  const recent = database.prepare('select records from recent_subjects order by idx');
  const block = database.prepare('insert into subject_blocks values (0, ?, 0, ?)');
  const move = database.prepare(
    'update subject_blocks set level = 1, records = ? where level = 0 and slot = ?',
  );
  const tile = database.prepare('insert or replace into tiles values (?, ?, ?)');
  const dropCheckpoint = database.prepare('delete from checkpoints where kept = 0');
  const checkpoint = database.prepare('insert into checkpoints values (?, ?, 0)');
  const advance = database.prepare('update log set size = ?, last_time = ?');
  const hashes = randomBytes(tileHashes * hashBytes);
  const drawn = { text: '', at: 0 };
  let size = 0;

  const entry = (payload: BareRow['payload'], salt: string): string =>
    `{"kind":"decision","model":"2026.11","payload":"${commitment(payload, salt)}","system":"loan-approval","time":"${time}","v":2}`;

  function insertRows(rows: readonly BareRow[]): void {
    const a: SQLInputValue[] = [];
    const b: SQLInputValue[] = [];
    const d: SQLInputValue[] = [];
    for (const [i, { payload, keyed }] of rows.entries()) {
      const salt = salts(fieldsOf(payload), drawn);
      a.push(size + i, entry(payload, salt));
      b.push(size + i, null, salt, JSON.stringify(payload));
      if (keyed) d.push(salts(1, drawn).slice(2), size + i, salts(1, drawn).slice(2));
    }
    insertAll(...entries, a);
    insertAll(...payloads, b);
    subjects.run(size, randomBytes(rows.length * recordBytes));
    insertAll(...requests, d);
  }

  /** The people of a run: rows read, blocks written, and as many of a run before overwritten. */
  function insertRun(run: number): void {
    recent.all();
    database.exec('delete from recent_subjects');
    for (let slot = run * slots; slot < (run + 1) * slots; slot++) {
      block.run(slot, randomBytes(blockBytes));
      move.run(randomBytes(blockBytes), slot - slots);
    }
  }

  function insertTiles(end: number): void {
    for (let index = Math.floor(size / tileHashes); index * tileHashes < end; index++)
      tile.run(0, index, hashes.subarray(0, Math.min(tileHashes, end - index * tileHashes) * hashBytes));
    tile.run(1, 0, hashes.subarray(0, (Math.floor(end / tileHashes) % tileHashes) * hashBytes));
  }

  return {
    write(rows) {
      const end = size + rows.length;
      database.exec('begin immediate');
      advance.run(end, time);
      insertRows(rows);
      for (let run = Math.floor(size / runLength); run < Math.floor(end / runLength); run++) insertRun(run);
      insertTiles(end);
      dropCheckpoint.run();
      checkpoint.run(end, note);
      database.exec('commit');
      size = end;
    },
    close: () => database.close(),
  };
}
