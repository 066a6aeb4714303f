import type { CaseRules } from '@ombud/contest';
import type { State } from '../state/state.ts';

/** What the use cases of contest need of the world around them. */
export interface Desk {
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** What a system has declared for its cases. */
  readonly rulesOf: (system: string) => CaseRules;
  /** Whether the breaker of a system lets effects go on. */
  readonly breakerClosed: (system: string) => boolean;
  /** Turns what a person holds or knows into what says nothing without the key: HMAC-SHA256, or better. */
  readonly keyed: (text: string) => string;
}

const idBytes = 12;

/** A new identifier: 96 random bits, base64url. */
export const newIdOf = ({ randomBytes }: Desk): string =>
  Buffer.from(randomBytes(idBytes)).toString('base64url');

const range = 2 ** 32;

/** A random number in [0, 1). */
export const drawOf = ({ randomBytes }: Desk): number => Buffer.from(randomBytes(4)).readUInt32BE(0) / range;

/** Now, ISO 8601 in UTC with milliseconds. */
export const nowOf = ({ now }: Desk): string => new Date(now()).toISOString();
