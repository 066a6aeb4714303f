/** Files of a published tree, in a folder or at an address. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { ledgerErrors } from './errors.ts';
import { systemCode } from './system-error.ts';

/** The error for a file that ought to be there. */
export function missingFile(tree: string, path: string): OmbudError {
  return ledgerErrors.error('OMBUD_E_LEDGER_INPUT', 'tile-missing', { file: placeOf(tree, path) });
}

const isAddress = (tree: string): boolean => /^https?:\/\//.test(tree);

function placeOf(tree: string, path: string): string {
  return isAddress(tree) ? `${tree.replace(/\/+$/, '')}/${path}` : join(tree, path);
}

/** A file of the published tree, or null where it is not there; every other trouble is told as what it is. */
export async function readPublishedFile(tree: string, path: string): Promise<Uint8Array | null> {
  const file = placeOf(tree, path);
  try {
    return isAddress(tree) ? await fetchFile(file) : new Uint8Array(await readFile(file));
  } catch (error) {
    if (isOmbudError(error)) throw error;
    const detail = systemCode(error);
    if (detail === 'ENOENT') return null;
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_INPUT',
      'published-unreadable',
      { file, detail },
      { cause: error },
    );
  }
}

async function fetchFile(address: string): Promise<Uint8Array | null> {
  const response = await fetch(address);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  if (response.status === 404 || response.status === 410) return null;
  throw ledgerErrors.error('OMBUD_E_LEDGER_INPUT', 'published-unreadable', {
    file: address,
    detail: `HTTP ${response.status}`,
  });
}
