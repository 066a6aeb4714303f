/** Gathers single items into batches, so that many waiters share one durable commit. */
import { ledgerErrors } from './errors.ts';

/** How entries share a commit: how many at most, how long the first waits in milliseconds, and how many may queue. */
export interface GroupOptions {
  /** Largest batch. */
  readonly most: number;
  /** How long the first item of a batch waits for company, in milliseconds; 0 commits it at once. */
  readonly waitMs: number;
  /** How many items may wait before new ones are pushed back. */
  readonly waiting: number;
}

/**
 * Tessera's batch and push-back. Nothing waits for company: what comes while a batch is being written is the next batch,
 * so that a lone entry takes one commit and many share one.
 */
export const groupDefaults: GroupOptions = { most: 256, waitMs: 0, waiting: 4096 };

/** Items that were given together: they stay in one batch and are answered together. */
interface Waiter<T, R> {
  readonly items: readonly T[];
  resolve(results: readonly (R | Error)[]): void;
  reject(error: unknown): void;
}

/**
 * @param commit makes a batch durable and gives one result for each item, an error for an item that was refused alone, or
 *   throws for all of them
 * @example const group = new GroupCommit(writeBatch, GROUP_DEFAULTS); await group.add(item);
 */
export class GroupCommit<T, R> {
  readonly #commit: (items: readonly T[]) => Promise<readonly (R | Error)[]>;
  readonly #options: GroupOptions;
  #queue: Waiter<T, R>[] = [];
  /** Items in the queue. */
  #waiting = 0;
  #timer: NodeJS.Timeout | null = null;
  #planned = false;
  #running: Promise<void> | null = null;

  constructor(commit: (items: readonly T[]) => Promise<readonly (R | Error)[]>, options: GroupOptions) {
    this.#commit = commit;
    this.#options = options;
  }

  /** Resolves when the item's batch is durable. */
  async add(item: T): Promise<R> {
    const [result] = await this.addAll([item]);
    if (result instanceof Error) throw result;
    return result as R;
  }

  /** Resolves when all of them are durable, in one batch with others: for each its result, or why it was refused alone. */
  addAll(items: readonly T[]): Promise<readonly (R | Error)[]> {
    if (this.#waiting + items.length > this.#options.waiting)
      return Promise.reject(
        ledgerErrors.error('OMBUD_E_LEDGER_BUSY', 'queue-full', { waiting: this.#waiting }),
      );
    const { promise, resolve, reject } = Promise.withResolvers<readonly (R | Error)[]>();
    this.#queue.push({ items, resolve, reject });
    this.#waiting += items.length;
    this.#schedule();
    return promise;
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#running !== null || this.#queue.length > 0) await (this.#running ?? this.#run());
  }

  #schedule(): void {
    if (this.#running !== null) return;
    if (this.#waiting >= this.#options.most) void this.#run();
    else if (this.#options.waitMs === 0) {
      if (this.#planned) return;
      this.#planned = true;
      setImmediate(() => void this.#run());
    } else this.#timer ??= setTimeout(() => void this.#run(), this.#options.waitMs);
  }

  #run(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#planned = false;
    this.#running ??= this.#flush().finally(() => {
      this.#running = null;
      if (this.#queue.length > 0) this.#schedule();
    });
    return this.#running;
  }

  /** As many of the queue as fit a batch; at least one. */
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

  async #flush(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#take();
      try {
        const results = await this.#commit(batch.flatMap(({ items }) => items));
        let at = 0;
        for (const { items, resolve } of batch) {
          resolve(results.slice(at, at + items.length));
          at += items.length;
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}
