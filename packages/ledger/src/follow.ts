/** Following a ledger: what is new, as it comes. */
import type { Head, Ledger } from './open-ledger.ts';
import { readCheckpoint } from './open-ledger.ts';

/** New entries under a signed checkpoint that covers them. */
export interface Growth extends Head {
  readonly entries: readonly { readonly index: number; readonly entry: string }[];
}

/** From where, how often, and until when. */
export interface FollowOptions {
  /** First index that is wanted; that of the next entry where left out. */
  readonly from?: number;
  /** How long to wait before the next look, in milliseconds. */
  readonly everyMs?: number;
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
}

const defaultEveryMs = 200;

/**
 * New entries and checkpoints as they are recorded, a page at a time and in order; none is left out and none comes twice.
 * A page is given only under a checkpoint whose signature was verified.
 *
 * @throws OmbudError where the checkpoint is not signed by a trusted key
 * @example for await (const { entries, checkpoint } of follow(ledger, { from: 0, signal })) show(entries, checkpoint);
 */
export async function* follow(ledger: Ledger, options: FollowOptions = {}): AsyncGenerator<Growth> {
  const { everyMs = defaultEveryMs, signal } = options;
  let next = options.from ?? (await readCheckpoint(ledger)).checkpoint.size;
  while (!isOver(signal)) {
    const head = await readCheckpoint(ledger);
    const wanted = { payloads: false, attributes: false };
    for await (const page of ledger.store.readPages(next, head.checkpoint.size, wanted)) {
      yield { ...head, entries: page.map(({ index, entry }) => ({ index, entry })) };
      next = (page.at(-1)?.index ?? next - 1) + 1;
      if (isOver(signal)) return;
    }
    await pause(everyMs, signal);
  }
}

const isOver = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** Waits, or ends early where the signal says so. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
