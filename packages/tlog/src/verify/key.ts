import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, decodeBase64, encodeBase64, encodeUtf8 } from '@ombud/kernel';
import { tlogErrors } from './errors.ts';

/** What a key signs: whole notes (type 1), or notes together with a time, as witnesses do (type 4). */
export type KeyType = 'ed25519' | 'cosignature';

/** A public key that is trusted by its owner's name. Make one with {@link parseVerifierKey} or {@link makeVerifierKey}. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of the key's hash, as an unsigned number. */
  readonly id: number;
  readonly type: KeyType;
  /** 32 bytes (RFC 8032), canonical and of prime order. */
  readonly publicKey: Uint8Array;
}

const typeByte: Readonly<Record<KeyType, number>> = { ed25519: 1, cosignature: 4 };

/** The signature type byte of a key type (C2SP signed-note). */
export function keyTypeByte(type: KeyType): number {
  return typeByte[type];
}

/** The key type of a signature type byte, or null for a type that is not supported. */
export function keyTypeOf(byte: number | undefined): KeyType | null {
  switch (byte) {
    case 1:
      return 'ed25519';
    case 4:
      return 'cosignature';
    default:
      return null;
  }
}

/** Whether a key may have this name: not empty, no Unicode space, no control character and no plus sign. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  return name.length > 0 && name.isWellFormed() && !/[\p{White_Space}+\u0000-\u001f\u007f]/u.test(name);
}

/** Key id: the first four bytes of SHA-256(name || 0A || type || public key) as an unsigned number. */
export function keyId(name: string, type: KeyType, publicKey: Uint8Array): number {
  const hash = sha256(concatBytes(encodeUtf8(name), Uint8Array.of(0x0a, keyTypeByte(type)), publicKey));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

/**
 * A verifier key from its parts.
 *
 * @throws OmbudError KEY for a name or length that cannot be; WEAK_KEY for a public key whose signatures prove nothing
 */
export function makeVerifierKey(name: string, type: KeyType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'name', { name });
  }
  requireStrongKey(name, publicKey);
  return { name, id: keyId(name, type, publicKey), type, publicKey };
}

/**
 * Reads a verifier key, `name+hex(id)+base64(type || public key)`.
 *
 * @throws OmbudError KEY where it cannot be read or its id is not its key's; WEAK_KEY where its signatures prove nothing
 * @example parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
 */
export function parseVerifierKey(vkey: string): VerifierKey {
  const [, name, hexId, material] = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey.trim()) ?? [];
  if (name === undefined || hexId === undefined || material === undefined) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'form');
  }
  const bytes = decodeBase64(material);
  const type = keyTypeOf(bytes?.[0]);
  if (bytes === null || type === null) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'type', { name });
  }
  // The id first: a wrong letter makes another key, most of which are weak, and that is not what went wrong.
  const id = formatKeyId(keyId(name, type, bytes.slice(1)));
  if (id !== hexId) throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'id', { name, said: hexId, id });
  return makeVerifierKey(name, type, bytes.slice(1));
}

/** The text form of a verifier key, as {@link parseVerifierKey} reads it. */
export function formatVerifierKey(key: VerifierKey): string {
  const material = concatBytes(Uint8Array.of(keyTypeByte(key.type)), key.publicKey);
  return `${key.name}+${formatKeyId(key.id)}+${encodeBase64(material)}`;
}

/** A key id as eight hexadecimal digits. */
export function formatKeyId(id: number): string {
  return id.toString(16).padStart(8, '0');
}

/**
 * Whether a public key has one canonical encoding and lies in the group of prime order. For a key of small order one
 * signature fits many texts, and for a key of mixed order verifiers disagree, so that a receipt could be repudiated.
 * node:crypto accepts such keys.
 */
export function isStrongKey(publicKey: Uint8Array): boolean {
  const point = decodePoint(publicKey);
  return point !== null && !point.isSmallOrder() && point.isTorsionFree();
}

/**
 * Whether an Ed25519 signature is valid, read as strictly as RFC 8032 allows: S below the group order, the points in
 * their canonical encoding and in the group of prime order. There the cofactored equation of this library and the
 * cofactorless one of Go and OpenSSL agree.
 */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  // The cheap question first; most wrong signatures end here.
  if (!ed25519.verify(signature, message, publicKey, { zip215: false })) return false;
  return isStrongKey(publicKey) && decodePoint(signature.slice(0, 32))?.isTorsionFree() === true;
}

function decodePoint(bytes: Uint8Array): ReturnType<typeof ed25519.Point.fromBytes> | null {
  try {
    return ed25519.Point.fromBytes(bytes, false);
  } catch {
    return null;
  }
}

function requireStrongKey(name: string, publicKey: Uint8Array): void {
  if (publicKey.length !== 32) {
    throw tlogErrors.error('OMBUD_E_VERIFY_KEY', 'length', { name, bytes: publicKey.length });
  }
  if (isStrongKey(publicKey)) return;
  throw tlogErrors.error('OMBUD_E_VERIFY_WEAK_KEY', 'weak', { name });
}
