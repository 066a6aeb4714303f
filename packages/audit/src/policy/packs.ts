import type { Assertion } from '@ombud/contract';

/** Somebody's opinion, with its source and dates: laws move. */
export interface RulePack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  /** ISO dates; null where no end is known. */
  readonly effective: { readonly from: string; readonly to: string | null };
  /** What the pack asks to be measured, also where it sets no limit. */
  readonly audits: readonly string[];
  readonly assertions: readonly Omit<Assertion, 'source'>[];
  /** It is about who gets what is good: whether the positive decision is, must be declared. */
  readonly needsFavourable: boolean;
  readonly note: string;
}

/** Every rule pack, in the order in which they are listed. */
export const packs: readonly RulePack[] = [
  {
    id: 'us-four-fifths',
    version: '1',
    title: 'Four-fifths rule',
    source: 'US Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978)',
    effective: { from: '1978-09-25', to: null },
    audits: ['adverse-impact'],
    assertions: [{ audit: 'adverse-impact', level: 'error', judge: 'interval', minRatio: 0.8 }],
    needsFavourable: true,
    note: 'Passing is not compliance: smaller differences may still be adverse impact, and greater ones may be explained (1607.4 D). A selection rate below four fifths of the highest is generally taken as evidence of adverse impact. Judged by the interval; "us-four-fifths:point" is the plain reading of the number alone.',
  },
  {
    id: 'nyc-ll144',
    version: '1',
    title: 'New York City Local Law 144 bias audit',
    source: '6 RCNY 5-300 to 5-304; New York City Administrative Code 20-870 ff.',
    effective: { from: '2023-07-05', to: null },
    audits: ['ll144'],
    assertions: [],
    needsFavourable: true,
    note: 'The rule asks for the tables and their publication. It sets no limit, so this pack passes nothing and fails nothing.',
  },
];
