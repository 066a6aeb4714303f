/** What somebody inside can do to a ledger: with the database alone, and with the stolen key too. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { formatCheckpoint } from '@ombud/tlog';
import { appendLeaves, leafHashLatin1, openRange, rangeRoot, rangeTiles, signNote } from '@ombud/tlog/tree';
import { closeLedger, ledgerAt } from '../src/open-ledger.ts';
import { readSigners } from '../src/secrets.ts';
import type { NewEntry } from '../src/store/store.ts';

/** Runs SQL in the database of a folder. */
export function changeDatabase(folder: string, text: string): void {
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  database.exec(text);
  database.close();
}

/** An entry as the insider writes it. */
export interface ForgedEntry {
  readonly entry: string;
  readonly payload?: { readonly salt: string; readonly body: string };
  readonly about?: number;
}

/** Adds entries of any content and signs the tree with the ledger's own key. */
export async function forge(folder: string, forged: readonly ForgedEntry[], time?: string): Promise<void> {
  const ledger = await ledgerAt(folder, 'write');
  const { store, origin } = ledger;
  const { size, lastTime } = await store.readLog();
  const range = openRange(size, await store.readTiles(rangeTiles(size)));
  const tiles = appendLeaves(
    range,
    forged.map(({ entry }) => leafHashLatin1(entry)),
  );
  const text = formatCheckpoint({ origin, size: range.size, root: rangeRoot(range) });
  await store.commit({
    from: size,
    size: range.size,
    time: time ?? lastTime,
    entries: forged.map(
      ({ entry, payload, about }, i): NewEntry => ({
        index: size + i,
        entry,
        about: about ?? null,
        payload: payload ?? null,
        attributes: null,
        subject: null,
        request: null,
      }),
    ),
    indexKey: new Uint8Array(32),
    tiles,
    note: signNote(text, await readSigners(ledger)),
    erase: [],
    forget: [],
    keys: [],
    inOne: true,
    within: null,
  });
  await closeLedger(ledger);
}

/** Adds entries that stand in the log already, with all that they commit to, and signs the tree. */
export async function repeatEntries(folder: string, indexes: readonly number[]): Promise<void> {
  const ledger = await ledgerAt(folder, 'read');
  const { lastTime, size } = await ledger.store.readLog();
  const forged: ForgedEntry[] = [];
  for (const index of indexes) {
    const entry = await ledger.store.readEntry(index);
    const { salt = '', body = '' } = (await ledger.store.readPayload(index)) ?? {};
    forged.push({ entry: entry.replace(/"time":"[^"]*"/, `"time":"${lastTime}"`), payload: { salt, body } });
  }
  await closeLedger(ledger);
  await forge(folder, forged);
  for (const [i, index] of indexes.entries())
    changeDatabase(
      folder,
      `insert into attributes select ${size + i}, salt, body from attributes where idx = ${index}`,
    );
}

/** Puts the database of another folder in the place of this one's. */
export function replaceDatabase(folder: string, other: string): void {
  for (const file of ['ledger.db', 'ledger.db-wal', 'ledger.db-shm']) {
    rmSync(join(folder, file), { force: true });
    if (existsSync(join(other, file))) cpSync(join(other, file), join(folder, file));
  }
}
