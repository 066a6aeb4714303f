import type { AppealState, EffectState, Outcome } from '@ombud/contest';

/** Something that was used about the person. */
export interface CaseDatum {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** The person has said already that it is wrong. */
  readonly reported: boolean;
}

/** What can have happened to a case; words tell each. */
export type CaseEvent =
  | 'decided'
  | 'sent'
  | 'returned'
  | 'read'
  | 'read-representative'
  | 'told'
  | 'lodged'
  | 'lodged-representative'
  | 'typed'
  | 'asked'
  | 'suspended'
  | 'assigned'
  | 'answered'
  | 'conceded'
  | 'corrected'
  | 'remedied'
  | 'withdrawn'
  | 'withdrawn-typed'
  | 'withdrawn-representative'
  | 'ended';

/** One look at the person's data. */
export interface CaseLook {
  /** An instant or a day, ISO 8601. */
  readonly at: string;
  readonly role:
    | 'clerk'
    | 'reviewer'
    | 'cosigner'
    | 'supervisor'
    | 'decider'
    | 'auditor'
    | 'administrator'
    | 'office'
    | 'program';
  /** A code that words tell, or what whoever looked wrote down. */
  readonly why: string;
  /** Only where the declaration says that names are shown. */
  readonly name: string | null;
}

/** All that a person sees of their own case, as plain data. */
export interface CaseView {
  readonly reference: string;
  /** What was decided, in sentences: those of the notice. */
  readonly decision: readonly string[];
  readonly reasons: readonly string[];
  readonly data: readonly CaseDatum[];
  readonly appeal: AppealState | null;
  /** The rule was at fault, and the office looks at it again by itself. */
  readonly reopened: boolean;
  readonly effect: EffectState;
  /** The system that carries it out answered no to what it was asked last. */
  readonly effectRefused: boolean;
  /** The last day to ask, and whether it is over; null while the person does not count as told: no window runs then. */
  readonly window: { readonly until: string; readonly over: boolean } | null;
  /** The last day of the answer, and whether it is over. */
  readonly answerUntil: { readonly day: string; readonly over: boolean } | null;
  /** How a human answered, or ended it; null while nobody has. */
  readonly answer: {
    readonly outcome: Outcome | 'void' | 'struck-out' | 'withdrawn-typed' | 'withdrawn-representative';
    readonly reasons: string | null;
  } | null;
  /** How many like it; null where they are too few to tell without giving somebody away. */
  readonly alike: { readonly same: number; readonly all: number; readonly since: string } | null;
  readonly audit: {
    readonly day: string;
    readonly verdict: 'pass' | 'fail' | 'cannot-tell';
    /** Null where the whole check was not made public. */
    readonly href: string | null;
  } | null;
  readonly receipt: {
    /** The entry of the decision, as the receipt names it. */
    readonly entry: number;
    /** Which of all that the last audit counted, from 1; null where none counted it. */
    readonly counted: { readonly number: number; readonly all: number } | null;
    readonly saveHref: string;
    readonly checkHref: string;
  };
  readonly events: readonly { readonly at: string; readonly event: CaseEvent }[];
  readonly looks: readonly CaseLook[];
  /** How often somebody entered, by day and by whose code. */
  readonly visits: readonly {
    readonly day: string;
    readonly by: 'person' | 'representative';
    readonly times: number;
  }[];
  readonly office: { readonly phone: string; readonly post: string };
}
