import { chooseLanguage } from '@ombud/words';
import type { CaseView } from '../src/portal/case-view.ts';
import type { PortalFrame } from '../src/portal/frame.tsx';

export function frameOf(tag: string): PortalFrame {
  const language = chooseLanguage(tag);
  if (language === null) throw new Error(`Ombud does not speak ${tag}.`);
  return { language, office: 'Office of Payments', token: 't0ken', base: '/case', here: '/case' };
}

/** A case in the middle of its life. */
export const caseSample: CaseView = {
  reference: 'NC-2026-0048211',
  decision: ['On 24 November 2026 we decided that you must pay back A$6,793.80.'],
  reasons: ['You told us that you earned nothing from March to June.'],
  data: [
    { id: 'pay', label: 'Pay in the year', value: '$26,000', source: 'Tax office', reported: false },
    {
      id: 'work',
      label: 'Where you work',
      value: 'North Street Bakery',
      source: 'Tax office',
      reported: true,
    },
  ],
  appeal: null,
  reopened: false,
  effect: 'suspending',
  effectRefused: false,
  window: { until: '2027-01-24', over: false },
  answerUntil: null,
  answer: null,
  alike: { same: 812, all: 4120, since: '2026-01-01' },
  audit: { day: '2026-11-20', verdict: 'fail', href: '/audits/12' },
  receipt: {
    entry: 51_402,
    counted: { number: 48_211, all: 1_203_884 },
    saveHref: '/case/receipt',
    checkHref: '/check',
  },
  events: [
    { at: '2026-11-24T09:00:00Z', event: 'decided' },
    { at: '2026-11-25T11:17:00Z', event: 'sent' },
  ],
  looks: [
    { at: '2026-11-26T10:00:00Z', role: 'clerk', why: 'notice', name: null },
    { at: '2026-11-27T10:00:00Z', role: 'reviewer', why: 'appeal', name: 'J. Reviewer' },
  ],
  visits: [
    { day: '2026-11-28', by: 'representative', times: 1 },
    { day: '2026-11-27', by: 'person', times: 2 },
  ],
  office: { phone: '1800 000 000', post: 'PO Box 12, North City 2600' },
};
