/** The changes of the keys: each was vouched for by a key that was trusted then. */
import type { Entry } from '@ombud/contract';
import { formatVerifierKey, type VerifierKey } from '@ombud/tlog';
import type { Ledger } from '../open-ledger.ts';
import { follow } from '../trusted-keys.ts';
import { problem } from './problem.ts';

/** Follows the entries about keys; the whole log must be given to it, in order. */
export interface KeyChain {
  /** @throws OmbudError where a key was changed and no trusted key vouched for it */
  see(index: number, entry: Entry): void;
}

/** A chain that begins at the keys that are trusted at the end: these were vouched for by whoever came before. */
export function keyChain({ origin, trust }: Ledger): KeyChain {
  const trusted = new Map<string, VerifierKey>(trust.all.map((key) => [formatVerifierKey(key), key]));
  const retired = new Set<string>();
  return {
    see(index, entry) {
      if (entry.kind === 'key' && !follow(entry, origin, trusted, retired))
        throw problem('key-not-vouched', { index });
    },
  };
}
