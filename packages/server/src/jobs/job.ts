import type { Services } from '../services.ts';

/**
 * Work that is looked for in tables: a deadline is a column, never a timer. A job runs when its time comes, when something
 * kicks it, and at the start, when it finds what an earlier process left; so it must be safe to run again.
 */
export interface Job {
  readonly name: string;
  /** It looks again after so many milliseconds. */
  readonly everyMs: number;
  /** So long it rests after a run, in milliseconds: what is kicked meanwhile is one more run. Not at all where left out. */
  readonly restMs?: number;
  readonly run: (services: Services) => Promise<void>;
}
