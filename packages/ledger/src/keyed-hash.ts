/**
 * HMAC-SHA256 (RFC 2104) by two calls of `crypto.hash`: a token is made for every entry, and `createHmac` costs four times
 * as much. The test compares it with `createHmac`.
 */
import { hash } from 'node:crypto';
import { memoryOfItsOwn, roomFor } from './lines/assembly.ts';

const block = 64;
const digest = 32;
const innerPad = 0x36;
const outerPad = 0x5c;

/** Gives the HMAC of a text in base64url. */
export type KeyedHash = (text: string) => string;

/**
 * @param key at most 64 bytes
 * @example const token = keyedHash(key)('subject\ns-1');
 */
export function keyedHash(key: Uint8Array): KeyedHash {
  if (key.length > block) throw new RangeError('a key of this hash has at most 64 bytes');
  let inner = padded(key, innerPad, 1024);
  const outer = padded(key, outerPad, digest);
  return (text) => {
    // Three bytes of UTF-8 a code unit at most.
    if (block + 3 * text.length > inner.length) inner = padded(key, innerPad, 6 * text.length);
    const length = inner.write(text, block, 'utf8');
    outer.write(hash('sha256', inner.subarray(0, block + length), 'binary'), block, digest, 'latin1');
    return hash('sha256', outer, 'base64url');
  };
}

/** One block of the key, xored, with room behind it. */
function padded(key: Uint8Array, pad: number, room: number): Buffer {
  const buffer = Buffer.alloc(block + room);
  for (let i = 0; i < block; i++) buffer[i] = (key[i] ?? 0) ^ pad;
  return buffer;
}

/** Nobody else lays it out anew. */
const layOut = memoryOfItsOwn();

/**
 * The HMACs of many texts at once, in the lanes of a vector (docs/adr/0082).
 *
 * @param key at most 64 bytes
 * @returns 32 bytes for each, one behind the other; null where a text is so long that it is to be hashed by itself
 */
export function keyedHashes(key: Uint8Array, texts: readonly string[]): Buffer | null {
  const joined = texts.join('');
  const machine = layOut(
    roomFor(2 * block) +
      roomFor(3 * joined.length) +
      roomFor(4 * texts.length) +
      roomFor(digest * texts.length),
  );
  const { code, bytes, put, take } = machine;
  const pads = put(Buffer.concat([padded(key, innerPad, 0), padded(key, outerPad, 0)]));
  const [textsAt, endsAt, hashesAt] = [
    take(3 * joined.length),
    take(4 * texts.length),
    take(digest * texts.length),
  ];
  const ends = new Uint32Array(bytes.buffer, endsAt, texts.length);
  let end = 0;
  for (const [i, text] of texts.entries()) {
    end += bytes.write(text, textsAt + end);
    ends[i] = end;
  }
  if (!code.hashKeyed(pads, textsAt, endsAt, texts.length, hashesAt)) return null;
  return Buffer.from(bytes.subarray(hashesAt, hashesAt + digest * texts.length));
}
