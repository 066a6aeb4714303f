/** Rotating keys: for a time old and new sign together, so that whoever knows either can go on; then the old one retires. */

import { formatCheckpoint, formatVerifierKey } from '@ombud/tlog';
import { generateKey, parsePrivateKey, signNote } from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import { closeLedger, ledgerAt, readCheckpoint, readKeys } from './ledger.ts';
import { readSigners } from './writer.ts';

/**
 * Adds a signing key; from now on checkpoints carry its signature beside the old ones.
 *
 * @returns the new verifier key, to be published before the old one is retired
 */
export async function addKey(location: string): Promise<string> {
  return withLedger(location, async (ledger) => {
    const pair = generateKey(ledger.origin);
    const { checkpoint } = await readCheckpoint(ledger);
    const signers = [...(await readSigners(ledger)), parsePrivateKey(pair.privateKey)];
    const note = signNote(formatCheckpoint(checkpoint), signers);
    // The private key first: a key that nobody was told of does no harm, a key that cannot sign does.
    await ledger.store.writeSecrets([...(await ledger.store.readSecrets()), pair.privateKey]);
    await ledger.store.db.transaction().execute(async (db) => {
      await db.insertInto('keys').values({ vkey: pair.verifierKey, retired: null }).execute();
      await db.updateTable('checkpoints').set({ note }).where('size', '=', checkpoint.size).execute();
    });
    return pair.verifierKey;
  });
}

/**
 * Retires a signing key and destroys its private half. Checkpoints and receipts that it signed stay verifiable with it.
 *
 * @param vkey the verifier key to retire
 * @throws OmbudError `OMBUD_E_LEDGER_KEY` where it does not sign now or is the only one
 */
export async function retireKey(location: string, vkey: string): Promise<void> {
  await withLedger(location, async (ledger) => {
    const signing = (await readKeys(ledger.store)).map(formatVerifierKey);
    if (!signing.includes(vkey))
      throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'does-not-sign', { key: vkey });
    if (signing.length === 1) throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'only-key');
    const { checkpoint } = await readCheckpoint(ledger);
    const staying = (await readSigners(ledger)).filter(({ key }) => formatVerifierKey(key) !== vkey);
    const secrets = (await ledger.store.readSecrets()).filter(
      (secret) => formatVerifierKey(parsePrivateKey(secret).key) !== vkey,
    );
    await ledger.store.db.transaction().execute(async (db) => {
      const note = signNote(formatCheckpoint(checkpoint), staying);
      await db
        .updateTable('keys')
        .set({ retired: new Date().toISOString() })
        .where('vkey', '=', vkey)
        .execute();
      await db.updateTable('checkpoints').set({ note }).where('size', '=', checkpoint.size).execute();
    });
    await ledger.store.writeSecrets(secrets);
  });
}

async function withLedger<T>(
  location: string,
  work: (ledger: Awaited<ReturnType<typeof ledgerAt>>) => Promise<T>,
) {
  const ledger = await ledgerAt(location, 'write');
  try {
    return await work(ledger);
  } finally {
    await closeLedger(ledger);
  }
}
