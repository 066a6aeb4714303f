/**
 * The order of commits. Each is made ready in its turn; while one is being written the next is made ready, as far as the
 * store takes commits ahead. Work that must be alone waits until nothing is under way.
 */

/** A commit that was handed to the store. */
export interface HandedOver<T> {
  /** Settles when it is durable, or failed. */
  readonly end: Promise<T>;
}

/** Nothing of this knows what a commit is. */
export class CommitLine {
  readonly #most: number;
  readonly #underway = new Set<Promise<unknown>>();
  #turn: Promise<unknown> = Promise.resolve();

  /** @param most commits that may be under way at once */
  constructor(most: number) {
    this.#most = most;
  }

  /** Runs work in its turn, when everything before it is durable or failed; what comes after waits for its end. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.settled();
      return work();
    });
  }

  /** Makes a commit ready in its turn; what comes after waits until it was handed over, and for room. */
  async beside<T>(handOver: () => Promise<HandedOver<T>>): Promise<T> {
    const { end } = await this.#inTurn(async () => {
      await this.#fewerThan(this.#most);
      const handed = await handOver();
      this.#follow(handed.end);
      return handed;
    });
    return end;
  }

  /** Waits until nothing is under way; to be called in turn alone. */
  settled(): Promise<void> {
    return this.#fewerThan(1);
  }

  /** Waits for every turn that was taken, and for what they handed over. */
  async ended(): Promise<void> {
    await this.#turn.catch(() => {});
    await this.settled();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result;
    return result;
  }

  #follow(end: Promise<unknown>): void {
    const settled = end.then(
      () => void this.#underway.delete(settled),
      () => void this.#underway.delete(settled),
    );
    this.#underway.add(settled);
  }

  async #fewerThan(count: number): Promise<void> {
    // They end in the order in which they were handed over.
    for (const [first] = this.#underway; this.#underway.size >= count; ) await first;
  }
}
