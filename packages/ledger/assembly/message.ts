/** Messages to be hashed, written one after the other, each padded to whole blocks (FIPS 180-4, 5.1.1). */
import { digestChars, writeBase64 } from './base64';
import { enqueue } from './sha256';

/** Messages lie here until their digests are taken. */
const room = 1 << 17;
/** What is copied sixteen bytes at a time may reach so far beyond its end. */
const slack = 128;
const stage: usize = memory.data(room + slack, 16);

let start: usize = stage;
let end: usize = stage;

/** Forgets the messages, which have been hashed. */
export function clearMessages(): void {
  start = stage;
  end = stage;
}

/** Whether messages of so many bytes altogether, their padding included, have room. */
export function hasRoomFor(bytes: usize): bool {
  return start + bytes <= stage + room;
}

/** Puts bytes behind the message. */
@inline export function put(from: usize, length: usize): void {
  for (let i: usize = 0; i < length; i += 16) v128.store(end + i, v128.load(from + i));
  end += length;
}

@inline export function putByte(byte: u8): void {
  store<u8>(end, byte);
  end += 1;
}

/** Puts the base64 of a digest behind the message. */
@inline export function putBase64(digest: usize): void {
  writeBase64(digest, end);
  end += digestChars;
}

/** Pads the message and puts it into the queue; the next one begins behind it. */
export function endMessage(digest: usize): void {
  const length = end - start;
  const padded = (length + 9 + 63) & ~63;
  store<u8>(end, 0x80);
  for (let at = end + 1; at < start + padded; at += 16) v128.store(at, i64x2.splat(0));
  store<u32>(start + padded - 4, bswap<u32>(<u32>(length << 3)));
  enqueue(start, <i32>(padded >> 6), digest);
  start += padded;
  end = start;
}
