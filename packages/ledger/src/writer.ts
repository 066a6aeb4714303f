/** The one writer of a ledger: seals drafts, grows the tree, signs once a batch, and answers after the durable commit. */
import { hash } from 'node:crypto';
import type { IndexRange } from '@ombud/kernel';
import { equalBytes } from '@ombud/kernel';
import { formatCheckpoint, formatVerifierKey, openCheckpoint } from '@ombud/tlog';
import {
  appendLeaves,
  type CompactRange,
  copyRange,
  openRange,
  parsePrivateKey,
  rangeRoot,
  rangeTiles,
  type Signer,
  signNote,
} from '@ombud/tlog/tree';
import { type Draft, entryText, type Sealed, seal } from './entry/draft.ts';
import { ledgerErrors } from './errors.ts';
import { GROUP_DEFAULTS, GroupCommit, type GroupOptions } from './group-commit.ts';
import { type Ledger, ledgerAt } from './ledger.ts';
import { fetchTiles, readHead, readLog } from './store/queries.ts';
import type { Commit } from './store/store.ts';
import type { AttributesTable, PayloadsTable } from './store/tables.ts';

/** Where an entry lies, for good. */
export interface Appended {
  readonly index: number;
  /** Leaf hash, base64 of 32 bytes. */
  readonly leaf: string;
}

/** How a writer groups its commits, and its clock. */
export interface WriterOptions {
  readonly group?: Partial<GroupOptions>;
  /** The clock, in milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

interface State {
  readonly edge: CompactRange;
  readonly lastTime: string;
}

/** Opens a ledger for writing; close it to free the lock. */
export async function openWriter(location: string, options: WriterOptions = {}): Promise<Writer> {
  const ledger = await ledgerAt(location, 'write');
  try {
    const writer = new Writer(ledger, await readSigners(ledger), options);
    await writer.start();
    return writer;
  } catch (error) {
    await ledger.store.close();
    throw error;
  }
}

/** The private keys of the keys that sign now. */
export async function readSigners({ store, keys }: Ledger): Promise<Signer[]> {
  const signing = new Set(keys.map(formatVerifierKey));
  const signers = (await store.readSecrets()).map(parsePrivateKey);
  const present = signers.filter(({ key }) => signing.has(formatVerifierKey(key)));
  if (present.length === signing.size && present.length > 0) return present;
  throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'missing-private', {
    location: store.location,
    keys: signing.size,
    present: present.length,
  });
}

