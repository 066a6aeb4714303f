import type { Span } from '../time/deadline.ts';

/** What happens to the effect of a decision while it is contested. */
export type EffectRule =
  /** It stops by itself. */
  | { readonly kind: 'suspended' }
  /** It stops where the person asks in time. */
  | { readonly kind: 'on-request'; readonly within: Span }
  /** Only somebody's order stops it. */
  | { readonly kind: 'by-order' }
  | { readonly kind: 'none' };

/** How long a person may appeal, from when, and what the appeal does. */
export interface WindowPack {
  readonly id: string;
  readonly source: string;
  readonly window: Span;
  /** From when the window runs. */
  readonly from: 'decision' | 'receipt' | 'informed';
  /** After sending, when a notice is taken as received; null where only its real receipt counts. */
  readonly deemedReceipt: Span | null;
  readonly effect: EffectRule;
  /** The person may give up the suspension (and may then have to repay: the notice says so). */
  readonly waivable: boolean;
  /** How long the decider has to answer; null where the rule says nothing. */
  readonly answer: Span | null;
}

const days = (count: number): Span => ({ count, unit: 'days' });

/** The rules on windows and effects that are known here. */
export const windowPacks: readonly WindowPack[] = [
  {
    id: 'uk-benefits',
    source: 'UK social security appeals: one month; late up to 13 months is for a human',
    window: { count: 1, unit: 'months' },
    from: 'decision',
    deemedReceipt: null,
    effect: { kind: 'none' },
    waivable: false,
    answer: null,
  },
  {
    id: 'nl-awb',
    source: 'Algemene wet bestuursrecht 6:7 and 6:16',
    window: { count: 6, unit: 'weeks' },
    from: 'decision',
    deemedReceipt: null,
    effect: { kind: 'by-order' },
    waivable: false,
    answer: null,
  },
  {
    id: 'de-vwgo-80',
    source: 'Verwaltungsgerichtsordnung 70 and 80(1), exceptions 80(2)',
    window: { count: 1, unit: 'months' },
    from: 'receipt',
    deemedReceipt: null,
    effect: { kind: 'suspended' },
    waivable: false,
    answer: null,
  },
  {
    id: 'no-fvl-42',
    source: 'Forvaltningsloven 29 and 42',
    window: { count: 3, unit: 'weeks' },
    from: 'receipt',
    deemedReceipt: null,
    effect: { kind: 'by-order' },
    waivable: false,
    answer: null,
  },
  {
    id: 'us-ssi',
    source:
      'US Supplemental Security Income: 60 days after receipt; benefits continue if asked within 10 days',
    window: days(60),
    from: 'receipt',
    deemedReceipt: days(5),
    effect: { kind: 'on-request', within: days(10) },
    waivable: true,
    answer: null,
  },
  {
    id: 'us-va',
    source: 'US Department of Veterans Affairs: 365 days',
    window: days(365),
    from: 'decision',
    deemedReceipt: null,
    effect: { kind: 'none' },
    waivable: false,
    answer: null,
  },
  {
    id: 'eu-dsa-20',
    source: 'Regulation (EU) 2022/2065, article 20: at least six months from being informed, free',
    window: { count: 6, unit: 'months' },
    from: 'informed',
    deemedReceipt: null,
    effect: { kind: 'none' },
    waivable: false,
    answer: null,
  },
];
