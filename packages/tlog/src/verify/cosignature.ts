import { encodeUtf8 } from '@ombud/kernel';
import { verifyEd25519 } from './key.ts';

/**
 * The message that a witness signs: `cosignature/v1`, the time in seconds since 1970, and the whole note text
 * (C2SP tlog-cosignature).
 */
export function cosignatureMessage(noteText: string, time: number): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${time}\n${noteText}`);
}

/** The bytes of a cosignature: the time as 64 bits big-endian, then 64 bytes of Ed25519 signature. */
export function encodeCosignature(time: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  bytes.set(signature, 8);
  return bytes;
}

/**
 * Verifies a cosignature over a note text and gives its time in seconds since 1970, or null where it is not valid.
 */
export function openCosignature(
  noteText: string,
  cosignature: Uint8Array,
  publicKey: Uint8Array,
): number | null {
  if (cosignature.length !== 72) return null;
  const time = Number(new DataView(cosignature.buffer, cosignature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(time)) return null;
  const message = cosignatureMessage(noteText, time);
  return verifyEd25519(cosignature.slice(8), message, publicKey) ? time : null;
}
