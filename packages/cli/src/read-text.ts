import { readFile } from 'node:fs/promises';
import { appErrors } from '@ombud/app';
import { cliErrors } from './errors.ts';

/**
 * Reads a text file that a person named.
 * @param what `evidence` has an error of its own
 */
export async function readText(file: string, what: 'evidence' | 'file' = 'file'): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw what === 'evidence'
      ? appErrors.error('OMBUD_E_BAD_EVIDENCE', 'unreadable', { file }, { cause })
      : cliErrors.error('OMBUD_E_LEDGER_INPUT', 'cannot-read', { file }, { cause });
  }
}
