import type { AuditSpec } from '@ombud/contract';
import { parseLedgerLocation } from '@ombud/table';
import { appErrors } from '../errors.ts';

/**
 * Refuses to sign what has no checkpoint, before any work is done.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` where the source is no ledger
 */
export function requireSignable({ source }: AuditSpec): void {
  if (parseLedgerLocation(source) === null)
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'sign-needs-ledger', { source });
}
