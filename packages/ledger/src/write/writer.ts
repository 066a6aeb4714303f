/** The one writer of a ledger: seals drafts, has them recorded, and answers after the durable commit. */
import { randomBytes } from 'node:crypto';
import type { Clock, IndexRange, OmbudError, RandomBytes } from '@ombud/kernel';
import type { Signer } from '@ombud/tlog/tree';
import type { Draft, Sealed } from '../entry/draft.ts';
import { type SaltSource, saltSource } from '../entry/salts.ts';
import { seal } from '../entry/seal.ts';
import { ledgerErrors } from '../errors.ts';
import { closeLedger, type Ledger, ledgerAt, type OpenOptions } from '../open-ledger.ts';
import { readSigners, readTokens, type Tokens } from '../secrets.ts';
import type { KeyChange, StoreTransaction } from '../store/store.ts';
import type { Forgotten } from '../store/subjects/subject-index.ts';
import { pinLines } from '../trusted-keys.ts';
import { GroupCommit, type GroupOptions, groupDefaults } from './group-commit.ts';
import { quickerHalves } from './halves.ts';
import { indexOldSubjects } from './index-subjects.ts';
import type { Appended } from './known-drafts.ts';
import { requireTarget, type Within } from './prepare-commit.ts';
import { Recorder } from './recorder.ts';
import { type TimeKeeper, timeKeeper } from './time-keeper.ts';

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
  readonly within?: Within;
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
  readonly #recorder: Recorder;
  readonly #group: GroupCommit<Sealed, Appended>;
  #closed = false;

  constructor(ledger: Ledger, signers: readonly Signer[], tokens: Tokens, options: WriterOptions) {
    this.ledger = ledger;
    this.tokens = tokens;
    this.#salts = saltSource(options.random ?? randomBytes);
    this.#time = timeKeeper(options);
    this.#recorder = new Recorder(ledger, tokens, this.#time, signers);
    this.#group = new GroupCommit<Sealed, Appended>(
      (sealed, inOne) => this.#recorder.record({ sealed, inOne }, 'each'),
      { ...groupDefaults, ...options.group },
      quickerHalves(ledger.store.writesBeside),
    );
  }

  /** The keys that sign. */
  get signers(): readonly Signer[] {
    return this.#recorder.signers;
  }

  /** Checks that tree and signed checkpoint agree, and ends what was interrupted: an erasure, the index of subjects. */
  async start(): Promise<void> {
    const { store, trust } = this.ledger;
    await this.#recorder.start();
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
  append(
    drafts: Draft | readonly Draft[],
    options: AppendOptions = {},
  ): Promise<Appended | readonly Appended[]> {
    if (isList(drafts)) return this.appendMany(drafts, options);
    try {
      this.#requireOpen();
      const sealed = this.seal(drafts);
      this.#time.requireDecided(sealed.decided);
      // What would spoil a shared batch is refused before it joins one.
      return sealed.about === null ? this.#group.add(sealed) : this.#appendAbout(sealed);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async #appendAbout(sealed: Sealed): Promise<Appended> {
    requireTarget(sealed, this.#recorder.size ?? (await this.ledger.store.readLog()).size);
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
    return (await this.#recorder.record({ sealed, within }, 'together')) as readonly Appended[];
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
      return this.#recorder.record({ sealed }, 'each');
    return (await this.#group.addAll(sealed)) as readonly (Appended | OmbudError)[];
  }

  /**
   * Erases payloads, salts and attributes and records the erasures, in one commit; then clears the store's files.
   * @param forget of the entries that are erased those that the index of subjects finds again
   * @throws OmbudError `OMBUD_E_LEDGER_INDEX` where a range goes beyond the log
   */
  async erase(
    ranges: readonly IndexRange[],
    erasures: readonly Sealed[],
    forget: readonly Forgotten[],
    { within }: AppendOptions = {},
  ): Promise<readonly Appended[]> {
    this.#requireOpen();
    return this.#recorder.alone(async () => {
      const { size } = await this.ledger.store.readLog();
      for (const [first, last] of ranges)
        if (first < 0 || last < first || last >= size)
          throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'erasure-beyond-end', { first, last, size });
      const batch = { sealed: erasures, erase: ranges, forget, within };
      const appended = await this.#recorder.recordNow(batch, 'together');
      await this.ledger.store.scrub();
      return appended as readonly Appended[];
    });
  }

  /** Records a change of the keys; the checkpoint of its commit is signed by `signers`. */
  async changeKeys(
    entry: Sealed,
    keyChange: Pick<KeyChange, 'action' | 'vkey'>,
    signers: readonly Signer[],
  ): Promise<Appended> {
    this.#requireOpen();
    return this.#recorder.alone(async () => {
      const before = this.#recorder.signers;
      this.#recorder.signers = signers;
      try {
        const [appended] = await this.#recorder.recordNow({ sealed: [entry], keyChange }, 'together');
        return appended as Appended;
      } catch (error) {
        this.#recorder.signers = before;
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
    return this.#recorder.alone(async () => {
      await this.#recorder.reconnect();
      return this.#recorder.changing(() => this.ledger.store.change(work));
    });
  }

  /**
   * How often an application's own statements began or ended, or the lock was taken. One process writes a ledger: as long as
   * the number is the same, what was read beside the ledger still holds. Null where the lock is lost: others may write.
   */
  get generation(): number | null {
    const hold = this.ledger.store.hold();
    return hold === null ? null : hold + this.#recorder.generation;
  }

  /** Runs work that changes the store while no commit is under way. Keep it short: appends wait. */
  exclusively<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    this.#requireOpen();
    return this.#recorder.alone(() => work(this.ledger));
  }

  /** Waits for what was accepted, then frees the lock. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#group.drain();
    await this.#recorder.ended();
    await closeLedger(this.ledger);
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
