/** Each address has a few requests under way at once, and the rest wait: whoever asks very much slows themselves. */
import { serverErrors } from '../errors.ts';

/** A page, its style and its script. */
const together = 3;
const mostWaiting = 200;

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/** Lets work of an address begin when it is its turn. */
export interface Turns {
  /** @throws OmbudError `OMBUD_E_HTTP_LIMIT` where very many of the same address wait already */
  take<T>(address: string, work: () => Promise<T>): Promise<T>;
}

/** Turns by address; what nobody waits for any more is forgotten. */
export function turns(): Turns {
  const lanes = new Map<string, Lane>();
  return {
    async take(address, work) {
      const lane = lanes.get(address) ?? { running: 0, waiting: [] };
      lanes.set(address, lane);
      if (lane.running < together) lane.running++;
      else {
        if (lane.waiting.length >= mostWaiting)
          throw serverErrors.error('OMBUD_E_HTTP_LIMIT', 'requests', { seconds: 1 });
        // Whoever leaves hands the place on.
        await new Promise<void>((begin) => lane.waiting.push(begin));
      }
      try {
        return await work();
      } finally {
        const next = lane.waiting.shift();
        if (next !== undefined) next();
        else if (--lane.running === 0) lanes.delete(address);
      }
    },
  };
}
