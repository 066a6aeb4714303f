import type { Clock, Progress, RandomBytes } from '@ombud/kernel';
import type { Writer } from '@ombud/ledger';

/** What a use case needs of the world around it. Each front hands in its own. */
export interface Context {
  /** Milliseconds since 1970. */
  readonly now: Clock;
  readonly randomBytes: RandomBytes;
  readonly progress: Progress;
  /** What comes in on standard input, for a source that is called `-`; a server hands in none. */
  readonly input?: AsyncIterable<Uint8Array | string>;
  /** An open writer, of a front that holds the lock of its ledger: it is used in place of opening one. */
  readonly writer?: Writer;
  /** Ends long work early: the use case throws the signal's reason, and what was recorded before stays. */
  readonly signal?: AbortSignal;
}
