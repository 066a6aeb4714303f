/** The one writer of a ledger: seals drafts, grows the tree, signs once a batch, and answers after the durable commit. */
import { randomBytes } from 'node:crypto';
import { type Clock, equalBytes, type IndexRange, type OmbudError, type RandomBytes } from '@ombud/kernel';
import { formatCheckpoint, openCheckpoint } from '@ombud/tlog';
import {
  appendLeaves,
  type CompactRange,
  copyRange,
  leafHashLatin1,
  openRange,
  rangeRoot,
  rangeTiles,
  type Signer,
  signNote,
} from '@ombud/tlog/tree';
import { refuseAboutErased } from './about-erased.ts';
import { commitOrAsk } from './commit-or-ask.ts';
import type { Draft, Sealed } from './entry/draft.ts';
import { type SaltSource, saltSource } from './entry/salts.ts';
import { entryText, seal, takeSealed } from './entry/seal.ts';
import { ledgerErrors } from './errors.ts';
import { GroupCommit, type GroupOptions, groupDefaults } from './group-commit.ts';
import { indexOldSubjects } from './index-subjects.ts';
import { type Appended, contentOf, type Known, knownDrafts, merge } from './known-drafts.ts';
import { closeLedger, type Ledger, ledgerAt, type OpenOptions } from './open-ledger.ts';
import { readSigners, readTokens, type Tokens } from './secrets.ts';
import type { Commit, KeyChange, NewEntry, StoreTransaction } from './store/store.ts';
import { type TimeKeeper, timeKeeper } from './time-keeper.ts';
import { pinLines } from './trusted-keys.ts';

/** How a writer works. */
export interface WriterOptions extends OpenOptions {
  readonly group?: Partial<GroupOptions>;
  /** The clock; the machine's where left out. */
  readonly now?: Clock;
  /** A clock that nobody can set, in milliseconds, to see that the other one jumped; the machine's where left out. */
  readonly monotonic?: Clock;
  /** Randomness for salts; the system's where left out. */
  readonly random?: RandomBytes;
  /** Says that the clock is right although the last entry is more than 400 days old. */
  readonly acceptGap?: boolean;
}

/** What goes with a batch. */
export interface AppendOptions {
  /**
   * The application's own statements, in the transaction that records the entries: both are durable, or neither. They are
   * told where the entries will lie, in the order of the drafts. They do not run where every draft was recorded before.
   */
  readonly within?: (transaction: StoreTransaction, appended: readonly Appended[]) => Promise<void>;
}

interface Batch {
  readonly sealed: readonly Sealed[];
  readonly erase: readonly IndexRange[];
  readonly keys: readonly KeyChange['action'][];
  readonly key: string;
  readonly within: AppendOptions['within'];
}

interface State {
  readonly range: CompactRange;
  readonly lastTime: string;
}

/** Opens a ledger for writing; close it to free the lock. */
export async function openWriter(location: string, options: WriterOptions = {}): Promise<Writer> {
  const ledger = await ledgerAt(location, 'write', options);
  try {
    const signers = await readSigners(ledger);
    const writer = new Writer(ledger, signers, await readTokens(ledger.store, options.random), options);
    await writer.start();
    return writer;
  } catch (error) {
    await closeLedger(ledger);
    throw error;
  }
}

