import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';
import { cannotOpen, saysTooManyFiles } from './cannot-open.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const sqlite = { BUSY: 5, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const;

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}

/** Whether another process holds the lock. */
export const isBusy = (error: unknown): boolean => resultCode(error) === sqlite.BUSY;

/** A clear, coded error for what SQLite threw. Errors of ours pass unchanged. */
export function sqliteError(error: unknown, location: string): OmbudError {
  if (isOmbudError(error)) return error;
  if (saysTooManyFiles(error)) return cannotOpen(error, location);
  const cause = { cause: error };
  const detail = error instanceof Error ? error.message : String(error);
  switch (resultCode(error)) {
    case sqlite.FULL:
      return ledgerErrors.error('OMBUD_E_LEDGER_DISK_FULL', 'full', { location }, cause);
    case sqlite.CANTOPEN:
      return cannotOpen(error, location);
    case sqlite.READONLY:
      return ledgerErrors.error('OMBUD_E_LEDGER_READ_ONLY', 'folder', { location }, cause);
    case sqlite.BUSY:
      return ledgerErrors.error('OMBUD_E_LEDGER_LOCKED', 'busy', { location }, cause);
    case sqlite.CORRUPT:
    case sqlite.NOTADB:
      return ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'database', { location, detail }, cause);
    case sqlite.IOERR:
      return ledgerErrors.error('OMBUD_E_LEDGER_STORE', 'disk', { location, detail }, cause);
    default:
      return ledgerErrors.error('OMBUD_E_LEDGER_STORE', 'failed', { location, detail }, cause);
  }
}
