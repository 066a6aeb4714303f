import { hash } from 'node:crypto';
import type { Explanation } from '@ombud/contract';
import { canonicalJson, type JsonObject } from '@ombud/kernel';

const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** SHA-256 of a file's bytes, hexadecimal. */
export const digestOfFile = (bytes: Uint8Array): string => sha256(bytes);

/** SHA-256 of an explanation's canonical JSON: what the ledger records and the letter shows. */
export const digestOfExplanation = (explanation: Explanation): string =>
  sha256(canonicalJson(explanation as unknown as JsonObject));

/** The same people in the same order give the same fingerprint, in whatever file they come. */
export const fingerprintOf = (columns: readonly string[], rows: readonly Float64Array[]): string =>
  `sha256:${sha256(
    canonicalJson([[...columns], ...rows.map((row) => Array.from(row, (x) => (Number.isNaN(x) ? null : x)))]),
  )}`;
