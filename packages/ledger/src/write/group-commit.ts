/** Gathers single items into batches, so that many waiters share one durable commit. */
import { ledgerErrors } from '../errors.ts';
import type { Halves } from './halves.ts';

/** How entries share a commit: how many at most, and how many may queue. */
export interface GroupOptions {
  /** Largest batch. */
  readonly most: number;
  /** How many items may wait before new ones are pushed back. */
  readonly waiting: number;
}

/**
 * Tessera's batch and push-back. Nothing waits for company: what comes while a batch is being written is the next batch,
 * so that a lone entry takes one commit and many share one.
 */
export const groupDefaults: GroupOptions = { most: 256, waiting: 4096 };

/** Fewer items than this share one commit: two would wait twice for the disk. */
const worthHalves = 96;

/** Items that were given together: they stay in one batch and are answered together. */
interface Waiter<T, R> {
  readonly items: readonly T[];
  /** Hears the results of the whole batch, and where its own begin. */
  resolve(results: readonly (R | Error)[], at: number): void;
  reject(error: unknown): void;
}

/**
 * @param commit makes a batch durable and gives one result for each item, an error for an item that was refused alone, or
 *   throws for all of them
 * @param halves whether many are recorded in two halves, where ever; then `commit` is called again before the first is durable, else
 *   it is told that it is alone
 * @example const group = new GroupCommit(writeBatch, groupDefaults); await group.add(item);
 */
export class GroupCommit<T, R> {
  readonly #commit: (items: readonly T[], inOne: boolean) => Promise<readonly (R | Error)[]>;
  readonly #options: GroupOptions;
  readonly #halves: Halves | null;
  #queue: Waiter<T, R>[] = [];
  /** Items in the queue. */
  #waiting = 0;
  /** Items in the batches that are being written. */
  #written = 0;
  /** Half of the items that were waiting or being written when a batch was last durable, and no more than a batch. */
  #half = 0;
  #planned = false;
  /** Batches that are not durable yet. */
  #underway = 0;
  /** Settle when those who wait for a batch were answered. */
  readonly #running = new Set<Promise<void>>();

  constructor(
    commit: (items: readonly T[], inOne: boolean) => Promise<readonly (R | Error)[]>,
    options: GroupOptions,
    halves: Halves | null = null,
  ) {
    this.#commit = commit;
    this.#options = options;
    this.#halves = halves;
  }

  /** Resolves when the item's batch is durable. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) =>
      this.#enqueue({
        items: [item],
        resolve: (results, at) => {
          const result = results[at];
          if (result instanceof Error) reject(result);
          else resolve(result as R);
        },
        reject,
      }),
    );
  }

  /** Resolves when all of them are durable, in one batch with others: for each its result, or why it was refused alone. */
  addAll(items: readonly T[]): Promise<readonly (R | Error)[]> {
    return new Promise((resolve, reject) =>
      this.#enqueue({
        items,
        resolve: (results, at) => resolve(results.slice(at, at + items.length)),
        reject,
      }),
    );
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#running.size > 0 || this.#queue.length > 0) {
      if (this.#running.size === 0) this.#start();
      await Promise.all(this.#running);
    }
  }

  #enqueue(waiter: Waiter<T, R>): void {
    const { waiting } = this.#options;
    if (this.#waiting + waiter.items.length > waiting) {
      waiter.reject(ledgerErrors.error('OMBUD_E_LEDGER_BUSY', 'queue-full', { waiting: this.#waiting }));
      return;
    }
    this.#queue.push(waiter);
    this.#waiting += waiter.items.length;
    if (this.#isHalf()) this.#start();
    else this.#plan();
  }

  /** Whether half of those who come again and again are here: they are sealed while the other half is being written. */
  #isHalf(): boolean {
    return (
      this.#half >= worthHalves &&
      this.#waiting >= this.#half &&
      this.#underway < 2 &&
      this.#halves?.now() === true
    );
  }

  /** Starts when those who were answered a moment ago have had their turn to come again. */
  #plan(): void {
    if (this.#planned || this.#underway > 0) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      if (this.#underway === 0 && this.#queue.length > 0) this.#start();
    });
  }

  #start(): void {
    this.#underway += 1;
    const running = this.#run(this.#take()).finally(() => {
      this.#running.delete(running);
      if (this.#queue.length > 0) this.#plan();
    });
    this.#running.add(running);
  }

  /** As many of the queue as fit a batch, and at least one. */
  #take(): readonly Waiter<T, R>[] {
    let [taken, items] = [0, 0];
    for (const one of this.#queue) {
      if (taken > 0 && items + one.items.length > this.#options.most) break;
      items += one.items.length;
      taken += 1;
    }
    this.#waiting -= items;
    this.#written += items;
    return this.#queue.splice(0, taken);
  }

  async #run(batch: readonly Waiter<T, R>[]): Promise<void> {
    const items = batch.flatMap((one) => one.items);
    try {
      const inOne = this.#halves?.now() !== true;
      const results = await this.#commit(items, inOne).finally(() => this.#ended(items.length));
      let at = 0;
      for (const { items, resolve } of batch) {
        resolve(results, at);
        at += items.length;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  #ended(items: number): void {
    this.#half = Math.min(this.#options.most, Math.floor((this.#written + this.#waiting) / 2));
    if (this.#half >= worthHalves) this.#halves?.recorded(items);
    this.#written -= items;
    this.#underway -= 1;
  }
}
