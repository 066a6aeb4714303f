/**
 * Salted commitments. The entry is public and holds only the commitment; the text and its salt lie in the store. With
 * both, anyone can check the commitment; without the salt (32 random bytes, erased with the text) it says nothing, not
 * even to somebody who guesses the text right.
 *
 * commitment = base64(SHA-256(label "\n" base64(salt) "\n" canonical JSON)). Label and salt have fixed lengths, so no two
 * inputs share a preimage, and a person can check one with `printf` and `sha256sum`.
 */
import { hash, randomFillSync } from 'node:crypto';

export type CommitmentLabel = 'ombud/payload@1' | 'ombud/attributes@1';

const SALT_BYTES = 32;
const POOL_BYTES = SALT_BYTES * 256;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** A new salt: 32 bytes of the system's randomness as base64 (44 characters). Drawn in bulk, each used once. */
export function newSalt(): string {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const salt = pool.toString('base64', used, used + SALT_BYTES);
  // What was handed out must not stay in memory beside its successors.
  pool.fill(0, used, used + SALT_BYTES);
  used += SALT_BYTES;
  return salt;
}

/**
 * The commitment of a text under a salt.
 *
 * @param label what is committed: payload and attributes can never stand in for each other
 * @param salt base64 of 32 bytes
 * @param body canonical JSON
 * @returns base64 of 32 bytes
 * @example commitment('ombud/payload@1', newSalt(), '{"decision":"yes"}')
 */
export function commitment(label: CommitmentLabel, salt: string, body: string): string {
  return hash('sha256', `${label}\n${salt}\n${body}`, 'base64');
}
