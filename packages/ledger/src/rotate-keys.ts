/**
 * Rotating keys: for a time old and new sign together, so that whoever knows either can go on; then the old one retires.
 * Each change is an entry in which a key that signs already vouches for it, so that trust goes from key to key.
 */
import { randomBytes, sign } from 'node:crypto';
import { encodeBase64, type RandomBytes } from '@ombud/kernel';
import { formatVerifierKey } from '@ombud/tlog';
import { generateKey, parsePrivateKey, type Signer } from '@ombud/tlog/tree';
import type { Sealed } from './entry/draft.ts';
import { seal } from './entry/seal.ts';
import { ledgerErrors } from './errors.ts';
import { keyStatement, pinLines, readTrustedKeys } from './trusted-keys.ts';
import { openWriter, type Writer, type WriterOptions } from './write/writer.ts';

/**
 * Adds a signing key; from now on checkpoints carry its signature beside the old ones.
 *
 * @returns the new verifier key, to be published before the old one is retired
 */
export async function addKey(
  location: string,
  { random = randomBytes, ...options }: WriterOptions & { readonly random?: RandomBytes } = {},
): Promise<string> {
  return withWriter(location, options, async (writer) => {
    const { origin, store } = writer.ledger;
    const pair = generateKey(origin, 'ed25519', random);
    const entry = keyEntry(origin, 'add', pair.verifierKey, firstOf(writer.signers));
    const signers = [...writer.signers, parsePrivateKey(pair.privateKey)];
    // The private key first: a key that nobody was told of does no harm, a key that cannot sign does.
    await store.writeSecrets([...(await store.readSecrets()), pair.privateKey]);
    await writer.changeKeys(entry, { action: 'add', vkey: pair.verifierKey }, signers);
    await pin(writer);
    return pair.verifierKey;
  });
}

/**
 * Retires a signing key and destroys its private half. Checkpoints and receipts that it signed stay verifiable with it.
 *
 * @param vkey the verifier key to retire
 * @throws OmbudError `OMBUD_E_LEDGER_KEY` where it does not sign now or is the only one
 */
export async function retireKey(location: string, vkey: string, options: WriterOptions = {}): Promise<void> {
  await withWriter(location, options, async (writer) => {
    const { origin, store } = writer.ledger;
    const staying = writer.signers.filter(({ key }) => formatVerifierKey(key) !== vkey);
    if (staying.length === writer.signers.length)
      throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'does-not-sign', { key: vkey });
    if (staying.length === 0) throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'only-key');
    const entry = keyEntry(origin, 'retire', vkey, firstOf(staying));
    await writer.changeKeys(entry, { action: 'retire', vkey }, staying);
    await pin(writer);
    const secrets = await store.readSecrets();
    await store.writeSecrets(secrets.filter((secret) => verifierOf(secret) !== vkey));
  });
}

function verifierOf(secret: string): string | null {
  return secret.startsWith('PRIVATE+KEY+') ? formatVerifierKey(parsePrivateKey(secret).key) : null;
}

function firstOf(signers: readonly Signer[]): Signer {
  const [first] = signers;
  if (first === undefined) throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'only-key');
  return first;
}

function keyEntry(origin: string, action: 'add' | 'retire', key: string, by: Signer): Sealed {
  const signature = encodeBase64(
    new Uint8Array(sign(null, keyStatement(origin, action, key), by.privateKey)),
  );
  return seal({ kind: 'key', action, key, by: formatVerifierKey(by.key), signature });
}

/** The pins follow, so that a retired key that is stolen later opens nothing. */
async function pin({ ledger }: Writer): Promise<void> {
  const { store, origin, trust } = ledger;
  if ((await store.readPins()) === null) return;
  await store.writePins(
    pinLines(await readTrustedKeys(store, origin, trust.origin === 'handed-in' ? trust.all : [])),
  );
}

async function withWriter<T>(
  location: string,
  options: WriterOptions,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  const writer = await openWriter(location, options);
  try {
    return await work(writer);
  } finally {
    await writer.close();
  }
}
