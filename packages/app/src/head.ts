import { readCheckpoint } from '@ombud/ledger';
import { withLedger } from './ledger/open.ts';

/** The newest signed checkpoint of a ledger. */
export interface NewestCheckpoint {
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  /** The checkpoint as a signed note, as it is published. */
  readonly note: string;
}

/**
 * Reads the newest checkpoint, its signature verified.
 * @param location a folder or a `postgres://` URL
 */
export function showHead({ location }: { readonly location: string }): Promise<NewestCheckpoint> {
  return withLedger(location, async (ledger) => {
    const { note, checkpoint } = await readCheckpoint(ledger);
    return { origin: checkpoint.origin, size: checkpoint.size, note };
  });
}
