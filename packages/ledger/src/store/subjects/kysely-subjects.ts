/** Kysely answers what the index of subjects asks: PostgreSQL's readers and writer, and the migrations of both databases. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Ask, Block, Recent, Sought } from './asking.ts';
import type { Place } from './levels.ts';

/** @param db a transaction, where something is to be changed */
export function kyselySubjects(db: Kysely<Tables>): (ask: Ask) => Promise<unknown> {
  const keep = (recent: Recent) =>
    db
      .insertInto('recent_subjects')
      .values({ idx: recent.first, records: bytes(recent.records) })
      .execute();
  return async (ask) => {
    switch (ask.ask) {
      case 'levels':
        return (await db.selectFrom('subject_levels').select('come').orderBy('level').execute()).map(
          ({ come }) => come,
        );
      case 'recent':
        return db.selectFrom('recent_subjects').select(['idx as first', 'records']).orderBy('idx').execute();
      case 'recentWith':
        return recentWith(db, ask.tokens);
      case 'blocksWith':
        return blocksWith(db, ask.sought);
      case 'blocks':
        return readBlocks(db, ask.places);
      case 'keep':
        return keep(ask.recent);
      case 'rewriteRecent':
        return db
          .updateTable('recent_subjects')
          .set({ records: bytes(ask.recent.records) })
          .where('idx', '=', ask.recent.first)
          .execute();
      case 'clearRecent':
        return db.deleteFrom('recent_subjects').execute();
      case 'insert':
        return insert(db, ask.blocks);
      case 'rewrite':
        return rewrite(db, ask.block);
      case 'replace':
        await remove(db, ask.old);
        return insert(db, ask.blocks);
      case 'setLevel':
        return setLevel(db, ask.level, ask.come);
    }
  };
}

async function recentWith(db: Kysely<Tables>, tokens: readonly Uint8Array[]): Promise<Recent[]> {
  const { rows } = await sql<Recent>`select idx as first, records from ${sql.table('recent_subjects')}
    where exists (select from unnest(${tokens.map(bytes)}::bytea[]) as t (token) where position(t.token in records) > 0)
    order by idx`.execute(db);
  return rows;
}

/** Looked through where they lie: a block is long, and few of them hold anybody. */
async function blocksWith(db: Kysely<Tables>, sought: readonly Sought[]): Promise<Block[]> {
  const { rows } =
    await sql<Block>`select distinct on (b.level, b.slot, b.part) b.level, b.slot, b.part, b.records
    from unnest(${sought.map(({ level }) => level)}::int[], ${sought.map(({ slot }) => slot)}::bigint[],
      ${sought.map(({ token }) => bytes(token))}::bytea[]) as t (level, slot, token)
    join ${sql.table('subject_blocks')} as b
      on b.level = t.level and b.slot = t.slot and position(t.token in b.records) > 0`.execute(db);
  return rows;
}

/** As the drivers take them. */
const bytes = (records: Uint8Array): Buffer =>
  Buffer.from(records.buffer, records.byteOffset, records.length);

const readBlocks = (db: Kysely<Tables>, places: readonly Place[]): Promise<Block[]> =>
  db
    .selectFrom('subject_blocks')
    .selectAll()
    .where((eb) =>
      eb.or(
        Array.from(
          Map.groupBy(places, ({ level }) => level),
          ([level, some]) =>
            eb.and([
              eb('level', '=', level),
              eb(
                'slot',
                'in',
                some.map(({ slot }) => slot),
              ),
            ]),
        ),
      ),
    )
    .orderBy('level')
    .orderBy('slot')
    .orderBy('part')
    .execute();

async function insert(db: Kysely<Tables>, blocks: readonly Block[]): Promise<void> {
  if (blocks.length === 0) return;
  const rows = blocks.map((block) => ({ ...block, records: bytes(block.records) }));
  await db.insertInto('subject_blocks').values(rows).execute();
}

async function rewrite(db: Kysely<Tables>, { level, slot, part, records }: Block): Promise<void> {
  await db
    .updateTable('subject_blocks')
    .set({ records: bytes(records) })
    .where('level', '=', level)
    .where('slot', '=', slot)
    .where('part', '=', part)
    .execute();
}

async function remove(db: Kysely<Tables>, blocks: readonly Block[]): Promise<void> {
  for (const [level, some] of Map.groupBy(blocks, (block) => block.level))
    await db
      .deleteFrom('subject_blocks')
      .where('level', '=', level)
      .where('slot', 'in', [...new Set(some.map(({ slot }) => slot))])
      .execute();
}

async function setLevel(db: Kysely<Tables>, level: number, come: number): Promise<void> {
  await db
    .insertInto('subject_levels')
    .values({ level, come })
    .onConflict((conflict) => conflict.column('level').doUpdateSet({ come }))
    .execute();
}
