/** Whoever may write the database may make other tables of the same names: what is read from them is not the ledger. */
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { decision, logOrigin, temporaryFolder } from '../../test/helpers.ts';
import { testStores } from '../../test/stores.ts';
import { closeLedger, createLedger, fsck, openLedger, openWriter } from '../index.ts';
import { inOrder } from './in-order.ts';
import type { StoredEntry } from './store.ts';

const { stores } = testStores();

async function newLedger(location: string): Promise<string> {
  await createLedger(location, logOrigin);
  const writer = await openWriter(location);
  await writer.appendMany(Array.from({ length: 20 }, (_, i) => decision(`s-${i}`)));
  await writer.close();
  return location;
}

async function runSql(location: string, text: string): Promise<void> {
  if (location.startsWith('postgres')) {
    const client = new pg.Client(location);
    await client.connect();
    await client.query(text);
    await client.end();
  } else {
    const database = new DatabaseSync(`${location}/ledger.db`);
    database.enableDefensive?.(false);
    database.exec(text);
    database.close();
  }
}

const refused = { code: 'OMBUD_E_LEDGER_CORRUPT', reason: 'schema' };

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('a table without its key, and a view, are refused to readers and writers', async () => {
    const location = await newLedger(place());
    await runSql(
      location,
      'create table other as select * from payloads; drop table payloads; alter table other rename to payloads',
    );
    await expect(openLedger(location)).rejects.toMatchObject(refused);
    await expect(openWriter(location)).rejects.toMatchObject(refused);
    await runSql(
      location,
      'alter table payloads rename to other; create view payloads as select * from other',
    );
    await expect(openLedger(location)).rejects.toMatchObject(refused);
  });

  test.skipIf(skip)('fsck finds rows before the first entry', async () => {
    const location = await newLedger(place());
    await runSql(
      location,
      'insert into payloads (idx, about, salt, body) select -1, about, salt, body from payloads where idx = 3',
    );
    const ledger = await openLedger(location);
    const { problem } = await fsck(ledger);
    await closeLedger(ledger);
    expect(problem).toMatchObject({ reason: 'row-beyond-end', params: { table: 'payloads' } });
  });
});

describe.each(stores.filter(({ name }) => name.startsWith('PostgreSQL')))('$name', ({ skip, place }) => {
  test.skipIf(skip).each([
    ['a table that inherits', 'create table other () inherits (payloads)'],
    ['a policy', 'alter table attributes enable row level security'],
    [
      'a trigger',
      'create function nothing() returns trigger language plpgsql as $$ begin return null; end $$; create trigger other before insert on entries for each row execute function nothing()',
    ],
    ['a rule', 'create rule other as on delete to entries do instead nothing'],
    ['no key', 'alter table tiles drop constraint tiles_key'],
  ])('%s is refused', async (_, text) => {
    const location = await newLedger(place());
    await runSql(location, text);
    await expect(openLedger(location)).rejects.toMatchObject(refused);
  });
});

test('a row that comes twice, or is no entry’s, ends a reading', async () => {
  const row = (index: number): StoredEntry => ({ index, entry: '', payload: null, attributes: null });
  const read = async (...pages: number[][]): Promise<number[]> => {
    const all: number[] = [];
    const given = (async function* () {
      for (const page of pages) yield page.map(row);
    })();
    for await (const page of inOrder(given, 4)) all.push(...page.map(({ index }) => index));
    return all;
  };
  expect(await read([4, 5], [7, 8])).toEqual([4, 5, 7, 8]);
  const twice = { code: 'OMBUD_E_LEDGER_CORRUPT', reason: 'row-twice' };
  await expect(read([4, 4])).rejects.toMatchObject(twice);
  await expect(read([4, 5], [5, 6])).rejects.toMatchObject(twice);
  await expect(read([4, 4.5])).rejects.toMatchObject(twice);
  await expect(read([3])).rejects.toMatchObject(twice);
});

test('a tile that is a text is no tile', async () => {
  const location = await newLedger(`${temporaryFolder()}/ledger`);
  await runSql(location, "update tiles set hashes = 'x'");
  const ledger = await openLedger(location);
  const { problem } = await fsck(ledger);
  await closeLedger(ledger);
  expect(problem).toMatchObject({ reason: 'tile-missing' });
});

test('a text that is null, made up for by a line feed in another, under the schema as it was', async () => {
  const location = await newLedger(`${temporaryFolder()}/ledger`);
  const sqlOf = (name: string) => `(select sql from made where name = '${name}')`;
  await runSql(
    location,
    `create table made as select name, sql from sqlite_master;
     create table other (idx integer primary key, body text);
     insert into other select idx, body from entries;
     update other set body = body || char(10) || (select body from other where idx = 6) where idx = 5;
     update other set body = null where idx = 6;
     drop table entries; alter table other rename to entries;
     create index entries_erasure on entries (idx) where substr(body, 1, 11) = '{"because":';
     create index entries_evidence on entries (idx) where substr(body, 1, 14) = '{"checkpoint":';
     pragma writable_schema = 1;
     update sqlite_master set sql = ${sqlOf('entries')} where name = 'entries';
     update sqlite_master set sql = ${sqlOf('entries_erasure')} where name = 'entries_erasure';
     update sqlite_master set sql = ${sqlOf('entries_evidence')} where name = 'entries_evidence';
     pragma writable_schema = 0`,
  );
  const ledger = await openLedger(location);
  for (const threads of [0, 2]) {
    const { problem } = await fsck(ledger, { threads });
    expect(problem).toMatchObject({ reason: 'entry-form', params: { index: 6 } });
  }
  await closeLedger(ledger);
});

test('rows that are made twice by a view while the ledger is open are counted by nobody', async () => {
  const location = await newLedger(`${temporaryFolder()}/ledger`);
  const ledger = await openLedger(location);
  await runSql(
    location,
    'alter table payloads rename to other; create view payloads as select * from other union all select * from other',
  );
  const { problem } = await fsck(ledger, { threads: 0 });
  await closeLedger(ledger);
  expect(problem).toMatchObject({ reason: 'row-twice' });
});
