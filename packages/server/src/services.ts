import type { Context, State } from '@ombud/app';
import type { Ledger, Writer } from '@ombud/ledger';
import type { NavigationItem } from './console/navigation.ts';
import type { Place } from './place/place.ts';

/** What the server holds open, for every route and job. */
export interface Services {
  readonly place: Place;
  readonly writer: Writer;
  readonly ledger: Ledger;
  readonly state: State;
  /** For use cases of `@ombud/app`: clock, randomness, the open writer. */
  readonly context: Context;
  /** Where one can go: the lines of all capabilities. */
  readonly navigation: readonly NavigationItem[];
  /** Runs a job now rather than at its next turn; see `jobs/job.ts`. Whoever waits for it waits until it has nothing to do. */
  readonly kick: (job: string) => Promise<void>;
  /** Ends when the server stops. */
  readonly stopping: AbortSignal;
  /** One line for whoever operates the server; nothing personal belongs in it. */
  readonly log: (event: string, details?: Readonly<Record<string, string | number>>) => void;
}
