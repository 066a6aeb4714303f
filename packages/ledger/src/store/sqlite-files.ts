/** The files of a ledger's folder: none of them is for anybody but their owner. */
import { access, chmod, constants, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerErrors } from '../errors.ts';
import { cannotOpen } from './cannot-open.ts';
import { databaseFile, holdsLedger } from './location.ts';

const ownerOnlyMode = 0o600;
export const secretsFile = 'signing-keys';
export const pinsFile = 'trusted-keys';

/**
 * Makes the folder of a new ledger and an empty database in it that nobody else may read; SQLite gives its write-ahead
 * log and its shared memory the rights of the database.
 * @throws OmbudError `OMBUD_E_LEDGER_EXISTS`, `OMBUD_E_LEDGER_READ_ONLY`
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await holdsLedger(folder))
    throw ledgerErrors.error('OMBUD_E_LEDGER_EXISTS', 'folder', { location: folder });
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw ledgerErrors.error(
      'OMBUD_E_LEDGER_READ_ONLY',
      'new-folder',
      { location: folder },
      { cause: error },
    );
  }
}

/** SQLite opens what it may only read without a word, so that the first append would be the one to fail. */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK);
    if (await holdsLedger(folder)) await access(join(folder, databaseFile), constants.W_OK);
  } catch (error) {
    throw cannotOpen(error, folder);
  }
}

/** Gives a file to its owner alone; it is made empty where it is not there. */
export async function ownerOnly(file: string): Promise<void> {
  const handle = await open(file, 'a', ownerOnlyMode);
  await handle.close();
  await chmod(file, ownerOnlyMode);
}

/** Signing keys, one a line. */
export async function readSecretsFile(folder: string): Promise<string[]> {
  const file = join(folder, secretsFile);
  try {
    return linesOf(await readFile(file, 'utf8'));
  } catch (error) {
    throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'unreadable', { file }, { cause: error });
  }
}

/** Replaces the signing keys: the new file is whole before it takes the place of the old. */
export function writeSecretsFile(folder: string, secrets: readonly string[]): Promise<void> {
  return replaceFile(join(folder, secretsFile), secrets);
}

/** Verifier keys that were pinned when the ledger was made; empty where they never were. */
export async function readPinsFile(folder: string): Promise<string[]> {
  return linesOf(await readFile(join(folder, pinsFile), 'utf8').catch(() => ''));
}

/** Replaces the pinned keys. */
export function writePinsFile(folder: string, vkeys: readonly string[]): Promise<void> {
  return replaceFile(join(folder, pinsFile), vkeys);
}

async function replaceFile(file: string, lines: readonly string[]): Promise<void> {
  const next = `${file}.new`;
  await writeFile(next, `${lines.join('\n')}\n`, { mode: ownerOnlyMode, flush: true });
  await rename(next, file);
}

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);
