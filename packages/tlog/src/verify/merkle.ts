import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, digestBytes, equalBytes } from '@ombud/kernel';
import { tlogErrors } from './errors.ts';

const leaf = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Hash of a leaf: SHA-256(00 || data) (RFC 9162, 2.1.1). Takes the entry's bytes, gives 32 bytes. */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(concatBytes(leaf, data));
}

/** Hash of an inner node: SHA-256(01 || left || right) (RFC 9162, 2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(nodePrefix, left, right));
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0));
}

/** What an inclusion proof is about: leaf `index` of a tree with `size` leaves. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  /** From the leaf's sibling up to the root's child. */
  readonly proof: readonly Uint8Array[];
}

/** What a consistency proof is about: the first `oldSize` leaves of the new tree are the old tree. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * The root that an inclusion proof leads to (RFC 9162, 2.1.3.2).
 *
 * @throws OmbudError RANGE (index not below size), HASH (not 32 bytes), PROOF (too many or too few hashes)
 */
export function rootFromInclusion(claim: InclusionClaim): Uint8Array {
  const { index, size, proof } = claim;
  requireSize(index, 'index');
  requireSize(size, 'size');
  if (index >= size) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RANGE', 'no-entry', { index, size });
  }
  requireHashes([claim.leafHash, ...proof]);
  let node = index;
  let last = size - 1;
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0) throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'inclusion-too-many');
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'inclusion-too-few');
  return hash;
}

/**
 * Checks that a leaf is in the tree with this root.
 *
 * @throws OmbudError as {@link rootFromInclusion}, and ROOT where the proof leads to another root
 * @example verifyInclusion({ index: 5, size: 8, leafHash: leafHash(entry), proof, root });
 */
export function verifyInclusion(claim: InclusionClaim & { readonly root: Uint8Array }): void {
  if (!equalBytes(rootFromInclusion(claim), claim.root)) {
    throw tlogErrors.error('OMBUD_E_VERIFY_ROOT', 'inclusion', { index: claim.index, size: claim.size });
  }
}

/**
 * Checks that the new tree only added to the old one (RFC 9162, 2.1.4.2). Trees of size 0 are refused here, because
 * an empty tree proves nothing; `verifyGrowth` in checkpoint.ts handles them.
 *
 * @throws OmbudError EMPTY_TREE, ROLLBACK, RANGE, HASH, PROOF, SPLIT (one size, two roots) or ROOT
 */
export function verifyConsistency(claim: ConsistencyClaim): void {
  const { oldSize, newSize, proof } = claim;
  requireSize(oldSize, 'earlier-size');
  requireSize(newSize, 'later-size');
  if (newSize < oldSize) {
    throw tlogErrors.error('OMBUD_E_VERIFY_ROLLBACK', 'smaller', { newSize, oldSize });
  }
  if (oldSize === 0) {
    throw tlogErrors.error('OMBUD_E_VERIFY_EMPTY_TREE', 'consistency');
  }
  requireHashes(proof);
  if (oldSize === newSize) {
    verifySameSize(claim);
    return;
  }
  verifyLarger(claim);
}

function verifySameSize({ oldRoot, newRoot, oldSize, proof }: ConsistencyClaim): void {
  if (proof.length > 0) throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'consistency-too-many');
  if (!equalBytes(oldRoot, newRoot)) {
    throw tlogErrors.error('OMBUD_E_VERIFY_SPLIT', 'two-roots', { size: oldSize });
  }
}

function verifyLarger({ oldSize, oldRoot, newSize, newRoot, proof }: ConsistencyClaim): void {
  // A complete old tree is itself the first hash of the path; the proof leaves it out.
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const [seed, ...rest] = path;
  if (seed === undefined || proof.length === 0)
    throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'consistency-too-few');
  let node = oldSize - 1;
  let last = newSize - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  let old = seed;
  let grown = seed;
  for (const hash of rest) {
    if (last === 0) throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'consistency-too-many');
    if (isOdd(node) || node === last) {
      old = nodeHash(hash, old);
      grown = nodeHash(hash, grown);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      grown = nodeHash(grown, hash);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) throw tlogErrors.error('OMBUD_E_VERIFY_PROOF', 'consistency-too-few');
  if (!equalBytes(old, oldRoot) || !equalBytes(grown, newRoot)) {
    throw tlogErrors.error('OMBUD_E_VERIFY_ROOT', 'consistency', { newSize, oldSize });
  }
}

function requireSize(value: number, what: 'index' | 'size' | 'earlier-size' | 'later-size'): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw tlogErrors.error('OMBUD_E_VERIFY_RANGE', 'not-whole', { what });
  }
}

function requireHashes(hashes: readonly Uint8Array[]): void {
  const wrong = hashes.find((hash) => hash.length !== digestBytes);
  if (wrong === undefined) return;
  throw tlogErrors.error('OMBUD_E_VERIFY_HASH', 'length', { bytes: wrong.length });
}

// Sizes go beyond 32 bits, so the bit operators, which cut numbers to 32 bits, cannot be used.
function half(value: number): number {
  return Math.floor(value / 2);
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
