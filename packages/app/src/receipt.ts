import { makeReceipt, readEntry, readPayload } from '@ombud/ledger';
import { appErrors } from './errors.ts';
import { withLedger } from './ledger/open.ts';

/** Which receipt is asked for. */
export interface ReceiptRequest {
  readonly location: string;
  readonly index: number;
  /** Gives the payload and its salt too: personal data, for the person alone. */
  readonly withPayload?: boolean;
}

/** What a person can keep. */
export interface GivenReceipt {
  /** C2SP tlog-proof: a text that is checked offline. */
  readonly receipt: string;
  /** The entry: canonical JSON. */
  readonly entry: string;
  readonly payload: { readonly salt: string; readonly body: string } | null;
}

/**
 * Gives the receipt of an entry.
 * @throws OmbudError `OMBUD_E_LEDGER_INDEX` where there is no such entry, `OMBUD_E_LEDGER_NOBODY` where its payload is
 *   asked for and is not there any more
 * @example const { receipt } = await giveReceipt({ location: './decisions', index: 7 });
 */
export function giveReceipt({ location, index, withPayload = false }: ReceiptRequest): Promise<GivenReceipt> {
  return withLedger(location, async (ledger) => {
    const receipt = await makeReceipt(ledger, index);
    const entry = await readEntry(ledger.store, index);
    if (!withPayload) return { receipt, entry, payload: null };
    const stored = await readPayload(ledger.store, index);
    if (stored === undefined) throw appErrors.error('OMBUD_E_LEDGER_NOBODY', 'no-payload', { index });
    return { receipt, entry, payload: { salt: stored.salt, body: stored.body } };
  });
}
