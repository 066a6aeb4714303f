/** How often somebody may ask. Counted in memory: a limit that forgets at a restart locks nobody out. */
import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { actorOf, type Principal } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Route } from './route.ts';

const usual = { anonymous: 300, account: 1200, key: 60_000 } as const;
const second = 1000;
/** Whoever asks too often hears so after a while: a program that does not read the answer asks less often for it. */
const heldMs = 1000;
/** So many are held at once; the others hear it at once. */
const mostHeld = 500;

/** Takes one from the allowance of whoever asks. */
export interface Limiter {
  /** @throws OmbudError `OMBUD_E_HTTP_LIMIT` with the seconds to wait */
  take(route: Route, who: Principal, address: string): Promise<void>;
}

/** No limits: for tests that ask as fast as they can. */
export const unlimited: Limiter = { take: async () => {} };

/** The usual limits, per asker and route where a route has its own. */
export function limiterOf(): Limiter {
  const limiters = new Map<number, RateLimiterMemory>();
  let size = 0;
  const hold = async (): Promise<void> => {
    if (size >= mostHeld) return;
    size++;
    await pause(heldMs, undefined, { ref: false });
    size--;
  };
  const limiter = (points: number): RateLimiterMemory => {
    const known = limiters.get(points) ?? new RateLimiterMemory({ points, duration: 60 });
    limiters.set(points, known);
    return known;
  };
  return {
    async take(route, who, address) {
      const asker = who.kind === 'anonymous' ? address : actorOf(who);
      const points = route.perMinute ?? usual[who.kind];
      try {
        await limiter(points).consume(route.perMinute === undefined ? asker : `${route.id} ${asker}`);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        if (who.kind === 'anonymous') await hold();
        throw serverErrors.error('OMBUD_E_HTTP_LIMIT', 'requests', {
          seconds: Math.ceil(refused.msBeforeNext / second),
        });
      }
    },
  };
}
