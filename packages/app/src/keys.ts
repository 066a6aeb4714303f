import { addKey, retireKey } from '@ombud/ledger';
import { formatVerifierKey } from '@ombud/tlog';
import { withLedger } from './ledger/open.ts';

/** What to do with the keys of a ledger before they are shown. */
export interface KeyChange {
  readonly location: string;
  /** Adds a key that signs beside the old ones. */
  readonly rotate?: boolean;
  /** The verifier key that stops signing; its private half is destroyed. */
  readonly retire?: string;
}

/**
 * Changes the keys of a ledger where that is asked, and gives those that sign now.
 * @throws OmbudError `OMBUD_E_LEDGER_KEY` where the key to retire does not sign, or is the only one
 * @example const { keys } = await manageKeys({ location: './decisions', rotate: true });
 */
export async function manageKeys({
  location,
  rotate = false,
  retire,
}: KeyChange): Promise<{ readonly keys: readonly string[] }> {
  if (rotate) await addKey(location);
  if (retire !== undefined) await retireKey(location, retire);
  return withLedger(location, async ({ keys }) => ({ keys: keys.map(formatVerifierKey) }));
}
