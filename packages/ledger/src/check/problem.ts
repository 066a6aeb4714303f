import type { OmbudError, Params } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';

type Reason = (typeof ledgerErrors.declarations.OMBUD_E_LEDGER_CORRUPT.reasons)[number];

/** What is wrong with a ledger, as an error: fsck gives the first one. */
export function problem(reason: Reason, params: Params = {}): OmbudError {
  return ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', reason, params);
}
