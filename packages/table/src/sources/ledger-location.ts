import { tableErrors } from '../errors.ts';

/** What was recorded by a system, in a ledger's folder or at a `postgres://` URL. */
export interface LedgerLocation {
  readonly location: string;
  readonly system: string;
}

const prefix = 'ledger:';

/**
 * Reads `ledger:DIR#system`.
 * @returns null where the source is no ledger
 * @throws OmbudError `OMBUD_E_NO_SOURCE` when it names no system
 * @example parseLedgerLocation('ledger:./decisions#loans') // { location: './decisions', system: 'loans' }
 */
export function parseLedgerLocation(source: string): LedgerLocation | null {
  if (!source.startsWith(prefix)) return null;
  const at = source.lastIndexOf('#');
  const location = source.slice(prefix.length, at < 0 ? undefined : at);
  const system = at < 0 ? '' : source.slice(at + 1);
  if (location === '' || system === '') throw tableErrors.error('OMBUD_E_NO_SOURCE', 'no-system', { source });
  return { location, system };
}