/** The one writer of a ledger. Open it with `openWriter`; entries of the same moment share one durable commit. */
export class Writer {
  readonly ledger: Ledger;
  readonly signers: readonly Signer[];
  readonly #now: () => number;
  readonly #group: GroupCommit<Sealed, Appended>;
  /** What the store holds, or null where a commit failed and it must be read again. */
  #state: State | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(ledger: Ledger, signers: readonly Signer[], options: WriterOptions) {
    this.ledger = ledger;
    this.signers = signers;
    this.#now = options.now ?? Date.now;
    this.#group = new GroupCommit((batch) => this.appendSealed(batch), {
      ...GROUP_DEFAULTS,
      ...options.group,
    });
  }

  /** Checks that tree and signed checkpoint agree, and ends an erasure that was interrupted. */
  async start(): Promise<void> {
    this.#state = await this.#load();
    const { scrub_due } = await readLog(this.ledger.store);
    if (scrub_due === 1) await this.ledger.store.scrub();
  }

  /**
   * Records one entry; entries of the same moment share a commit.
   *
   * @returns its index and leaf hash, once the commit is durable
   * @throws OmbudError for a bad draft, a full queue, a full disk; then the entry is not acknowledged
   * @example const { index } = await writer.append({ kind: 'decision', system: 'loans', payload });
   */
  async append(draft: Draft): Promise<Appended> {
    this.#requireOpen();
    const sealed = seal(draft);
    await this.#requireTarget(sealed);
    return this.#group.add(sealed);
  }

  /**
   * Records many entries in one durable commit: all of them or none. An entry may be about an earlier one of the batch.
   *
   * @throws OmbudError as {@link append}; then nothing was recorded
   */
  async appendMany(drafts: readonly Draft[]): Promise<readonly Appended[]> {
    this.#requireOpen();
    return this.appendSealed(drafts.map(seal));
  }

  /** Records entries that were sealed already, in one durable commit. */
  appendSealed(sealed: readonly Sealed[]): Promise<readonly Appended[]> {
    return this.#inTurn(() => this.#commit(sealed, []));
  }

  /** Deletes payloads, salts and attributes and records the erasure, in one commit; then clears the store's files. */
  async erase(ranges: readonly IndexRange[], erasures: readonly Sealed[]): Promise<readonly Appended[]> {
    this.#requireOpen();
    return this.#inTurn(async () => {
      const appended = await this.#commit(erasures, ranges);
      await this.ledger.store.scrub();
      return appended;
    });
  }

  /** Runs work that changes the store while no commit is under way. */
  exclusively<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    this.#requireOpen();
    return this.#inTurn(() => work(this.ledger));
  }

  /** Waits for what was accepted, then frees the lock. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#group.drain();
    await this.#turn.catch(() => {});
    await this.ledger.store.close();
  }

  /** One commit at a time, in the order of the calls. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result;
    return result;
  }

  async #commit(sealed: readonly Sealed[], erase: readonly IndexRange[]): Promise<readonly Appended[]> {
    if (sealed.length === 0) return [];
    const state = this.#state ?? (await this.#load());
    this.#state = null;
    const { commit, edge, appended } = this.#prepare(state, sealed, erase);
    // Where the commit fails the state stays unknown, and the next commit reads what the store really holds.
    await this.ledger.store.commit(commit);
    this.#state = { edge, lastTime: commit.time };
    return appended;
  }

  #prepare(state: State, sealed: readonly Sealed[], erase: readonly IndexRange[]) {
    const from = state.edge.size;
    requireTargets(sealed, from);
    const time = later(new Date(this.#now()).toISOString(), state.lastTime);
    const entries = sealed.map((one) => entryText(one, time));
    const leaves = entries.map(textLeaf);
    const edge = copyRange(state.edge);
    const tiles = appendLeaves(edge, leaves);
    const note = this.#sign(edge);
    const { payloads, attributes } = rowsOf(sealed, from);
    const commit: Commit = { from, size: edge.size, time, entries, payloads, attributes, tiles, note, erase };
    const appended = leaves.map((leaf, i) => ({
      index: from + i,
      leaf: btoa(leaf),
    }));
    return { commit, edge, appended };
  }

  #sign(edge: CompactRange): string {
    const text = formatCheckpoint({ origin: this.ledger.origin, size: edge.size, root: rangeRoot(edge) });
    return signNote(text, this.signers);
  }

  async #load(): Promise<State> {
    const { store, keys, origin } = this.ledger;
    const { size, last_time } = await readLog(store);
    const edge = openRange(size, await fetchTiles(store, rangeTiles(size)));
    const { checkpoint } = openCheckpoint((await readHead(store)).note, keys);
    if (
      checkpoint.origin === origin &&
      checkpoint.size === size &&
      equalBytes(checkpoint.root, rangeRoot(edge))
    )
      return { edge, lastTime: last_time };
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'tree-not-signed', { location: store.location });
  }

  async #requireTarget({ about }: Sealed): Promise<void> {
    if (about === null) return;
    const size = this.#state?.edge.size ?? (await readLog(this.ledger.store)).size;
    if (about >= size) throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'about-later', { about });
  }

  #requireOpen(): void {
    if (this.#closed) throw ledgerErrors.error('OMBUD_E_LEDGER_CLOSED', 'closed');
  }
}

/** An entry may be about any entry before it, also one of its own batch. */
function requireTargets(sealed: readonly Sealed[], from: number): void {
  sealed.forEach(({ about }, i) => {
    if (about !== null && about >= from + i)
      throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'about-later', { about });
  });
}

function later(time: string, last: string): string {
  return time > last ? time : last;
}

/** Leaf hash of a text, SHA-256(00 || UTF-8), in latin1 form: equal to `leafHashLatin1` of its bytes without making them. */
function textLeaf(entry: string): string {
  return hash('sha256', `\0${entry}`, 'binary');
}

function rowsOf(
  sealed: readonly Sealed[],
  from: number,
): { payloads: PayloadsTable[]; attributes: AttributesTable[] } {
  const payloads: PayloadsTable[] = [];
  const attributes: AttributesTable[] = [];
  sealed.forEach(({ about, payload, attributes: held }, i) => {
    const idx = from + i;
    if (payload !== null) payloads.push({ idx, about, salt: payload.salt, body: payload.body });
    if (held !== null) attributes.push({ idx, salt: held.salt, body: held.body });
  });
  return { payloads, attributes };
}
