/**
 * Salted commitments. The entry is public and holds only the commitment; the text and its salt lie in the store. With
 * both, anyone can check the commitment; without the salt (32 random bytes, erased with the text) it says nothing, not
 * even to somebody who guesses the text right.
 *
 * commitment = base64(SHA-256(label "\n" base64(salt) "\n" canonical JSON)). Label and salt have fixed lengths, so no two
 * inputs share a preimage, and a person can check one with `printf` and `sha256sum`.
 */
import { hash, randomBytes } from 'node:crypto';

export type CommitmentLabel = 'ombud/payload@1' | 'ombud/attributes@1';

const SALT_BYTES = 32;
const SALTS_AT_ONCE = 256;
let drawn: string[] = [];

/** A new salt: 32 bytes of the system's randomness as base64 (44 characters). Drawn in bulk, each used once. */
export function newSalt(): string {
  const next = drawn.pop();
  if (next !== undefined) return next;
  drawn = drawSalts();
  return newSalt();
}

function drawSalts(): string[] {
  const bytes = randomBytes(SALTS_AT_ONCE * SALT_BYTES);
  return Array.from({ length: SALTS_AT_ONCE }, (_, i) =>
    bytes.toString('base64', i * SALT_BYTES, (i + 1) * SALT_BYTES),
  );
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
