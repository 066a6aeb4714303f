/** Gathers single items into batches, so that many waiters share one durable commit. */
import { ledgerErrors } from '../errors.ts';

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
 * @example const group = new GroupCommit(writeBatch, groupDefaults); await group.add(item);
 */
export class GroupCommit<T, R> {
  readonly #commit: (items: readonly T[]) => Promise<readonly (R | Error)[]>;
  readonly #options: GroupOptions;
  #queue: Waiter<T, R>[] = [];
  /** Items in the queue. */
  #waiting = 0;
  #planned = false;
  #running: Promise<void> | null = null;

  constructor(commit: (items: readonly T[]) => Promise<readonly (R | Error)[]>, options: GroupOptions) {
    this.#commit = commit;
    this.#options = options;
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
    while (this.#running !== null || this.#queue.length > 0) await (this.#running ?? this.#start());
  }

  #enqueue(waiter: Waiter<T, R>): void {
    const { waiting } = this.#options;
    if (this.#waiting + waiter.items.length > waiting) {
      waiter.reject(ledgerErrors.error('OMBUD_E_LEDGER_BUSY', 'queue-full', { waiting: this.#waiting }));
      return;
    }
    this.#queue.push(waiter);
    this.#waiting += waiter.items.length;
    this.#plan();
  }

  /** Starts when those who were answered a moment ago have had their turn to come again. */
  #plan(): void {
    if (this.#planned || this.#running !== null) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      if (this.#running === null && this.#queue.length > 0) void this.#start();
    });
  }

  #start(): Promise<void> {
    this.#running = this.#run(this.#take()).finally(() => {
      this.#running = null;
      if (this.#queue.length > 0) this.#plan();
    });
    return this.#running;
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
    return this.#queue.splice(0, taken);
  }

  async #run(batch: readonly Waiter<T, R>[]): Promise<void> {
    try {
      const results = await this.#commit(batch.flatMap(({ items }) => items));
      let at = 0;
      for (const { items, resolve } of batch) {
        resolve(results, at);
        at += items.length;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
