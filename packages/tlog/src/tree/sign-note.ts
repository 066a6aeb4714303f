import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign as signBytes,
} from 'node:crypto';
import { concatBytes, decodeBase64, encodeBase64, encodeUtf8, type RandomBytes } from '@ombud/kernel';
import { cosignatureMessage, encodeCosignature } from '../verify/cosignature.ts';
import { tlogErrors } from '../verify/errors.ts';
import {
  formatKeyId,
  formatVerifierKey,
  type KeyType,
  keyTypeByte,
  keyTypeOf,
  makeVerifierKey,
  type VerifierKey,
} from '../verify/key.ts';
import { formatNote, formatSignatureLine, isNoteText } from '../verify/note.ts';

/** A key that signs: the public half, and the private half as node:crypto keeps it. */
export interface Signer {
  readonly key: VerifierKey;
  readonly privateKey: KeyObject;
}

/** A new key in its two text forms: the private one to be kept secret, the verifier key to be published. */
export interface KeyPair {
  readonly privateKey: string;
  readonly verifierKey: string;
}

// An Ed25519 private key in PKCS #8 is these bytes and the 32 bytes of the seed (RFC 8410, 7).
const pkcs8 = Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);

/**
 * Makes a new key.
 *
 * @param type `ed25519` for a log, `cosignature` for a witness
 * @param random gives the 32 bytes of the seed (RFC 8032, 5.1.5); the system's own where left out
 * @throws OmbudError KEY for a name that is empty or has spaces or a plus sign
 * @example const { privateKey, verifierKey } = generateKey('example.org/loans');
 */
export function generateKey(
  name: string,
  type: KeyType = 'ed25519',
  random: RandomBytes = randomBytes,
): KeyPair {
  const seed = Uint8Array.from(random(32));
  const { key } = signerOf(name, type, seed);
  const secret = encodeBase64(concatBytes(Uint8Array.of(keyTypeByte(type)), seed));
  return {
    privateKey: `PRIVATE+KEY+${name}+${formatKeyId(key.id)}+${secret}`,
    verifierKey: formatVerifierKey(key),
  };
}

/**
 * Reads a private key, `PRIVATE+KEY+name+hex(id)+base64(type || seed)`, the text form of Go's sumdb note package.
 *
 * @throws OmbudError KEY where it cannot be read or its id is not its key's; no message shows the key
 */
export function parsePrivateKey(text: string): Signer {
  const [, name, hexId, material] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = decodeBase64(material ?? '');
  const type = keyTypeOf(bytes?.[0]);
  if (name === undefined || hexId === undefined || bytes?.length !== 33 || type === null) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'private-form');
  }
  const signer = signerOf(name, type, bytes.slice(1));
  if (formatKeyId(signer.key.id) !== hexId) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'private-id', {
      name,
      said: hexId,
      id: formatKeyId(signer.key.id),
    });
  }
  return signer;
}

/**
 * Signs a text with log keys.
 *
 * @returns the signed note
 * @throws OmbudError NOTE for a text that cannot be signed, KEY for no signer or a witness key
 * @example signNote(formatCheckpoint(checkpoint), [parsePrivateKey(secret)]);
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  requireText(text);
  if (signers.length === 0) throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'no-signer');
  const signatures = signers.map(({ key, privateKey }) => {
    if (key.type !== 'ed25519')
      throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'witness-key-signs', { name: key.name });
    const signature = new Uint8Array(signBytes(null, encodeUtf8(text), privateKey));
    return { name: key.name, id: key.id, signature };
  });
  return formatNote({ text, signatures });
}

/**
 * Cosigns a note's text as a witness (C2SP tlog-cosignature).
 *
 * @param text the text without signatures
 * @param time seconds since 1970
 * @returns the signature line, to be appended to the signed note
 * @throws OmbudError NOTE for a text that cannot be signed, KEY for a log key, RANGE for a time that is not whole
 */
export function cosign(text: string, { key, privateKey }: Signer, time: number): string {
  requireText(text);
  if (key.type !== 'cosignature')
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'log-key-cosigns', { name: key.name });
  if (!Number.isSafeInteger(time) || time < 0) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RANGE', 'cosignature-time');
  }
  const signature = new Uint8Array(signBytes(null, cosignatureMessage(text, time), privateKey));
  return formatSignatureLine({ name: key.name, id: key.id, signature: encodeCosignature(time, signature) });
}

function signerOf(name: string, type: KeyType, seed: Uint8Array): Signer {
  const der = Buffer.from(concatBytes(pkcs8, seed));
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = Uint8Array.from(Buffer.from(x ?? '', 'base64url'));
  return { key: makeVerifierKey(name, type, publicKey), privateKey };
}

function requireText(text: string): void {
  if (isNoteText(text)) return;
  throw tlogErrors.error('OMBUD_E_VERIFY_NOTE', 'text-to-sign');
}
