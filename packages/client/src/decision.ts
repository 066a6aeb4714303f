/** A decision as a system tells it, and what becomes of it. */
import type { ClientError } from './errors.ts';

/** A value of a column. */
export type Scalar = string | number | boolean | null;

/** One decision. */
export interface Decision {
  /** The person, as a pseudonym. */
  readonly subject: string;
  readonly decision: Scalar;
  readonly score?: number;
  readonly outcome?: Scalar;
  /** What it was made from, as declared. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Protected attributes: kept apart, for audits alone. */
  readonly attributes?: Readonly<Record<string, Scalar>>;
  /** When it was made, RFC 3339; now where left out. */
  readonly decided?: string;
  readonly model?: string;
  /** SHA-256 of the model file, hex. */
  readonly modelDigest?: string;
  /** Version of the declaration; the newest where left out. */
  readonly version?: number;
  readonly by?: 'system' | 'person';
  /** It was made beside another and had no effect. */
  readonly shadow?: boolean;
  /** Names it for good: a second decision with the same key is not recorded again. Made by chance where left out. */
  readonly key?: string;
}

/** A decision that has its time and its key, so that sending it twice does no harm. */
export type KeyedDecision = Decision & { readonly key: string; readonly decided: string };

/** What became of a decision. */
export type Outcome =
  /** It is durable; `index` is its entry of the log. `repeated`: it was there before. */
  | { readonly state: 'recorded'; readonly index: number; readonly leaf: string; readonly repeated: boolean }
  /** It cannot be recorded as it is. */
  | {
      readonly state: 'refused';
      readonly reason: string;
      readonly title: string;
      readonly params: Readonly<Record<string, unknown>>;
    }
  /** It is on this machine's disk, and is sent when the server answers again. */
  | { readonly state: 'spooled'; readonly key: string; readonly why: ClientError };
