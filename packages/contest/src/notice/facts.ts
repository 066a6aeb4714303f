import type { Money } from '@ombud/kernel';
import type { KnownKind } from '../access/known-thing.ts';

/** What a decision says, by its kind; each kind has sentences of its own. */
export type Decided =
  | {
      readonly kind: 'debt';
      readonly amount: Money;
      /** Days, YYYY-MM-DD, of the time that it is about. */
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'refusal'; readonly what: string }
  | { readonly kind: 'reduction'; readonly what: string; readonly before: Money; readonly after: Money }
  | { readonly kind: 'grade'; readonly subject: string; readonly grade: string };

/** One thing that was used about the person, with where it came from. */
export interface Datum {
  readonly label: string;
  readonly value: string;
  readonly source: string;
}

/** What happens to the effect while the decision is contested, with the day where one is needed. */
export type EffectPromise =
  | { readonly kind: 'suspended' | 'by-order' | 'none' }
  | { readonly kind: 'on-request'; readonly until: string };

/**
 * All that a notice says about one decision, in the person's language where it is text. What is null is left out, and a
 * rule pack that asks for it stops the notice.
 */
export interface NoticeFacts {
  readonly sender: {
    readonly name: string;
    readonly post: string;
    readonly phone: string;
    /** Where a person can come to; null where there is no such place. */
    readonly visit: string | null;
  };
  /** Name and address as they stand on the envelope, a line each. */
  readonly recipient: readonly string[];
  readonly reference: string;
  /** The day of the letter and of the decision, YYYY-MM-DD. */
  readonly dated: string;
  readonly decidedOn: string;
  readonly decided: Decided;
  readonly starts: string | null;
  /** Its last day; `open` where it has none, null where it is not said. */
  readonly ends: string | 'open' | null;
  readonly machine: {
    readonly system: string;
    readonly role: 'decided' | 'proposed' | 'scored' | null;
  } | null;
  readonly reasons: readonly string[];
  /** The rule in the words of the law: not ours to make plainer. */
  readonly ground: string | null;
  readonly data: readonly Datum[];
  /** Whether the person may have facts put right. */
  readonly correction: boolean;
  readonly review: { readonly until: string; readonly answerDays: number | null } | null;
  readonly representation: boolean;
  readonly effect: { readonly promise: EffectPromise; readonly waivable: boolean } | null;
  readonly regulator: { readonly name: string; readonly contact: string } | null;
  readonly access: {
    /** What a person types, without a code: `appeal.example.org`. */
    readonly address: string;
    /** What the picture code opens. */
    readonly link: string;
    /** In groups, as it is typed: `K7QD-3XMP-9TRA`. */
    readonly code: string;
    /** What the person is asked for beside the code; their date of birth where left out. */
    readonly second?: KnownKind;
  };
}
