import { emptyRoot, formatCheckpoint, isKeyName } from '@ombud/tlog';
import { generateKey, type KeyPair, parsePrivateKey, signNote } from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import { openStore } from './store/open.ts';

/**
 * Makes a ledger: its keys, its tables and a signed checkpoint of nothing.
 *
 * @param origin the log's name for good, by custom a host and path without scheme, `ombud.example.org/loans`
 * @returns the verifier key, to be published where people will look for it
 * @throws OmbudError `OMBUD_E_LEDGER_EXISTS`, `OMBUD_E_LEDGER_ORIGIN` or what the store says
 * @example const vkey = await createLedger('./decisions', 'ombud.example.org/loans');
 */
export async function createLedger(location: string, origin: string): Promise<string> {
  if (!isKeyName(origin)) throw ledgerErrors.error('OMBUD_E_LEDGER_ORIGIN', 'form', { origin });
  const pair = generateKey(origin);
  const store = await openStore(location, 'create');
  try {
    await store.writeSecrets([pair.privateKey]);
    await store.db.transaction().execute(async (db) => {
      await db.insertInto('keys').values({ vkey: pair.verifierKey, retired: null }).execute();
      await db
        .insertInto('checkpoints')
        .values({ size: 0, note: emptyNote(origin, pair), kept: 0 })
        .execute();
      await db.insertInto('log').values({ id: 1, origin, size: 0, last_time: '', scrub_due: 0 }).execute();
    });
  } finally {
    await store.close();
  }
  return pair.verifierKey;
}

function emptyNote(origin: string, pair: KeyPair): string {
  const text = formatCheckpoint({ origin, size: 0, root: emptyRoot() });
  return signNote(text, [parsePrivateKey(pair.privateKey)]);
}
