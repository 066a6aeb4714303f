/** The client of a system that decides. */
import { randomUUID } from 'node:crypto';
import { ask, type Server } from './ask.ts';
import type { Decision, KeyedDecision, Outcome } from './decision.ts';
import { ClientError, isDown } from './errors.ts';
import { type Answered, partsOf, send } from './send.ts';
import { Spool } from './spool.ts';

/** How a client works. */
export type ClientOptions = Server & {
  /** The system that decides, as declared. */
  readonly system: string;
  /** Whether it may decide while the server does not say: no, where left out. */
  readonly whenUnknown?: 'stop' | 'decide';
  /** Milliseconds for which an answer of the breaker holds; 1,000 where left out. */
  readonly breakerMs?: number;
} & (
    | {
        /** The server does not answer: `record` throws, and who decides knows that nothing was recorded. */
        readonly whenDown?: 'refuse';
      }
    | {
        /** The server does not answer: decisions wait on this machine's disk and are sent later, in order. */
        readonly whenDown: 'spool';
        /** The file, of this process alone. It holds people's data until it is sent. */
        readonly spool: string;
        /** Milliseconds between attempts to send what waits; 5,000 where left out. */
        readonly everyMs?: number;
        /** Hears what became of each decision that waited. */
        readonly onSent?: (decision: KeyedDecision, answer: Answered) => void;
      }
  );

/** What a breaker says. */
export type BreakerState = 'closed' | 'open' | 'human-only' | 'unknown';

const usualBreakerMs = 1000;
const usualEveryMs = 5000;
/** Who can write a decision to the disk does not keep its caller waiting for a server that is busy. */
const spoolPatienceMs = 1000;

/** For the system that decides. Close it at the end. */
export class OmbudClient {
  readonly #options: ClientOptions;
  #spool: Promise<Spool> | null = null;
  #draining: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout | null;
  #breaker: { readonly state: BreakerState; readonly may: boolean; readonly until: number } | null = null;

  /** @example const ombud = new OmbudClient({ url, key, system: 'loans', whenDown: 'spool', spool: 'decisions.spool' }); */
  constructor(options: ClientOptions) {
    this.#options = options;
    if (options.whenDown !== 'spool') {
      this.#timer = null;
      return;
    }
    this.#timer = setInterval(() => this.#drainQuietly(), options.everyMs ?? usualEveryMs).unref();
    // What an earlier process left is sent at once.
    this.#drainQuietly();
  }

  /**
   * Records one decision; where it says `recorded`, the decision is durable.
   * @throws ClientError where the server does not answer and nothing is spooled, or does not let us record
   */
  async record(decision: Decision): Promise<Outcome> {
    const [outcome] = await this.recordMany([decision]);
    if (outcome === undefined) throw new ClientError('OMBUD_CLIENT_DOWN', 'not-an-answer');
    return outcome;
  }

  /**
   * Records many; each is answered for itself, in order.
   * @throws ClientError as {@link record}; what was recorded before it is not recorded again where the keys are the same
   */
  async recordMany(decisions: readonly Decision[]): Promise<Outcome[]> {
    const { system } = this.#options;
    const now = new Date().toISOString();
    const keyed = decisions.map((one) => ({
      ...one,
      key: one.key ?? randomUUID(),
      decided: one.decided ?? now,
    }));
    if (this.#options.whenDown !== 'spool') return send(this.#options, system, keyed);
    const spool = await this.#openSpool();
    const outcomes: Outcome[] = [];
    for (const part of partsOf(keyed)) outcomes.push(...(await this.#sendOrSpool(spool, part)));
    return outcomes;
  }

  /** What is behind in time goes first: while something waits, what is new waits behind it. */
  async #sendOrSpool(spool: Spool, part: readonly KeyedDecision[]): Promise<Outcome[]> {
    let why = new ClientError('OMBUD_CLIENT_DOWN', 'others-wait');
    const { system, patienceMs = spoolPatienceMs } = this.#options;
    if (spool.waiting.length === 0)
      try {
        return await send({ ...this.#options, patienceMs }, system, part);
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        why = error;
      }
    await spool.add(part);
    return part.map(({ key }) => ({ state: 'spooled', key, why }));
  }

  /**
   * Whether the system may decide now, by its breaker. Where the server does not say, `whenUnknown` does.
   * @throws ClientError where the server does not let us ask
   */
  async mayDecide(): Promise<boolean> {
    return (await this.#askBreaker()).may;
  }

  /** The state of the breaker. @throws ClientError where the server does not let us ask */
  async breaker(): Promise<BreakerState> {
    return (await this.#askBreaker()).state;
  }

  async #askBreaker(): Promise<{ readonly state: BreakerState; readonly may: boolean }> {
    const known = this.#breaker;
    if (known !== null && Date.now() < known.until) return known;
    const { system, whenUnknown = 'stop', breakerMs = usualBreakerMs } = this.#options;
    const path = `/api/v1/systems/${encodeURIComponent(system)}/may-decide`;
    try {
      const answer = (await ask({ ...this.#options, attempts: 1 }, { method: 'GET', path })) as {
        readonly mayDecide?: unknown;
        readonly position?: BreakerState;
      } | null;
      if (typeof answer?.mayDecide !== 'boolean') throw new ClientError('OMBUD_CLIENT_DOWN', 'not-an-answer');
      this.#breaker = {
        state: answer.position ?? 'unknown',
        may: answer.mayDecide,
        until: Date.now() + breakerMs,
      };
      return this.#breaker;
    } catch (error) {
      if (!(error instanceof ClientError) || !isDown(error)) throw error;
      return { state: 'unknown', may: whenUnknown === 'decide' };
    }
  }

  /** How many decisions wait on the disk. */
  async waiting(): Promise<number> {
    return this.#options.whenDown === 'spool' ? (await this.#openSpool()).waiting.length : 0;
  }

  /** Sends what waits. @throws ClientError where the server does not answer: it waits on */
  flush(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null;
    });
    return this.#draining;
  }

  /** Ends; what waits stays on the disk for the next client of the same file. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#draining?.catch(() => {});
    const spool = await this.#spool?.catch(() => null);
    await spool?.close();
  }

  #openSpool(): Promise<Spool> {
    if (this.#options.whenDown !== 'spool')
      return Promise.reject(new ClientError('OMBUD_CLIENT_SPOOL', 'none'));
    const { spool } = this.#options;
    // Where it cannot be opened, such as while another process ends, the next call tries anew.
    this.#spool ??= Spool.open(spool).catch((error) => {
      this.#spool = null;
      throw error;
    });
    return this.#spool;
  }

  #drainQuietly(): void {
    this.flush().catch(() => {});
  }

  async #drain(): Promise<void> {
    const options = this.#options;
    if (options.whenDown !== 'spool') return;
    const spool = await this.#openSpool();
    while (spool.waiting.length > 0) {
      const [part = []] = partsOf(spool.waiting);
      const answers = await send(options, options.system, part);
      await spool.answered(answers);
      for (const [i, answer] of answers.entries()) {
        const decision = part[i];
        if (decision !== undefined) options.onSent?.(decision, answer);
      }
    }
  }
}
