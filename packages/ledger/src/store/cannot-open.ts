/** Why a ledger's file cannot be opened. */
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { OmbudError } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';
import { systemCode } from '../system-error.ts';

/** As many as SQLite opens for a commit: the database, its log, the index of the log, and the folder to sync it. */
const filesOfCommit = 4;
const codes: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

/** Whether the system said that this process, or the machine, may open no more files. */
export const saysTooManyFiles = (error: unknown): boolean => codes.has(systemCode(error));

/** SQLite says only that it cannot open a file; whether there is room for more is seen by trying. */
function mayOpenMore(): boolean {
  const opened: number[] = [];
  try {
    while (opened.length < filesOfCommit) opened.push(openSync(devNull, 'r'));
    return true;
  } catch (error) {
    return !saysTooManyFiles(error);
  } finally {
    opened.forEach(closeSync);
  }
}

/** A folder that this user may not write, or a process that may open no more files. */
export function cannotOpen(cause: unknown, location: string): OmbudError {
  return saysTooManyFiles(cause) || !mayOpenMore()
    ? ledgerErrors.error('OMBUD_E_LEDGER_UNREACHABLE', 'too-many-files', { location }, { cause })
    : ledgerErrors.error('OMBUD_E_LEDGER_READ_ONLY', 'folder', { location }, { cause });
}
