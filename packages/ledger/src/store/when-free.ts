/**
 * Waits for the lock of a database that another process holds for a moment: a copy, a look by hand. SQLite's own waiting
 * would stop everything else of this thread.
 */
import { isBusy } from './sqlite-errors.ts';
import { lockWaitMs } from './sqlite-pragmas.ts';

const firstPauseMs = 1;
const longestPauseMs = 50;

/** Does what takes the lock, again as long as another holds it; for a few seconds, then the error is the caller's. */
export async function whenFree<T>(work: () => T | Promise<T>): Promise<T> {
  const until = performance.now() + lockWaitMs;
  for (let pause = firstPauseMs; ; pause = Math.min(2 * pause, longestPauseMs))
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
}
