import { LedgerError } from '../errors.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const SQLITE = { BUSY: 5, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const;

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}

/** A clear, coded error for what SQLite threw. Errors of ours pass unchanged. */
export function sqliteError(error: unknown, location: string): LedgerError {
  if (error instanceof LedgerError) return error;
  const cause = { cause: error };
  const said = error instanceof Error ? error.message : String(error);
  switch (resultCode(error)) {
    case SQLITE.FULL:
      return new LedgerError(
        'OMBUD_E_LEDGER_DISK_FULL',
        `The disk of the ledger ${location} is full: nothing of this batch was recorded. Make room and append again.`,
        cause,
      );
    case SQLITE.READONLY:
    case SQLITE.CANTOPEN:
      return new LedgerError(
        'OMBUD_E_LEDGER_READ_ONLY',
        `The ledger ${location} cannot be written: check that its folder is writable for this user.`,
        cause,
      );
    case SQLITE.BUSY:
      return new LedgerError(
        'OMBUD_E_LEDGER_LOCKED',
        `The ledger ${location} is being written by another process: try again when it has ended.`,
        cause,
      );
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return new LedgerError(
        'OMBUD_E_LEDGER_CORRUPT',
        `The database of the ledger ${location} is damaged (${said}): restore it from a backup, then run \`ombud ledger fsck\`.`,
        cause,
      );
    case SQLITE.IOERR:
      return new LedgerError(
        'OMBUD_E_LEDGER_STORE',
        `The disk of the ledger ${location} reported an error (${said}): nothing of this batch was acknowledged. Check the disk.`,
        cause,
      );
    default:
      return new LedgerError(
        'OMBUD_E_LEDGER_STORE',
        `The store of the ledger ${location} failed: ${said}.`,
        cause,
      );
  }
}
