/** Makes a commit of a batch: times, texts, the grown tree, its signed checkpoint. Nothing is written here. */
import type { IndexRange } from '@ombud/kernel';
import { formatCheckpoint } from '@ombud/tlog';
import {
  appendLeaves,
  type CompactRange,
  copyRange,
  leafHashLatin1,
  rangeRoot,
  type Signer,
  signNote,
} from '@ombud/tlog/tree';
import type { Sealed } from '../entry/draft.ts';
import { entryTexts } from '../entry/seal.ts';
import { ledgerErrors } from '../errors.ts';
import type { Tokens } from '../secrets.ts';
import type { Commit, KeyChange, NewEntry, StoreTransaction } from '../store/store.ts';
import type { Forgotten } from '../store/subjects/subject-index.ts';
import { type Appended, contentOf, type Known, merge } from './known-drafts.ts';
import type { TimeKeeper } from './time-keeper.ts';
import type { TreeState } from './tree-state.ts';

/** An application's own statements, told where the entries will lie. */
export type Within = (transaction: StoreTransaction, appended: readonly Appended[]) => Promise<void>;

/** What is recorded in one commit. */
export interface Batch {
  readonly sealed: readonly Sealed[];
  readonly erase?: readonly IndexRange[];
  readonly forget?: readonly Forgotten[];
  readonly keyChange?: Pick<KeyChange, 'action' | 'vkey'>;
  readonly within?: Within | undefined;
  /** Whether nothing is sealed while it is written. */
  readonly inOne?: boolean;
}

/** A batch of which it is known what was recorded before. */
export interface FreshBatch extends Batch {
  /** Keyed hashes of the idempotency keys of `sealed`, null where there is none. */
  readonly requests: readonly (string | null)[];
  /** What is known of all drafts of the batch, the fresh ones among them. */
  readonly known: readonly Known[];
}

/** What makes commits of one ledger. */
export interface Maker {
  readonly origin: string;
  readonly signers: readonly Signer[];
  readonly tokens: Tokens;
  readonly time: TimeKeeper;
}

/** A commit, where its entries will lie, and what the log is after it. */
export interface Prepared {
  readonly commit: Commit;
  readonly appended: readonly Appended[];
  readonly next: TreeState;
}

/** @throws OmbudError where an entry is about a later one, or its time is not yet */
export function prepareCommit(maker: Maker, state: TreeState, batch: FreshBatch): Prepared {
  const { sealed, requests, known, erase = [], forget = [], keyChange, within, inOne = false } = batch;
  const from = state.range.size;
  sealed.forEach((one, i) => {
    requireTarget(one, from + i);
    maker.time.requireDecided(one.decided);
  });
  const time = maker.time.next(state.lastTime);
  const texts = entryTexts(sealed, time);
  const leaves = texts.map(leafHashLatin1);
  const range = copyRange(state.range);
  const tiles = appendLeaves(range, leaves);
  const appended = leaves.map((leaf, i) => ({ index: from + i, leaf: btoa(leaf) }));
  const commit: Commit = {
    from,
    size: range.size,
    time,
    entries: sealed.map((one, i) =>
      newEntry(one, { entry: texts[i] ?? '', index: from + i, request: requests[i] ?? null }, maker.tokens),
    ),
    indexKey: maker.tokens.indexKey,
    tiles,
    note: signedNote(maker, range),
    erase,
    forget,
    keys: keyChange === undefined ? [] : [{ ...keyChange, index: from }],
    inOne,
    within:
      within === undefined
        ? null
        : (transaction) => within(transaction, merge(known, appended) as readonly Appended[]),
  };
  return { commit, appended, next: { range, lastTime: time } };
}

interface Place {
  readonly entry: string;
  readonly index: number;
  readonly request: string | null;
}

const newEntry = (one: Sealed, { entry, index, request }: Place, tokens: Tokens): NewEntry => ({
  index,
  entry,
  about: one.about,
  payload: one.payload,
  attributes: one.attributes,
  subject: one.subject,
  request: request === null ? null : { token: request, content: tokens.content(contentOf(one)) },
});

function signedNote({ origin, signers }: Maker, range: CompactRange): string {
  return signNote(formatCheckpoint({ origin, size: range.size, root: rangeRoot(range) }), signers);
}

/**
 * An entry may be about any entry before it, also one of its own batch.
 * @throws OmbudError `OMBUD_E_LEDGER_INDEX`
 */
export function requireTarget({ about }: Sealed, index: number): void {
  if (about !== null && about >= index)
    throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'about-later', { about });
}
