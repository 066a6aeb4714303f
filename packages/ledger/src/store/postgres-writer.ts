/** What one commit writes into PostgreSQL, inside its transaction: a statement a table, whatever the number of rows. */
import { type Kysely, sql } from 'kysely';
import { fenced } from '../errors.ts';
import { rowsOf, subjectRecords } from './commit-rows.ts';
import { eraseRanges } from './postgres-erase.ts';
import type { Commit } from './store.ts';
import { run } from './subjects/asking.ts';
import { kyselySubjects } from './subjects/kysely-subjects.ts';
import { addEntries, forget } from './subjects/subject-index.ts';
import type { Tables } from './tables.ts';

/** @throws OmbudError `OMBUD_E_LEDGER_FENCED` where the log is not what the writer believes */
export async function writeCommit(db: Kysely<Tables>, commit: Commit): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('log')
    .set({ size: commit.size, last_time: commit.time, indexed: commit.size })
    .where('size', '=', commit.from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw fenced();
  await insertEntries(db, commit);
  await insertApart(db, commit);
  await insertIndexes(db, commit);
  await insertTree(db, commit);
  await changeKeys(db, commit);
  if (commit.erase.length > 0) await eraseRanges(db, commit.erase);
  await run(forget(commit.forget), kyselySubjects(db));
}

async function insertEntries(db: Kysely<Tables>, { from, entries }: Commit): Promise<void> {
  await sql`insert into ${sql.table('entries')} select ${from}::bigint + n - 1, body
    from unnest(${entries.map(({ entry }) => entry)}::text[]) with ordinality as t(body, n)`.execute(db);
}

async function insertApart(db: Kysely<Tables>, { entries }: Commit): Promise<void> {
  const payloads = entries.flatMap(({ index, about, payload }) =>
    payload === null ? [] : [{ index, about, ...payload }],
  );
  if (payloads.length > 0)
    await sql`insert into ${sql.table('payloads')} (idx, about, salt, body) select * from unnest(
      ${payloads.map((row) => row.index)}::bigint[], ${payloads.map((row) => row.about)}::bigint[],
      ${payloads.map((row) => row.salt)}::text[], ${payloads.map((row) => row.body)}::text[])`.execute(db);
  const attributes = entries.flatMap(({ index, attributes: secret }) =>
    secret === null ? [] : [{ index, ...secret }],
  );
  if (attributes.length > 0)
    await sql`insert into ${sql.table('attributes')} (idx, salt, body) select * from unnest(
      ${attributes.map((row) => row.index)}::bigint[], ${attributes.map((row) => row.salt)}::text[],
      ${attributes.map((row) => row.body)}::text[])`.execute(db);
}

async function insertIndexes(db: Kysely<Tables>, commit: Commit): Promise<void> {
  const { entries, from, size } = commit;
  const requests = entries.flatMap(({ index, request }) => (request === null ? [] : [{ index, ...request }]));
  if (requests.length > 0)
    await sql`insert into ${sql.table('requests')} (token, idx, content) select * from unnest(
      ${requests.map((row) => row.token)}::text[], ${requests.map((row) => row.index)}::bigint[],
      ${requests.map((row) => row.content)}::text[])`.execute(db);
  await run(addEntries(from, size, subjectRecords(rowsOf(commit))), kyselySubjects(db));
}

async function insertTree(db: Kysely<Tables>, { tiles, size, note }: Commit): Promise<void> {
  for (const { level, index, bytes } of tiles)
    await db
      .insertInto('tiles')
      .values({ level, idx: index, hashes: Buffer.from(bytes) })
      .onConflict((c) =>
        c.columns(['level', 'idx']).doUpdateSet((eb) => ({ hashes: eb.ref('excluded.hashes') })),
      )
      .execute();
  await db.deleteFrom('checkpoints').where('kept', '=', 0).execute();
  await db.insertInto('checkpoints').values({ size, note, kept: 0 }).execute();
}

async function changeKeys(db: Kysely<Tables>, { keys, time }: Commit): Promise<void> {
  for (const { action, vkey, index } of keys)
    if (action === 'add')
      await db
        .insertInto('keys')
        .values({ vkey, retired: null, added_by: index, retired_by: null })
        .execute();
    else
      await db
        .updateTable('keys')
        .set({ retired: time, retired_by: index })
        .where('vkey', '=', vkey)
        .execute();
}
