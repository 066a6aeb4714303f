import { type Fsck, fsck } from '@ombud/ledger';
import type { Context } from './context.ts';
import { withLedger } from './ledger/open.ts';

/**
 * Recomputes a whole ledger from its entries up.
 * @returns counts, and the first thing that is wrong or null
 * @throws OmbudError where the ledger cannot be opened
 * @example const { problem } = await checkLedger({ location: './decisions' }, context);
 */
export function checkLedger(
  { location }: { readonly location: string },
  { progress, signal }: Context,
): Promise<Fsck> {
  return withLedger(location, (ledger) =>
    fsck(ledger, (checked) => {
      signal?.throwIfAborted();
      progress({ task: 'checking', done: checked, total: null });
    }),
  );
}
