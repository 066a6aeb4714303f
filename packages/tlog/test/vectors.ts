import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = process.env.OMBUD_DATA;

/** The folder of published test vectors, or null where this machine has none. */
export const vectors = data === undefined ? null : join(data, 'ledger-vectors');

/** Put into the name of a test that is skipped without the vectors. */
export const vectorsReason = vectors === null ? ' (skipped: OMBUD_DATA is not set)' : '';

/** One file of the vectors; its shape is what the calling test says. */
export function readVectors<T>(path: string): T {
  return JSON.parse(readFileSync(join(vectors ?? '', path), 'utf8')) as T;
}

/** All JSON files below a folder of the vectors, by their path. */
export function listVectors(folder: string): string[] {
  if (vectors === null) return [];
  return readdirSync(join(vectors, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .sort();
}
