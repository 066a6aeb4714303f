/**
 * Records batches, each on top of the one before it, also where that one is still being written: the tree is grown ahead
 * of the store. Where a commit fails, those that were made on top of it fail with it, and are made again.
 */
import type { OmbudError } from '@ombud/kernel';
import type { Signer } from '@ombud/tlog/tree';
import { takeSealed } from '../entry/seal.ts';
import type { Ledger } from '../open-ledger.ts';
import type { Tokens } from '../secrets.ts';
import { refuseAboutErased } from './about-erased.ts';
import { CommitLine, type HandedOver } from './commit-line.ts';
import { commitOrAsk } from './commit-or-ask.ts';
import { type Appended, type Known, knownDrafts, merge, requestsOf } from './known-drafts.ts';
import { type Batch, type Prepared, prepareCommit } from './prepare-commit.ts';
import type { TimeKeeper } from './time-keeper.ts';
import { readTreeState, type TreeState } from './tree-state.ts';

/** For each draft its place, or why it alone was refused. */
export type Answers = readonly (Appended | OmbudError)[];

/** Whether one refusal refuses all: a batch of one caller, or of strangers. */
export type Refusing = 'together' | 'each';

/** A commit before it failed, and this one was made on top of it. */
const overtaken = Symbol('overtaken');

/** Nobody but a writer has one. */
export class Recorder {
  readonly #ledger: Ledger;
  readonly #tokens: Tokens;
  readonly #time: TimeKeeper;
  readonly #line: CommitLine;
  /** The keys that sign. */
  signers: readonly Signer[];
  /** What the log is when everything that is under way is written; null where a commit failed, and the store must be asked. */
  #state: TreeState | null = null;
  /** Counts the commits that failed. */
  #failures = 0;
  /** Idempotency keys of what is under way. */
  readonly #underway = new Set<string>();
  /** Settles with the newest commit that was handed over. */
  #newest: Promise<unknown> = Promise.resolve();
  #generation = 0;

  constructor(ledger: Ledger, tokens: Tokens, time: TimeKeeper, signers: readonly Signer[]) {
    this.#ledger = ledger;
    this.#tokens = tokens;
    this.#time = time;
    this.#line = new CommitLine(ledger.store.ahead);
    this.signers = signers;
  }

  /** Reads the log. */
  async start(): Promise<void> {
    this.#state = await readTreeState(this.#ledger, this.signers);
  }

  /** Entries of the log, with those that are under way; null where that is not known. */
  get size(): number | null {
    return this.#state?.range.size ?? null;
  }

  /** How often an application's own statements began or ended. */
  get generation(): number {
    return this.#generation;
  }

  /** Records a batch; other batches may be under way. */
  async record(batch: Batch, refusing: Refusing): Promise<Answers> {
    if (batch.sealed.length === 0) return [];
    if (batch.within !== undefined) return this.alone(() => this.recordNow(batch, refusing));
    for (;;) {
      const answers = await this.#line.beside(() => this.#handOver(batch, refusing));
      if (answers !== overtaken) return answers;
    }
  }

  /** Records a batch where nothing else is under way. */
  async recordNow(batch: Batch, refusing: Refusing): Promise<Answers> {
    const { end } = await this.#handOver(batch, refusing);
    const answers = await end;
    return answers === overtaken ? this.recordNow(batch, refusing) : answers;
  }

  /** Runs work when nothing is under way; what comes later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#line.alone(work);
  }

  /** Counted before the work and after it: what is read in between is not taken for what will be. */
  async changing<T>(work: () => Promise<T>): Promise<T> {
    this.#generation += 1;
    try {
      return await work();
    } finally {
      this.#generation += 1;
    }
  }

  /** Takes the store's lock again where it was lost. */
  async reconnect(): Promise<void> {
    if (await this.#ledger.store.reconnect()) this.#state = null;
  }

  /** Waits for everything that was asked for. */
  ended(): Promise<void> {
    return this.#line.ended();
  }

  async #handOver(batch: Batch, refusing: Refusing): Promise<HandedOver<Answers | typeof overtaken>> {
    await this.reconnect();
    const requests = requestsOf(this.#tokens, batch.sealed);
    const known = await this.#knownOf(batch, requests);
    const refused = refusing === 'together' ? known.find((one) => one instanceof Error) : undefined;
    if (refused !== undefined) throw refused;
    const isFresh = (_: unknown, i: number) => known[i] === null;
    const fresh = {
      ...batch,
      sealed: batch.sealed.filter(isFresh),
      requests: requests.filter(isFresh),
      known,
    };
    if (fresh.sealed.length === 0) return { end: Promise.resolve(merge(known, [])) };
    // From here to the store nothing waits: what is under way now is what this commit is made on top of.
    const state = this.#state ?? (await this.#readState());
    const giveBack = takeSealed(fresh.sealed);
    try {
      const maker = {
        origin: this.#ledger.origin,
        signers: this.signers,
        tokens: this.#tokens,
        time: this.#time,
      };
      const end = this.#write(prepareCommit(maker, state, fresh), known, giveBack);
      this.#newest = end.catch(() => {});
      return { end };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  async #knownOf({ sealed }: Batch, requests: readonly (string | null)[]): Promise<readonly Known[]> {
    // A reader does not see yet what is under way.
    if (requests.some((request) => request !== null && this.#underway.has(request)))
      await this.#line.settled();
    const { store } = this.#ledger;
    return refuseAboutErased(store, sealed, await knownDrafts(store, this.#tokens, sealed, requests));
  }

  async #readState(): Promise<TreeState> {
    await this.#line.settled();
    return readTreeState(this.#ledger, this.signers);
  }

  async #write(
    { commit, appended, next }: Prepared,
    known: readonly Known[],
    giveBack: () => void,
  ): Promise<Answers | typeof overtaken> {
    const [before, failuresBefore] = [this.#newest, this.#failures];
    const requests = commit.entries.flatMap(({ request }) => (request === null ? [] : [request.token]));
    for (const request of requests) this.#underway.add(request);
    this.#state = next;
    try {
      const write = () => commitOrAsk(this.#ledger.store, commit);
      await (commit.within === null ? write() : this.changing(write));
      this.#time.recorded(commit.time);
      return merge(known, appended);
    } catch (error) {
      giveBack();
      await before;
      if (this.#failures !== failuresBefore) return overtaken;
      this.#failures += 1;
      this.#state = null;
      throw error;
    } finally {
      for (const request of requests) this.#underway.delete(request);
    }
  }
}
