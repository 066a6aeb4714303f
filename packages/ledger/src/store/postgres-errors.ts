import { LedgerError } from '../errors.ts';

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT']);

/** A clear, coded error for what PostgreSQL or its connection threw. Errors of ours pass unchanged. */
export function postgresError(error: unknown, location: string): LedgerError {
  if (error instanceof LedgerError) return error;
  const cause = { cause: error };
  const said = error instanceof Error ? error.message : String(error);
  const state = sqlState(error);
  // Classes: 53 insufficient resources, 25006 read-only transaction, 42501 no privilege, 28 and 3D refused at the door.
  if (state === '53100')
    return new LedgerError(
      'OMBUD_E_LEDGER_DISK_FULL',
      `The disk of the ledger ${location} is full: nothing of this batch was recorded. Make room and append again.`,
      cause,
    );
  if (state === '25006' || state === '42501')
    return new LedgerError(
      'OMBUD_E_LEDGER_READ_ONLY',
      `This database role may not do that in the ledger ${location} (${said}): use a role with the right to it.`,
      cause,
    );
  if (UNREACHABLE.has(state) || state.startsWith('28') || state.startsWith('3D'))
    return new LedgerError(
      'OMBUD_E_LEDGER_UNREACHABLE',
      `The database of the ledger ${location} cannot be reached (${said || state}): check the URL and that the server runs.`,
      cause,
    );
  return new LedgerError(
    'OMBUD_E_LEDGER_STORE',
    `The store of the ledger ${location} failed: ${said}.`,
    cause,
  );
}
