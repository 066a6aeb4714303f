import { type Fsck, fsck } from '@ombud/ledger';
import { parseVerifierKey } from '@ombud/tlog';
import type { Context } from './context.ts';
import { withLedger } from './ledger/open.ts';

/** Which ledger to check, and against what. */
export interface LedgerCheck {
  readonly location: string;
  /** Verifier keys that are trusted; those that were pinned beside the private key where none are given. */
  readonly keys?: readonly string[];
  /** Signed checkpoints from outside: of a published copy, of a witness. The log must continue them. */
  readonly against?: readonly string[];
  /** The entries and the tree alone, for a role without the right to payloads. */
  readonly treeOnly?: boolean;
}

/**
 * Recomputes a whole ledger from its entries up.
 * @returns counts, and the first thing that is wrong or null
 * @throws OmbudError where the ledger cannot be opened
 * @example const { problem } = await checkLedger({ location: './decisions' }, context);
 */
export function checkLedger(
  { location, keys = [], against = [], treeOnly = false }: LedgerCheck,
  { progress, signal, now }: Context,
): Promise<Fsck> {
  return withLedger(
    location,
    (ledger) =>
      fsck(ledger, {
        against,
        treeOnly,
        now,
        progress: (checked) => {
          signal?.throwIfAborted();
          progress({ task: 'checking', done: checked, total: null });
        },
      }),
    { keys: keys.map(parseVerifierKey) },
  );
}
