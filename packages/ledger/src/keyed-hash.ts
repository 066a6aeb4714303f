/**
 * HMAC-SHA256 (RFC 2104) by two calls of `crypto.hash`: a token is made for every entry, and `createHmac` costs four times
 * as much. The test compares it with `createHmac`.
 */
import { hash } from 'node:crypto';

const BLOCK = 64;
const DIGEST = 32;
const INNER = 0x36;
const OUTER = 0x5c;

/** Gives the HMAC of a text in base64url. */
export type KeyedHash = (text: string) => string;

/**
 * @param key at most 64 bytes
 * @example const token = keyedHash(key)('subject\ns-1');
 */
export function keyedHash(key: Uint8Array): KeyedHash {
  if (key.length > BLOCK) throw new RangeError('a key of this hash has at most 64 bytes');
  let inner = padded(key, INNER, 1024);
  const outer = padded(key, OUTER, DIGEST);
  return (text) => {
    // Three bytes of UTF-8 a code unit at most.
    if (BLOCK + 3 * text.length > inner.length) inner = padded(key, INNER, 6 * text.length);
    const length = inner.write(text, BLOCK, 'utf8');
    outer.write(hash('sha256', inner.subarray(0, BLOCK + length), 'binary'), BLOCK, DIGEST, 'latin1');
    return hash('sha256', outer, 'base64url');
  };
}

/** One block of the key, xored, with room behind it. */
function padded(key: Uint8Array, pad: number, room: number): Buffer {
  const buffer = Buffer.alloc(BLOCK + room);
  for (let i = 0; i < BLOCK; i++) buffer[i] = (key[i] ?? 0) ^ pad;
  return buffer;
}
