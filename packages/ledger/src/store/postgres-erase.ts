import type { Kysely } from 'kysely';
import { runLength } from './queries.ts';
import type { Tables } from './tables.ts';

/** Deletes what is set apart from the entries, and what finds the person again. */
export async function eraseRanges(
  db: Kysely<Tables>,
  ranges: readonly (readonly [number, number])[],
): Promise<void> {
  for (const [first, last] of ranges) {
    for (const table of ['payloads', 'attributes', 'recent_subjects'] as const)
      await db
        .deleteFrom(table as 'payloads')
        .where('idx', '>=', first)
        .where('idx', '<=', last)
        .execute();
    await db
      .deleteFrom('subjects')
      .where('run', '>=', Math.floor(first / runLength))
      .where('run', '<=', Math.floor(last / runLength))
      .where('idx', '>=', first)
      .where('idx', '<=', last)
      .execute();
  }
  await db.updateTable('log').set({ scrub_due: 1 }).execute();
}
