/** Hashes the lines of entries as leaves of a Merkle tree (RFC 6962, 2.1), and sees which are alike. */
import { digestChars } from './base64';
import { commitmentBytes, endOfLine, recordBytes } from './lines';
import { clearMessages, endMessage, hasRoomFor, put, putByte } from './message';
import { digestAll, digestBytes } from './sha256';

/** Where the last sixteen characters of a commitment begin. */
const lastOfCommitment: usize = digestChars - 16;
/** What a message holds beside an entry, its padding included. */
const leafRoom: usize = 96;

/**
 * Hashes `count` lines.
 *
 * @param ends is filled: where each line ends, from the start of all, in 32 bits
 * @returns false where there are not as many, or one is too long
 */
export function hashEntries(entries: usize, length: usize, count: i32, ends: usize, leaves: usize): bool {
  const end = entries + length;
  let at = entries;
  for (let line = 0; line < count; line++) {
    if (at > end) return false;
    const lineEnd = endOfLine(at, end);
    const needed = lineEnd - at + leafRoom;
    if (!hasRoomFor(needed)) {
      digestAll();
      clearMessages();
      if (!hasRoomFor(needed)) return false;
    }
    putByte(0);
    put(at, lineEnd - at);
    endMessage(leaves + <usize>line * digestBytes);
    store<i32>(ends + <usize>line * 4, <i32>(lineEnd - entries));
    at = lineEnd + 1;
  }
  digestAll();
  clearMessages();
  return at === end + 1;
}

/** Where lines that were committed are known of; see lines.ts. No records where there are no lines. */
@inline function isCommitted(records: usize, commitments: usize, line: usize, at: usize): bool {
  if (load<i32>(records + line * recordBytes) < 0) return false;
  const commitment = commitments + line * commitmentBytes;
  let differs = v128.xor(v128.load(at), v128.load(commitment));
  differs = v128.or(differs, v128.xor(v128.load(at, 16), v128.load(commitment, 16)));
  const last = v128.xor(v128.load(at, lastOfCommitment), v128.load(commitment, lastOfCommitment));
  return !v128.any_true(v128.or(differs, last));
}

/**
 * How many of the lines from `from` to `until` are like a model but for their commitments, and commit to the lines of
 * payloads and of attributes that begin with those of `payloads` and of `attributes` and follow each other.
 *
 * @param model bytes of an entry, and a mask behind them that is 0 where commitments lie; both filled by zeros to a
 *   multiple of 16 bytes
 * @param payloadAt where the commitment lies in an entry
 * @param attributes the records of their lines; 0 where an entry has none
 */
export function countAlike(
  entries: usize, ends: usize, from: i32, until: i32, model: usize, length: usize,
  payloadAt: usize, payloads: usize, payloadCommitments: usize,
  attributesAt: usize, attributes: usize, attributesCommitments: usize,
): i32 {
  const whole = (length + 15) & ~15;
  for (let line = from; line < until; line++) {
    const at = entries + (line === 0 ? 0 : load<u32>(ends + <usize>(line - 1) * 4) + 1);
    if (entries + load<u32>(ends + <usize>line * 4) - at !== length) return line - from;
    let differs = i64x2.splat(0);
    for (let i: usize = 0; i < whole; i += 16) {
      const other = v128.xor(v128.load(at + i), v128.load(model + i));
      differs = v128.or(differs, v128.and(other, v128.load(model + whole + i)));
    }
    if (v128.any_true(differs)) return line - from;
    const ahead = <usize>(line - from);
    if (!isCommitted(payloads, payloadCommitments, ahead, at + payloadAt)) return line - from;
    if (attributes === 0) continue;
    if (!isCommitted(attributes, attributesCommitments, ahead, at + attributesAt)) return line - from;
  }
  return until - from;
}
