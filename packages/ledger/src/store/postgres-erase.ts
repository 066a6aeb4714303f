import { type Kysely, sql } from 'kysely';
import { runLength } from './run-length.ts';
import type { Tables } from './tables.ts';

/** Deletes what is set apart from the entries, and what finds the person again: one statement a table, however many people. */
export async function eraseRanges(
  db: Kysely<Tables>,
  ranges: readonly (readonly [number, number])[],
): Promise<void> {
  if (ranges.length === 0) return;
  const [firsts, lasts] = [ranges.map(([first]) => first), ranges.map(([, last]) => last)];
  const erased = sql`unnest(${firsts}::bigint[], ${lasts}::bigint[]) as erased (first, last)`;
  for (const table of ['payloads', 'attributes', 'recent_subjects'] as const)
    await sql`delete from ${sql.table(table)} as held using ${erased}
      where held.idx between erased.first and erased.last`.execute(db);
  await sql`delete from ${sql.table('subjects')} as held using ${erased}
    where held.run between erased.first / ${sql.lit(runLength)} and erased.last / ${sql.lit(runLength)}
      and held.idx between erased.first and erased.last`.execute(db);
  await db.updateTable('log').set({ scrub_due: 1 }).execute();
}
