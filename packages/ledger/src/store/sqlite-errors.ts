import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const sqlite = { BUSY: 5, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const;

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}

/** A clear, coded error for what SQLite threw. Errors of ours pass unchanged. */
export function sqliteError(error: unknown, location: string): OmbudError {
  if (isOmbudError(error)) return error;
  const cause = { cause: error };
  const detail = error instanceof Error ? error.message : String(error);
  switch (resultCode(error)) {
    case sqlite.FULL:
      return ledgerErrors.error('OMBUD_E_LEDGER_DISK_FULL', 'full', { location }, cause);
    case sqlite.READONLY:
    case sqlite.CANTOPEN:
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
