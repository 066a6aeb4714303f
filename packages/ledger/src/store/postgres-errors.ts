import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT']);
const lostCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED']);

/**
 * Whether the connection ended under a statement. Classes of SQLSTATE: 08 connection exception, 57P01 to 57P03 the server
 * shuts down or ended us; the client itself throws errors without a code.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (lostCodes.has(state) || state.startsWith('08') || /^57P0[123]$/.test(state)) return true;
  return (
    error instanceof Error &&
    /Connection terminated|not queryable|Client was closed|Query read timeout/.test(error.message)
  );
}

/** A clear, coded error for what PostgreSQL or its connection threw. Errors of ours pass unchanged. */
export function postgresError(error: unknown, location: string): OmbudError {
  if (isOmbudError(error)) return error;
  const cause = { cause: error };
  const detail = error instanceof Error ? error.message : String(error);
  const state = sqlState(error);
  // Classes: 53 insufficient resources, 25006 read-only transaction, 42501 no privilege, 28 and 3D refused at the door.
  if (state === '53100') return ledgerErrors.error('OMBUD_E_LEDGER_DISK_FULL', 'full', { location }, cause);
  if (state === '25006' || state === '42501')
    return ledgerErrors.error('OMBUD_E_LEDGER_READ_ONLY', 'role', { location, detail }, cause);
  if (unreachable.has(state) || state.startsWith('28') || state.startsWith('3D'))
    return ledgerErrors.error(
      'OMBUD_E_LEDGER_UNREACHABLE',
      'database',
      { location, detail: detail || state },
      cause,
    );
  if (isConnectionLost(error))
    return ledgerErrors.error('OMBUD_E_LEDGER_UNREACHABLE', 'connection-lost', { location }, cause);
  return ledgerErrors.error('OMBUD_E_LEDGER_STORE', 'failed', { location, detail }, cause);
}
