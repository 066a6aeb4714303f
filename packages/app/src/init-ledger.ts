import { createLedger } from '@ombud/ledger';

/** A ledger to be made. */
export interface NewLedger {
  /** A folder, or a `postgres://` URL. */
  readonly location: string;
  /** The name of the log for good, such as `example.org/loans`. */
  readonly origin: string;
}

/**
 * Makes a ledger and its key.
 * @returns the verifier key, to be published where people will look for it
 * @throws OmbudError `OMBUD_E_LEDGER_EXISTS`, `OMBUD_E_LEDGER_ORIGIN` or what the store says
 * @example const { key } = await initLedger({ location: './decisions', origin: 'example.org/loans' });
 */
export async function initLedger({ location, origin }: NewLedger): Promise<{ readonly key: string }> {
  return { key: await createLedger(location, origin) };
}
