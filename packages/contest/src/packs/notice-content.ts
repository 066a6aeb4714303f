/**
 * What a notice must hold, by law. Each demand says how well it is known: `read` in the rule or a published page of it,
 * `memory` where nobody has checked it yet. A demand from memory never makes a notice "comply".
 */

/** A part of a notice. */
export type NoticePart =
  | 'machine-used'
  | 'machine-role'
  | 'decision-and-dates'
  | 'specific-reasons'
  | 'ground'
  | 'data-and-sources'
  | 'correction'
  | 'human-review'
  | 'effect-while-appealing'
  | 'regulator'
  | 'who-may-represent';

/** When the part is owed: in the notice, to whoever asks, or in public. */
export type Owed = 'in-notice' | 'on-request' | 'published';

/** One part that a law asks for, and how well that is known. */
export interface Demand {
  readonly part: NoticePart;
  readonly owed: Owed;
  readonly known: 'read' | 'memory';
}

/** What one law asks of a notice, with its source and dates. */
export interface NoticePack {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  /** ISO dates; null where no end is known. */
  readonly effective: { readonly from: string | null; readonly to: string | null };
  readonly demands: readonly Demand[];
  /** Days within which the notice is due, where the rule says so. */
  readonly withinDays: number | null;
}

const owed = (...parts: readonly NoticePart[]): Demand[] =>
  parts.map((part) => ({ part, owed: 'in-notice', known: 'read' }));
const asked = (...parts: readonly NoticePart[]): Demand[] =>
  parts.map((part) => ({ part, owed: 'on-request', known: 'read' }));
const recalled = (...parts: readonly NoticePart[]): Demand[] =>
  parts.map((part) => ({ part, owed: 'in-notice', known: 'memory' }));

/** The laws on notices that are known here. */
export const noticePacks: readonly NoticePack[] = [
  {
    id: 'eu-gdpr-22',
    version: '1',
    source: 'Regulation (EU) 2016/679, articles 15(1)(h) and 22',
    effective: { from: '2018-05-25', to: null },
    demands: [
      ...owed('machine-used', 'human-review'),
      ...asked('specific-reasons', 'data-and-sources'),
      ...recalled('regulator'),
    ],
    withinDays: null,
  },
  {
    id: 'uk-gdpr-22c',
    version: '1',
    source: 'UK GDPR, articles 22A to 22D (in force 2026-02-05)',
    effective: { from: '2026-02-05', to: null },
    demands: owed('machine-used', 'decision-and-dates', 'human-review'),
    withinDays: null,
  },
  {
    id: 'eu-ai-act-86',
    version: '1',
    source: 'Regulation (EU) 2024/1689, articles 26(11), 85 and 86',
    effective: { from: '2027-12-02', to: null },
    demands: [
      ...owed('machine-used', 'regulator'),
      ...asked('machine-role', 'decision-and-dates', 'specific-reasons'),
    ],
    withinDays: null,
  },
  {
    id: 'eu-dsa-17',
    version: '1',
    source: 'Regulation (EU) 2022/2065, article 17(3)',
    effective: { from: '2024-02-17', to: null },
    demands: [
      ...owed(
        'machine-used',
        'machine-role',
        'decision-and-dates',
        'specific-reasons',
        'ground',
        'human-review',
      ),
      { part: 'data-and-sources', owed: 'on-request', known: 'read' },
    ],
    withinDays: null,
  },
  {
    id: 'us-reg-b-1002-9',
    version: '1',
    source: 'US Regulation B, 12 CFR 1002.9, and Fair Credit Reporting Act, section 615',
    effective: { from: '1976-03-23', to: null },
    demands: owed(
      'decision-and-dates',
      'specific-reasons',
      'ground',
      'data-and-sources',
      'correction',
      'regulator',
    ),
    withinDays: 30,
  },
  {
    id: 'us-co-sb26-189',
    version: '1',
    source: 'Colorado SB26-189 (takes effect 2027-01-01)',
    effective: { from: '2027-01-01', to: null },
    demands: [
      ...owed(
        'machine-used',
        'machine-role',
        'decision-and-dates',
        'specific-reasons',
        'correction',
        'human-review',
      ),
      { part: 'data-and-sources', owed: 'on-request', known: 'read' },
    ],
    withinDays: 30,
  },
  {
    id: 'us-medicaid-431',
    version: '1',
    source: '42 CFR 431.206 and 431.210',
    effective: { from: null, to: null },
    demands: owed(
      'decision-and-dates',
      'specific-reasons',
      'ground',
      'human-review',
      'who-may-represent',
      'effect-while-appealing',
    ),
    withinDays: null,
  },
];

/** Whether a notice holds what a pack asks. `unverified`: nothing lacks, and some demand is known from memory alone. */
export interface NoticeCheck {
  readonly pack: string;
  readonly state: 'complies' | 'unverified' | 'lacks' | 'not-in-force';
  readonly lacking: readonly NoticePart[];
  readonly unverified: readonly NoticePart[];
}

/**
 * Checks the parts of a notice against a pack on a day. A notice that lacks a part that is owed in it is not to be sent.
 *
 * @param parts of the notice that are filled
 * @param day YYYY-MM-DD; laws move
 * @example checkNotice(pack, new Set(['machine-used', 'human-review']), '2026-11-25').state
 */
export function checkNotice(pack: NoticePack, parts: ReadonlySet<NoticePart>, day: string): NoticeCheck {
  const { from, to } = pack.effective;
  if ((from !== null && day < from) || (to !== null && day > to))
    return { pack: pack.id, state: 'not-in-force', lacking: [], unverified: [] };
  const due = pack.demands.filter((demand) => demand.owed === 'in-notice');
  const lacking = due.filter(({ part }) => !parts.has(part)).map(({ part }) => part);
  const unverified = due.filter(({ known }) => known === 'memory').map(({ part }) => part);
  return {
    pack: pack.id,
    state: lacking.length > 0 ? 'lacks' : unverified.length > 0 ? 'unverified' : 'complies',
    lacking,
    unverified,
  };
}
