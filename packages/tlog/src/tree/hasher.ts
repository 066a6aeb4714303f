import { hash as digest } from 'node:crypto';
import { digestBytes } from '@ombud/kernel';
import type { TreeHasher } from '../verify/published-tree.ts';

// `crypto.hash` to a latin1 string ('binary' to node:crypto) is three times faster than to a Buffer, and two scratch
// buffers spare an allocation for each hash. Nothing here is asynchronous, so they are never used twice at once.
const node = Buffer.alloc(1 + 2 * digestBytes);
node[0] = 1;
let leaf = Buffer.alloc(4096);

/**
 * Leaf hash SHA-256(00 || data) as 32 characters of one byte each (latin1): the quick form, for {@link hashBytes}.
 *
 * @param data the entry's bytes, or its text, whose UTF-8 bytes are meant
 */
export function leafHashLatin1(data: Uint8Array | string): string {
  if (typeof data === 'string') return digest('sha256', `\0${data}`, 'binary');
  if (data.length + 1 > leaf.length) leaf = Buffer.alloc(2 * (data.length + 1));
  leaf.set(data, 1);
  return digest('sha256', leaf.subarray(0, data.length + 1), 'binary');
}

/** Node hash SHA-256(01 || left || right) of two hashes in latin1 form. */
export function nodeHashLatin1(left: string, right: string): string {
  node.write(left, 1, digestBytes, 'latin1');
  node.write(right, 1 + digestBytes, digestBytes, 'latin1');
  return digest('sha256', node, 'binary');
}

/** The 32 bytes of a hash in latin1 form. */
export function hashBytes(latin1: string): Uint8Array {
  return new Uint8Array(Buffer.from(latin1, 'latin1'));
}

/** The latin1 form of the 32 bytes of a hash. */
export function hashLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The verifier's hash functions by `node:crypto`: the same hashes, several times faster. */
export const fastHasher: TreeHasher = {
  leaf: (data) => hashBytes(leafHashLatin1(data)),
  node: (left, right) => {
    node.set(left, 1);
    node.set(right, 1 + digestBytes);
    return hashBytes(digest('sha256', node, 'binary'));
  },
};

/**
 * Tree hash of `count` hashes of a tile from place `start` on, in latin1 form; equal to the verifier's `tileNode`.
 *
 * @param count a power of two
 */
export function tileNodeLatin1(tile: Uint8Array, start: number, count: number): string {
  const bytes = Buffer.from(tile.buffer, tile.byteOffset + start * digestBytes, count * digestBytes);
  return foldBytes(bytes, 0, count);
}

/** Half of the hashes of a fold are of two neighbours in the tile: these go to the digest as they lie there. */
function foldBytes(bytes: Buffer, start: number, count: number): string {
  const from = start * digestBytes;
  if (count === 1) return bytes.toString('latin1', from, from + digestBytes);
  if (count === 2) {
    bytes.copy(node, 1, from, from + 2 * digestBytes);
    return digest('sha256', node, 'binary');
  }
  const half = count / 2;
  return nodeHashLatin1(foldBytes(bytes, start, half), foldBytes(bytes, start + half, half));
}
