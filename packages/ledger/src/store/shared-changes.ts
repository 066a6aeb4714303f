/** Changes that are the same for both databases. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The first rows of a new ledger, on either database. */
export async function initialise(
  db: Kysely<Tables>,
  origin: string,
  vkey: string,
  note: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('keys')
      .values({ vkey, retired: null, added_by: null, retired_by: null })
      .execute();
    await transaction.insertInto('checkpoints').values({ size: 0, note, kept: 0 }).execute();
    await transaction
      .insertInto('log')
      .values({ id: 1, origin, size: 0, last_time: '', scrub_due: 0, indexed: 0 })
      .execute();
  });
}

/** Stores a checkpoint anew, on either database; one that a witness cosigned stays for good. */
export async function saveCheckpoint(
  db: Kysely<Tables>,
  size: number,
  note: string,
  witness: { readonly vkey: string; readonly url: string } | null,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (witness === null) {
      await transaction.updateTable('checkpoints').set({ note }).where('size', '=', size).execute();
      return;
    }
    const { vkey, url } = witness;
    await transaction
      .insertInto('checkpoints')
      .values({ size, note, kept: 1 })
      .onConflict((c) => c.column('size').doUpdateSet({ note, kept: 1 }))
      .execute();
    await transaction
      .insertInto('witnesses')
      .values({ vkey, url, size })
      .onConflict((c) => c.column('vkey').doUpdateSet({ url, size }))
      .execute();
  });
}
