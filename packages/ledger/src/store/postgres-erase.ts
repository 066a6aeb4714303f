import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Deletes what is set apart from the entries: one statement a table, however many people. */
export async function eraseRanges(
  db: Kysely<Tables>,
  ranges: readonly (readonly [number, number])[],
): Promise<void> {
  if (ranges.length === 0) return;
  const [firsts, lasts] = [ranges.map(([first]) => first), ranges.map(([, last]) => last)];
  const erased = sql`unnest(${firsts}::bigint[], ${lasts}::bigint[]) as erased (first, last)`;
  for (const table of ['payloads', 'attributes'] as const)
    await sql`delete from ${sql.table(table)} as held using ${erased}
      where held.idx between erased.first and erased.last`.execute(db);
  await db.updateTable('log').set({ scrub_due: 1 }).execute();
}
