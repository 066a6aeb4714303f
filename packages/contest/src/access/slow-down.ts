/**
 * How long somebody who guesses has to wait, as a function of the attempts so far and the clock. Nobody is ever locked
 * out: the wait has a limit, attempts that come too early are not looked at and lengthen nothing, and what one source
 * does delays no other.
 */

/** Failed attempts of one key (a source; a source at one case), as they are kept. */
export interface Attempts {
  readonly failures: number;
  /** When the last one failed, milliseconds since 1970. */
  readonly lastAt: number;
}

/** How a kind of attempt is slowed. */
export interface Slowing {
  /** So many failures cost nothing: people mistype. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a failure all is forgotten. */
  readonly forgetMs: number;
}

const minute = 60_000;

/** Of one source (an address) with codes that are none. */
export const sourceSlowing: Slowing = {
  free: 5,
  firstWaitMs: 1000,
  longestWaitMs: 5 * minute,
  forgetMs: 24 * 60 * minute,
};

/** Of one source at one case: its code is right, what the person knows is not. */
export const caseSlowing: Slowing = {
  free: 3,
  firstWaitMs: 5000,
  longestWaitMs: 6 * 60 * minute,
  forgetMs: 30 * 24 * 60 * minute,
};

/** No attempt failed. */
export const noAttempts: Attempts = { failures: 0, lastAt: 0 };

/** How long until the next attempt is looked at, in milliseconds; 0 for at once. */
export function waitOf({ failures, lastAt }: Attempts, now: number, slowing: Slowing): number {
  if (failures < slowing.free || now - lastAt >= slowing.forgetMs) return 0;
  // Beyond 2^30 the doubling says nothing more.
  const doublings = Math.min(30, failures - slowing.free);
  const wait = Math.min(slowing.longestWaitMs, slowing.firstWaitMs * 2 ** doublings);
  return Math.max(0, lastAt + wait - now);
}

/** The attempts after one that was looked at and failed. */
export function failed(attempts: Attempts, now: number, { forgetMs }: Slowing): Attempts {
  const before = now - attempts.lastAt >= forgetMs ? 0 : attempts.failures;
  return { failures: before + 1, lastAt: now };
}

/** How many attempts of one key are looked at in so long a time, at most. */
export function mostAttempts(slowing: Slowing, duringMs: number): number {
  let attempts = noAttempts;
  let count = 0;
  for (let now = slowing.forgetMs; now < slowing.forgetMs + duringMs; count++) {
    attempts = failed(attempts, now, slowing);
    const wait = waitOf(attempts, now, slowing);
    if (wait >= slowing.longestWaitMs)
      return count + 1 + Math.floor((slowing.forgetMs + duringMs - now) / slowing.longestWaitMs);
    // A source that need not wait is bounded by its own speed; the free attempts are all that it has.
    now += wait;
  }
  return count;
}
