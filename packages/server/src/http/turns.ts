/**
 * Each address has a few requests under way at once. One that asks very much is served after everybody else: its requests
 * wait in a row, one begins when nobody else has asked for a moment, and a few a second begin whatever happens, so that it is
 * slowed and never shut out.
 */
import { serverErrors } from '../errors.ts';

/** A page, its style and its script. */
const together = 3;
const mostWaiting = 200;
/** A person who reads and types asks for less in so long. */
const usualRequests = 40;
const forgetMs = 10_000;
/** Whoever asks goes on asking: a form is sent, its answer leads to a page. */
const quietMs = 50;
const atLeastEveryMs = 250;
/** Addresses that have not asked for a while are looked for after so many requests. */
const sweepEvery = 1000;

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
  /** How much it asked of late: each request is one, and fades. */
  asked: number;
  lastAt: number;
}

/** Lets work of an address begin when it is its turn. */
export interface Turns {
  /** @throws OmbudError `OMBUD_E_HTTP_LIMIT` where very many of the same address wait already */
  take<T>(address: string, work: () => Promise<T>): Promise<T>;
}

/** How much of what an address asked before still counts. */
const faded = ({ asked, lastAt }: Lane, now: number): number => asked * Math.exp((lastAt - now) / forgetMs);

/**
 * Turns by address; what nobody waits for any more is forgotten.
 * @param clock milliseconds that only go forward
 */
export function turns(clock: () => number = () => performance.now()): Turns {
  const lanes = new Map<string, Lane>();
  /** Lanes in which something waits, whose turn is next first. */
  const row = new Set<Lane>();
  /** Work of addresses that ask as people do, and work of those that ask very much. */
  const running = { usual: 0, much: 0 };
  let usualEnded = Number.NEGATIVE_INFINITY;
  let muchBegan = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let takes = 0;

  const laneOf = (address: string, now: number): Lane => {
    const lane = lanes.get(address) ?? { running: 0, waiting: [], asked: 0, lastAt: now };
    lane.asked = faded(lane, now) + 1;
    lane.lastAt = now;
    lanes.set(address, lane);
    if (++takes % sweepEvery === 0)
      for (const [key, one] of lanes)
        if (one.running === 0 && one.waiting.length === 0 && faded(one, now) < 1) lanes.delete(key);
    return lane;
  };

  /** Begins what waits where it may, one address after the other, and looks again when the next may. */
  const goOn = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const lane = [...row].find((one) => one.running < together);
    if (lane === undefined) return;
    const now = clock();
    const isQuiet = running.usual === 0 && running.much === 0;
    const inMs = Math.min(
      isQuiet ? usualEnded + quietMs - now : Number.POSITIVE_INFINITY,
      muchBegan + atLeastEveryMs - now,
    );
    if (inMs > 0) {
      timer = setTimeout(goOn, Math.ceil(inMs));
      return;
    }
    muchBegan = now;
    running.much++;
    lane.running++;
    lane.waiting.shift()?.();
    // To the end of the row: addresses that ask very much take turns among themselves.
    row.delete(lane);
    if (lane.waiting.length > 0) row.add(lane);
    goOn();
  };

  /** Waits for the turn of a lane. @returns as what it runs */
  const begin = async (lane: Lane): Promise<'usual' | 'much'> => {
    if (lane.waiting.length === 0 && lane.running < together && lane.asked <= usualRequests) {
      lane.running++;
      running.usual++;
      return 'usual';
    }
    if (lane.waiting.length >= mostWaiting)
      throw serverErrors.error('OMBUD_E_HTTP_LIMIT', 'requests', { seconds: 1 });
    await new Promise<void>((turn) => {
      lane.waiting.push(turn);
      row.add(lane);
      goOn();
    });
    return 'much';
  };

  return {
    async take(address, work) {
      const lane = laneOf(address, clock());
      const as = await begin(lane);
      try {
        return await work();
      } finally {
        lane.running--;
        running[as]--;
        if (as === 'usual') usualEnded = clock();
        // What others have sent meanwhile is read before the next of a row begins.
        setImmediate(goOn);
      }
    },
  };
}
