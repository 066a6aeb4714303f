import { randomBytes } from 'node:crypto';
import type { RandomBytes } from '@ombud/kernel';
import { emptyRoot, formatCheckpoint, isKeyName } from '@ombud/tlog';
import { generateKey, type KeyPair, parsePrivateKey, signNote } from '@ombud/tlog/tree';
import { ledgerErrors } from './errors.ts';
import { newIndexKey } from './secrets.ts';
import { openStore } from './store/open-store.ts';

/**
 * Makes a ledger: its keys, its tables and a signed checkpoint of nothing. In a folder the verifier key is pinned beside
 * the private one.
 *
 * @param origin the log's name for good, by custom a host and path without scheme, `ombud.example.org/loans`
 * @param random must be unpredictable: the system's own where left out
 * @returns the verifier key, to be published where people will look for it
 * @throws OmbudError `OMBUD_E_LEDGER_EXISTS`, `OMBUD_E_LEDGER_ORIGIN` or what the store says
 * @example const vkey = await createLedger('./decisions', 'ombud.example.org/loans');
 */
export async function createLedger(
  location: string,
  origin: string,
  random: RandomBytes = randomBytes,
): Promise<string> {
  if (!isKeyName(origin)) throw ledgerErrors.error('OMBUD_E_LEDGER_ORIGIN', 'form', { origin });
  const pair = generateKey(origin, 'ed25519', random);
  const store = await openStore(location, 'create');
  try {
    await store.writeSecrets([pair.privateKey, newIndexKey(random)]);
    await store.writePins([pair.verifierKey]);
    await store.initialise(origin, pair.verifierKey, emptyNote(origin, pair));
  } finally {
    await store.close();
  }
  return pair.verifierKey;
}

function emptyNote(origin: string, pair: KeyPair): string {
  const text = formatCheckpoint({ origin, size: 0, root: emptyRoot() });
  return signNote(text, [parsePrivateKey(pair.privateKey)]);
}