/** Records entries. One at a time is open for a ledger. */
export class Writer {
  readonly ledger: Ledger;
  readonly tokens: Tokens;
  readonly #salts: SaltSource;
  readonly #time: TimeKeeper;
  readonly #group: GroupCommit<Sealed, Appended>;
  #signers: readonly Signer[];
  #generation = 0;
  /** What the store holds, or null where a commit failed and it must be read again. */
  #state: State | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(ledger: Ledger, signers: readonly Signer[], tokens: Tokens, options: WriterOptions) {
    this.ledger = ledger;
    this.tokens = tokens;
    this.#signers = signers;
    this.#salts = saltSource(options.random ?? randomBytes);
    this.#time = timeKeeper(options);
    this.#group = new GroupCommit<Sealed, Appended>((batch) => this.#inTurn(() => this.#commitEach(batch)), {
      ...groupDefaults,
      ...options.group,
    });
  }

  /** The keys that sign. */
  get signers(): readonly Signer[] {
    return this.#signers;
  }

  /** Checks that tree and signed checkpoint agree, and ends what was interrupted: an erasure, the index of subjects. */
  async start(): Promise<void> {
    const { store, trust } = this.ledger;
    this.#state = await this.#load();
    if (trust.origin === 'unpinned') await store.writePins(pinLines(trust));
    await indexOldSubjects(store, this.tokens);
    if ((await store.readLog()).scrubDue) await store.scrub();
  }

  /**
   * Records one entry; entries of the same moment share a commit.
   *
   * @returns its index and leaf hash, once the commit is durable
   * @throws OmbudError for a bad draft, a full queue, a full disk; then the entry is not acknowledged
   * @example const { index } = await writer.append({ kind: 'decision', system: 'loans', payload });
   */
  append(draft: Draft): Promise<Appended>;
  /**
   * Records many entries, with an application's own statements, in one transaction.
   *
   * @example await writer.append([appeal], { within: async ({ run }) => { await run('update cases set state = ?', ['open']); } });
   */
  append(drafts: readonly Draft[], options?: AppendOptions): Promise<readonly Appended[]>;
  async append(
    drafts: Draft | readonly Draft[],
    options: AppendOptions = {},
  ): Promise<Appended | readonly Appended[]> {
    if (isList(drafts)) return this.appendMany(drafts, options);
    this.#requireOpen();
    const sealed = this.seal(drafts);
    // What would spoil a shared batch is refused before it joins one.
    if (sealed.about !== null)
      requireTarget(sealed, this.#state?.range.size ?? (await this.ledger.store.readLog()).size);
    this.#time.requireDecided(sealed.decided);
    return this.#group.add(sealed);
  }

  /**
   * Records many entries in one durable commit: all of them or none. An entry may be about an earlier one of the batch.
   *
   * @throws OmbudError as {@link append}; then nothing was recorded
   */
  async appendMany(drafts: readonly Draft[], options: AppendOptions = {}): Promise<readonly Appended[]> {
    this.#requireOpen();
    return this.appendSealed(
      drafts.map((draft) => this.seal(draft)),
      options,
    );
  }

  /** Seals a draft with this writer's salts, so that a bad one is known before its batch. */
  seal(draft: Draft): Sealed {
    return seal(draft, this.#salts);
  }

  /** Records entries that were sealed already, in one durable commit; each can be recorded once. */
  async appendSealed(
    sealed: readonly Sealed[],
    { within }: AppendOptions = {},
  ): Promise<readonly Appended[]> {
    this.#requireOpen();
    requireAppendable(sealed);
    return this.#inTurn(() => this.#commitAll({ sealed, erase: [], keys: [], key: '', within }));
  }

  /**
   * Records entries that were sealed already, in one durable commit, each for itself: one whose idempotency key was used
   * for something else is refused alone. Few of them share their commit with others of the same moment.
   *
   * @returns for each its index, or why it was refused
   */
  async appendEach(sealed: readonly Sealed[]): Promise<readonly (Appended | OmbudError)[]> {
    this.#requireOpen();
    requireAppendable(sealed);
    if (sealed.length > groupDefaults.most || sealed.some(({ about }) => about !== null))
      return this.#inTurn(() => this.#commitEach(sealed));
    return (await this.#group.addAll(sealed)) as readonly (Appended | OmbudError)[];
  }

  /**
   * Erases payloads, salts and attributes and records the erasures, in one commit; then clears the store's files.
   * @throws OmbudError `OMBUD_E_LEDGER_INDEX` where a range goes beyond the log
   */
  async erase(
    ranges: readonly IndexRange[],
    erasures: readonly Sealed[],
    { within }: AppendOptions = {},
  ): Promise<readonly Appended[]> {
    this.#requireOpen();
    return this.#inTurn(async () => {
      const { size } = await this.ledger.store.readLog();
      for (const [first, last] of ranges)
        if (first < 0 || last < first || last >= size)
          throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'erasure-beyond-end', { first, last, size });
      const appended = await this.#commitAll({
        sealed: erasures,
        erase: ranges,
        keys: [],
        key: '',
        within,
      });
      await this.ledger.store.scrub();
      return appended;
    });
  }

  /** Records a change of the keys; the checkpoint of its commit is signed by `signers`. */
  async changeKeys(
    entry: Sealed,
    change: { readonly action: KeyChange['action']; readonly vkey: string },
    signers: readonly Signer[],
  ): Promise<Appended> {
    this.#requireOpen();
    return this.#inTurn(async () => {
      const before = this.#signers;
      this.#signers = signers;
      try {
        const [appended] = await this.#commitAll({
          sealed: [entry],
          erase: [],
          keys: [change.action],
          key: change.vkey,
          within: undefined,
        });
        return appended as Appended;
      } catch (error) {
        this.#signers = before;
        throw error;
      }
    });
  }

  /**
   * Runs an application's own statements in a transaction without entries, between two commits; where they throw, nothing
   * is changed. Keep it short: appends wait.
   *
   * @example await writer.change(({ run }) => run('update jobs set due = ?', [later]));
   */
  change<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    this.#requireOpen();
    return this.#inTurn(async () => {
      await this.#reconnect();
      return this.#changing(() => this.ledger.store.change(work));
    });
  }

  /**
   * How often an application's own statements began or ended, or the lock was taken. One process writes a ledger: as long as
   * the number is the same, what was read beside the ledger still holds. Null where the lock is lost: others may write.
   */
  get generation(): number | null {
    const hold = this.ledger.store.hold();
    return hold === null ? null : hold + this.#generation;
  }

  /** Counted before the work and after it: what is read in between is not taken for what will be. */
  async #changing<T>(work: () => Promise<T>): Promise<T> {
    this.#generation += 1;
    try {
      return await work();
    } finally {
      this.#generation += 1;
    }
  }

  async #reconnect(): Promise<void> {
    if (await this.ledger.store.reconnect()) this.#state = null;
  }

  /** Runs work that changes the store while no commit is under way. Keep it short: appends wait. */
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
    await closeLedger(this.ledger);
  }

  /** One commit at a time, in the order of the calls. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result;
    return result;
  }

  /** A batch of strangers: each is refused for itself. */
  #commitEach(sealed: readonly Sealed[]): Promise<readonly (Appended | OmbudError)[]> {
    return this.#commit({ sealed, erase: [], keys: [], key: '', within: undefined });
  }

  /** A batch of one caller: one refusal refuses all. */
  async #commitAll(batch: Batch): Promise<readonly Appended[]> {
    return (await this.#commit(batch, true)) as readonly Appended[];
  }

  async #commit(batch: Batch, together = false): Promise<readonly (Appended | OmbudError)[]> {
    if (batch.sealed.length === 0) return [];
    await this.#reconnect();
    const state = this.#state ?? (await this.#load());
    const known = await refuseAboutErased(
      this.ledger.store,
      batch.sealed,
      await knownDrafts(this.ledger.store, this.tokens, batch.sealed),
    );
    const refused = together ? known.find((one) => one instanceof Error) : undefined;
    if (refused !== undefined) throw refused;
    const fresh = batch.sealed.filter((_, i) => known[i] === null);
    if (fresh.length === 0) return merge(known, []);
    const giveBack = takeSealed(fresh);
    let recorded: readonly Appended[];
    try {
      recorded = await this.#write(state, { ...batch, sealed: fresh }, known);
    } catch (error) {
      giveBack();
      throw error;
    }
    return merge(known, recorded);
  }

  async #write(state: State, batch: Batch, known: readonly Known[]): Promise<readonly Appended[]> {
    const { commit, range, appended } = this.#prepare(state, batch, known);
    // Where the commit fails the state stays unknown, and the next commit reads what the store really holds.
    this.#state = null;
    const write = () => commitOrAsk(this.ledger.store, commit);
    await (batch.within === undefined ? write() : this.#changing(write));
    this.#time.recorded(commit.time);
    this.#state = { range, lastTime: commit.time };
    return appended;
  }

  #prepare(state: State, { sealed, erase, keys, key, within }: Batch, known: readonly Known[]) {
    const from = state.range.size;
    sealed.forEach((one, i) => {
      requireTarget(one, from + i);
      this.#time.requireDecided(one.decided);
    });
    const time = this.#time.next(state.lastTime);
    const texts = sealed.map((one) => entryText(one, time));
    const leaves = texts.map(leafHashLatin1);
    const range = copyRange(state.range);
    const tiles = appendLeaves(range, leaves);
    const appended = leaves.map((leaf, i) => ({ index: from + i, leaf: btoa(leaf) }));
    const commit: Commit = {
      from,
      size: range.size,
      time,
      entries: sealed.map((one, i) => this.#newEntry(one, texts[i] ?? '', from + i)),
      tiles,
      note: this.#sign(range),
      erase,
      keys: keys.map((action) => ({ action, vkey: key, index: from })),
      within:
        within === undefined
          ? null
          : (transaction) => within(transaction, merge(known, appended) as readonly Appended[]),
    };
    return { commit, range, appended };
  }

  #newEntry(one: Sealed, entry: string, index: number): NewEntry {
    return {
      index,
      entry,
      about: one.about,
      payload: one.payload,
      attributes: one.attributes,
      subject: one.subject === null ? null : this.tokens.subject(one.subject),
      request:
        one.key === null
          ? null
          : { token: this.tokens.request(one.key, one), content: this.tokens.content(contentOf(one)) },
    };
  }

  #sign(range: CompactRange): string {
    const text = formatCheckpoint({
      origin: this.ledger.origin,
      size: range.size,
      root: rangeRoot(range),
    });
    return signNote(text, this.#signers);
  }

  async #load(): Promise<State> {
    const { store, origin } = this.ledger;
    const { size, lastTime } = await store.readLog();
    const range = openRange(size, await store.readTiles(rangeTiles(size)));
    const { note } = await store.readHead();
    const keys = this.#signers.map(({ key }) => key);
    const { checkpoint } = openCheckpoint(note, keys);
    if (
      checkpoint.origin === origin &&
      checkpoint.size === size &&
      equalBytes(checkpoint.root, rangeRoot(range))
    )
      return { range, lastTime };
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'tree-not-signed', { location: store.location });
  }

  #requireOpen(): void {
    if (this.#closed) throw ledgerErrors.error('OMBUD_E_LEDGER_CLOSED', 'closed');
  }
}

function requireAppendable(sealed: readonly Sealed[]): void {
  for (const { kind } of sealed)
    if (kind === 'erasure' || kind === 'key')
      throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'not-appended', { kind });
}

const isList = (drafts: Draft | readonly Draft[]): drafts is readonly Draft[] => Array.isArray(drafts);

/** An entry may be about any entry before it, also one of its own batch. */
function requireTarget({ about }: Sealed, index: number): void {
  if (about !== null && about >= index)
    throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'about-later', { about });
}
