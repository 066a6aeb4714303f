import { publish } from '@ombud/ledger';
import { withLedger } from './ledger/open.ts';

/** What a publication wrote. */
export interface Publication {
  /** Entries of the log now. */
  readonly size: number;
  /** Files written; 0 where nothing was new. */
  readonly files: number;
}

/**
 * Writes the static tree of files (C2SP tlog-tiles) that any web server can serve; only what is new.
 * @param to a folder; it is made where it is missing
 * @throws OmbudError `OMBUD_E_LEDGER_PUBLISH`, or `OMBUD_E_LEDGER_ROLLED_BACK` where the folder holds more than the ledger
 */
export function publishLog({
  location,
  to,
}: {
  readonly location: string;
  readonly to: string;
}): Promise<Publication> {
  return withLedger(location, (ledger) => publish(ledger, to));
}
