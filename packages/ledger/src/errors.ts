/**
 * The registry of the ledger's errors. A message is one sentence that says what is wrong, where, and what to do;
 * the program prints it alone. Exit codes: 1 a verification failed, 2 wrong use or bad input, 4 our fault.
 */
const EXIT_CODES = {
  OMBUD_E_LEDGER_NOT_FOUND: 2,
  OMBUD_E_LEDGER_EXISTS: 2,
  OMBUD_E_LEDGER_LOCATION: 2,
  OMBUD_E_LEDGER_LOCKED: 2,
  OMBUD_E_LEDGER_READ_ONLY: 2,
  OMBUD_E_LEDGER_DISK_FULL: 2,
  OMBUD_E_LEDGER_STORE: 4,
  OMBUD_E_LEDGER_UNREACHABLE: 2,
  OMBUD_E_LEDGER_SCHEMA_VERSION: 2,
  OMBUD_E_LEDGER_BUSY: 2,
  OMBUD_E_LEDGER_CLOSED: 4,
  OMBUD_E_LEDGER_FENCED: 4,
  OMBUD_E_LEDGER_CORRUPT: 1,
  OMBUD_E_LEDGER_KEY: 2,
  OMBUD_E_LEDGER_ORIGIN: 2,
  OMBUD_E_LEDGER_ENTRY: 2,
  OMBUD_E_LEDGER_TOO_LARGE: 2,
  OMBUD_E_LEDGER_INDEX: 2,
  OMBUD_E_LEDGER_SIZE: 2,
  OMBUD_E_LEDGER_INPUT: 2,
  OMBUD_E_LEDGER_USAGE: 2,
  OMBUD_E_LEDGER_NOBODY: 2,
  OMBUD_E_LEDGER_PUBLISH: 2,
  OMBUD_E_LEDGER_ROLLED_BACK: 1,
  OMBUD_E_LEDGER_WITNESS: 2,
  OMBUD_E_LEDGER_EVIDENCE: 1,
} as const;

export type LedgerErrorCode = keyof typeof EXIT_CODES;

/** An error of the ledger: `code` for machines, `message` for people, `exitCode` for the program. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;
  readonly exitCode: 1 | 2 | 4;

  constructor(code: LedgerErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'LedgerError';
    this.code = code;
    this.exitCode = EXIT_CODES[code];
  }
}

/** Somebody else wrote although we hold the lock: nothing may be written on top of that. */
export function fenced(): LedgerError {
  return new LedgerError(
    'OMBUD_E_LEDGER_FENCED',
    'The ledger was changed by somebody else while it was open here: nothing was recorded. Close it and open it again.',
  );
}
