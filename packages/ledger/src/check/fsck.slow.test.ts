/** fsck against every single bit of what the store holds. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { newLedger } from '../../test/new-ledger.ts';
import { closeLedger, fsck, openLedger } from '../index.ts';

type Row = Record<string, string | number | Uint8Array | null>;

function flip(value: string | Uint8Array, bit: number): string | Uint8Array {
  const bytes = Buffer.from(value);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return typeof value === 'string' ? bytes.toString('utf8') : new Uint8Array(bytes);
}

test.each([
  ['entries', 'body'],
  ['payloads', 'body'],
  ['payloads', 'salt'],
  ['attributes', 'body'],
  ['attributes', 'salt'],
  ['tiles', 'hashes'],
  ['checkpoints', 'note'],
] as const)('fsck catches every single-bit change of %s.%s', async (table, column) => {
  const folder = await newLedger(2);
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  const row = database.prepare(`select rowid as id, ${column} as value from ${table} limit 1`).get() as Row;
  const value = row['value'] as string | Uint8Array;
  const write = database.prepare(`update ${table} set ${column} = ? where rowid = ?`);
  const ledger = await openLedger(folder);
  for (let bit = 0; bit < Buffer.from(value).length * 8; bit++) {
    write.run(flip(value, bit), row['id'] ?? 0);
    expect((await fsck(ledger)).problem, `bit ${bit}`).not.toBeNull();
  }
  write.run(value, row['id'] ?? 0);
  expect((await fsck(ledger)).problem).toBeNull();
  await closeLedger(ledger);
  database.close();
});
