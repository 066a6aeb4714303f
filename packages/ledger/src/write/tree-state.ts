/** What a writer must know of the log to go on with it. */
import { equalBytes } from '@ombud/kernel';
import { openCheckpoint } from '@ombud/tlog';
import { type CompactRange, openRange, rangeRoot, rangeTiles, type Signer } from '@ombud/tlog/tree';
import { ledgerErrors } from '../errors.ts';
import type { Ledger } from '../open-ledger.ts';

/** The tree, and when the last entry was recorded. */
export interface TreeState {
  readonly range: CompactRange;
  readonly lastTime: string;
}

/**
 * Reads what the store holds.
 * @throws OmbudError `OMBUD_E_LEDGER_CORRUPT` where these signers did not sign this tree
 */
export async function readTreeState(
  { store, origin }: Ledger,
  signers: readonly Signer[],
): Promise<TreeState> {
  const { size, lastTime } = await store.readLog();
  const range = openRange(size, await store.readTiles(rangeTiles(size)));
  const { note } = await store.readHead();
  const { checkpoint } = openCheckpoint(
    note,
    signers.map(({ key }) => key),
  );
  if (
    checkpoint.origin === origin &&
    checkpoint.size === size &&
    equalBytes(checkpoint.root, rangeRoot(range))
  )
    return { range, lastTime };
  throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'tree-not-signed', { location: store.location });
}
