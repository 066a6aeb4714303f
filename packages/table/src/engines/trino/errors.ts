import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { tableErrors } from '../../errors.ts';
import type { TrinoTable } from '../../sources/database-location.ts';
import { isUntrusted } from '../untrusted.ts';
import { TrinoError } from './client.ts';

/** A machine that was counting is gone, or does not answer the others. */
const workerLost = new Set([
  'NO_NODES_AVAILABLE',
  'PAGE_TRANSPORT_ERROR',
  'PAGE_TRANSPORT_TIMEOUT',
  'REMOTE_HOST_GONE',
  'REMOTE_TASK_ERROR',
  'REMOTE_TASK_MISMATCH',
  'SERVER_SHUTTING_DOWN',
  'TOO_MANY_REQUESTS_FAILED',
]);
const unknownTable = new Set(['CATALOG_NOT_FOUND', 'SCHEMA_NOT_FOUND', 'TABLE_NOT_FOUND']);

/** Says what Trino could not do. Its own words stay in `cause`: they may quote a person's value. */
export function trinoError(cause: unknown, location: string, { table }: TrinoTable): OmbudError {
  if (isOmbudError(cause)) return cause;
  const [kind, state] = cause instanceof TrinoError ? [cause.kind, cause.state] : ['query', ''];
  const say = (
    reason: 'failed' | 'lost' | 'not-trino' | 'refused' | 'unreachable' | 'untrusted' | 'worker-lost',
  ) => tableErrors.error('OMBUD_E_DATABASE', reason, { location, state }, { cause });
  if (isUntrusted(cause)) return say('untrusted');
  if (kind !== 'query') return say(kind as Exclude<TrinoError['kind'], 'query'>);
  if (unknownTable.has(state))
    return tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'unknown-table', { location, table }, { cause });
  if (state === 'PERMISSION_DENIED') return say('refused');
  return say(workerLost.has(state) ? 'worker-lost' : 'failed');
}
