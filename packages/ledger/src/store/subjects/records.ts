/**
 * Records of the index of subjects, side by side: 16 bytes of a token, 8 of the entry's index. What was erased is zeros, so
 * that nothing else moves.
 */

const tokenBytes = 16;
export const recordBytes = 24;
const indexBytes = 6;
/** Records of a block: as many as fit a page of SQLite, so that no two blocks share one. */
const blockRecords = 680;
/** Every block has this size: whatever takes the place of one covers all of its bytes. */
export const blockBytes = blockRecords * recordBytes;

/** Whom an entry is about. */
export interface Named {
  readonly index: number;
  /** A keyed hash in base64url. */
  readonly token: string;
}

/** The bytes of a token that a record holds. */
export function bytesOfToken(token: string): Uint8Array {
  const bytes = Buffer.alloc(tokenBytes);
  bytes.write(token, 'base64url');
  return bytes;
}

/** Records of entries, in their order. */
export function recordsOf(named: readonly Named[]): Uint8Array {
  const bytes = Buffer.alloc(named.length * recordBytes);
  let at = 0;
  for (const { index, token } of named) {
    bytes.write(token, at, tokenBytes, 'base64url');
    bytes.writeUIntLE(index, at + tokenBytes, indexBytes);
    at += recordBytes;
  }
  return bytes;
}

/** Records of entries by the hashes that their tokens are the beginnings of, of `hashBytes` each. */
export function recordsOfHashes(indexes: readonly number[], hashes: Buffer, hashBytes: number): Uint8Array {
  const bytes = Buffer.alloc(indexes.length * recordBytes);
  for (const [i, index] of indexes.entries()) {
    hashes.copy(bytes, i * recordBytes, i * hashBytes, i * hashBytes + tokenBytes);
    bytes.writeUIntLE(index, i * recordBytes + tokenBytes, indexBytes);
  }
  return bytes;
}

/** The first 32 bits of a token, by which people are apart. */
export const firstBits = (bytes: Uint8Array, at = 0): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0;

/** The index that the record at a place holds. */
export function indexAt(records: Uint8Array, at: number): number {
  let index = 0;
  for (let i = indexBytes - 1; i >= 0; i--) index = index * 256 + (records[at + tokenBytes + i] ?? 0);
  return index;
}

function hasToken(records: Uint8Array, at: number, token: Uint8Array): boolean {
  for (let i = 0; i < tokenBytes; i++) if (records[at + i] !== token[i]) return false;
  return true;
}

/** Entries about who has a token. */
export function indexesOf(records: Uint8Array, token: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < records.length; at += recordBytes)
    if (hasToken(records, at, token)) found.push(indexAt(records, at));
  return found;
}

const nobody = new Uint8Array(tokenBytes);

/** The records with zeros in the place of those of some entries; null where there are none. */
export function without(records: Uint8Array, indexes: ReadonlySet<number>): Uint8Array | null {
  let left: Uint8Array | null = null;
  for (let at = 0; at < records.length; at += recordBytes)
    if (indexes.has(indexAt(records, at)) && !hasToken(records, at, nobody)) {
      left ??= Uint8Array.from(records);
      left.fill(0, at, at + recordBytes);
    }
  return left;
}

/** Puts records into parts, each in the order in which they came; what was erased is left out. */
export function partition(
  pieces: readonly Uint8Array[],
  parts: number,
  partOf: (first: number) => number,
): Uint8Array[] {
  const counts = new Uint32Array(parts);
  eachRecord(pieces, (piece, at) => {
    const part = partOf(firstBits(piece, at));
    counts[part] = (counts[part] ?? 0) + 1;
  });
  const filled = Array.from(counts, (count) => new Uint8Array(count * recordBytes));
  const ends = new Uint32Array(parts);
  eachRecord(pieces, (piece, at) => {
    const part = partOf(firstBits(piece, at));
    const [into, end] = [filled[part], ends[part] ?? 0];
    if (into !== undefined) for (let i = 0; i < recordBytes; i++) into[end + i] = piece[at + i] ?? 0;
    ends[part] = end + recordBytes;
  });
  return filled;
}

function eachRecord(pieces: readonly Uint8Array[], visit: (piece: Uint8Array, at: number) => void): void {
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += recordBytes) if (!hasToken(piece, at, nobody)) visit(piece, at);
}

/** Cuts records into blocks of one size, with zeros behind the last. */
export function blocksOf(records: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < records.length; at += blockBytes) {
    const block = new Uint8Array(blockBytes);
    block.set(records.subarray(at, at + blockBytes));
    blocks.push(block);
  }
  return blocks;
}
