import type { Language } from '@ombud/words';
import type { Principal } from '../access/roles.ts';
import type { Services } from '../services.ts';

/** One request, as a handler sees it. */
export interface Call {
  readonly services: Services;
  readonly who: Principal;
  readonly language: Language;
  readonly requestId: string;
  /** As the caller gave it, for routes that are idempotent. */
  readonly idempotencyKey: string | null;
  /** The token that each form of a page holds as `token`. */
  readonly formToken: string;
  /** Where the server is reached, without a path: for links that leave the page. */
  readonly origin: string;
  /** The address of the caller, as far as a declared proxy tells it. */
  readonly address: string;
  readonly isSecure: boolean;
  /** What the browser or program calls itself; empty where it does not. */
  readonly agent: string;
  readonly cookie: (name: string) => string | undefined;
  /** Ends when the caller has gone or the server stops. */
  readonly signal: AbortSignal;
}
