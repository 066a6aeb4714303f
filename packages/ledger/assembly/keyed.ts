/** Keyed hashes (HMAC-SHA256, RFC 2104) of many texts; src/keyed-hash.ts makes one. */
import { clearMessages, endMessage, hasRoomFor, put } from './message';
import { digestAll, digestBytes } from './sha256';

const padBytes: usize = 64;
/** What is hashed beside a text, the padding included. */
const textRoom: usize = 192;
/** Few enough for the queue. */
const mostTogether = 512;

/**
 * Hashes `count` texts that lie one behind the other.
 *
 * @param inner the key's inner pad, with the outer one behind it
 * @param ends where each text ends, from the start of the first, in 32 bits
 * @param hashes is filled
 * @returns false where one has no room
 */
export function hashKeyed(inner: usize, texts: usize, ends: usize, count: i32, hashes: usize): bool {
  let first = 0;
  let at: usize = 0;
  for (let i = 0; i < count; i++) {
    const end = <usize>load<u32>(ends + <usize>i * 4);
    const needed = end - at + textRoom;
    if (!hasRoomFor(needed) || i - first === mostTogether) {
      hashOuter(inner + padBytes, hashes, first, i);
      first = i;
      if (!hasRoomFor(needed)) return false;
    }
    put(inner, padBytes);
    put(texts + at, end - at);
    endMessage(hashes + <usize>i * digestBytes);
    at = end;
  }
  hashOuter(inner + padBytes, hashes, first, count);
  return true;
}

/** Hashes what was put, and then the hashes of it, in their places. */
function hashOuter(outer: usize, hashes: usize, from: i32, until: i32): void {
  digestAll();
  clearMessages();
  for (let i = from; i < until; i++) {
    const own = hashes + <usize>i * digestBytes;
    put(outer, padBytes);
    put(own, digestBytes);
    endMessage(own);
  }
  digestAll();
  clearMessages();
}
