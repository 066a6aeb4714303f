/** The log's clock: it never goes back, and a clock that was set wrong does not date entries for good. */
import type { Clock } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';

const day = 86_400_000;
/** A log in use is never silent for so long; after it, somebody must say that the clock is right. */
const longestGap = 400 * day;
/** A machine that was asleep wakes to a clock that went on without it; no more than this. */
const longestJump = 30 * day;
/** A decision is not made after it is recorded, but the clocks of its system may be ahead. */
const decidedAhead = day;

export interface TimeKeeper {
  /**
   * The time for the next commit, at or after the last one.
   * @throws OmbudError `OMBUD_E_LEDGER_CLOCK` where the clock jumped ahead
   */
  next(lastTime: string): string;
  /** Remembers a time that was committed. */
  recorded(time: string): void;
  /** @throws OmbudError `OMBUD_E_LEDGER_ENTRY` where a decision says that it is yet to be made */
  requireDecided(decided: string | null): void;
}

export interface TimeOptions {
  readonly now?: Clock;
  readonly monotonic?: Clock;
  readonly acceptGap?: boolean;
}

/** @param options clocks; the machine's own where left out */
export function timeKeeper({
  now = Date.now,
  monotonic = () => performance.now(),
  acceptGap = false,
}: TimeOptions): TimeKeeper {
  let known: { readonly wall: number; readonly steady: number } | null = null;
  let gapAccepted = acceptGap;
  return {
    next(lastTime) {
      const wall = now();
      const steady = monotonic();
      const time = new Date(wall).toISOString();
      if (known !== null && wall - known.wall - (steady - known.steady) > longestJump)
        throw ledgerErrors.error('OMBUD_E_LEDGER_CLOCK', 'jumped', { time });
      if (known === null && !gapAccepted && lastTime !== '' && wall - Date.parse(lastTime) > longestGap)
        throw ledgerErrors.error('OMBUD_E_LEDGER_CLOCK', 'ahead', { time, last: lastTime });
      known ??= { wall, steady };
      gapAccepted = true;
      return time > lastTime ? time : lastTime;
    },
    recorded() {
      known = { wall: now(), steady: monotonic() };
    },
    requireDecided(decided) {
      if (decided !== null && Date.parse(decided) > now() + decidedAhead)
        throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'decided-later', { decided });
    },
  };
}
