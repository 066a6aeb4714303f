import type { Explanation } from '@ombud/contract';

const reason = (code: string, column: string, text: string, contribution: number) => ({
  code,
  column,
  text,
  contribution,
});
const attribution = (column: string, value: number | string | null, contribution: number) => ({
  column,
  columns: [column],
  value,
  contribution,
  standardError: null,
});

/** A made-up refusal of a loan, with labels in the words that a bank would use. */
export const refusal: Explanation = {
  schema: 'ombud/explanation@1',
  made: '2026-11-25T10:00:00.000Z',
  version: '0.1.0',
  system: { id: 'loans', title: 'Loan check', owner: 'North Bank', contact: 'help@north.example' },
  about: { source: 'people.csv', row: 7, entry: null, decided: '2026-11-03T09:00:00.000Z' },
  model: { digest: 'ab'.repeat(32), version: '4.2', format: 'lightgbm-text', component: null },
  language: 'en',
  labels: {
    burden: 'Share of your credit limit that you use',
    enquiries: 'Number of times you asked for credit in half a year',
    late: 'Number of late payments',
    trades: 'Number of loans you have',
  },
  rule: { cutoff: 0.5, scale: 'probability', favourable: 'positive', output: 0 },
  prediction: { raw: -0.62, probability: 0.35, decision: 'negative', favourable: false },
  method: 'interventional',
  baseline: 0.21,
  attributions: [
    attribution('burden', 55, -0.5),
    attribution('late', 3, -0.3),
    attribution('enquiries', 4, -0.2),
    attribution('trades', 2, -0.13),
    attribution('age_of_file', 200, 0.3),
  ],
  reasons: [
    reason('R1', 'burden', 'Share of your credit limit that you use', -0.5),
    reason('R2', 'late', 'Number of late payments', -0.3),
    reason('R3', 'enquiries', 'Number of times you asked for credit in half a year', -0.2),
  ],
  also: [reason('R4', 'trades', 'Number of loans you have', -0.13)],
  blocked: [],
  stability: { tried: 3, same: 2, kept: [{ code: 'R1', times: 3 }] },
  recourse: {
    state: 'found',
    proof: { method: 'exact', changes: 3 },
    unknown: [],
    plans: [
      {
        changes: [
          { column: 'burden', unit: null, from: 55, to: 40, range: { low: null, high: 40 }, moves: [] },
          { column: 'enquiries', unit: null, from: 4, to: 2, range: { low: 1, high: 2 }, moves: [] },
        ],
        cost: 0.31,
        prediction: { raw: 0.02, probability: 0.505, decision: 'positive', favourable: true },
      },
      {
        changes: [
          {
            column: 'time',
            unit: 'months',
            from: 0,
            to: 14,
            range: { low: 14, high: null },
            moves: [{ column: 'age_of_file', from: 200, to: 214 }],
          },
        ],
        cost: 0.4,
        prediction: { raw: 0.01, probability: 0.5025, decision: 'positive', favourable: true },
      },
    ],
  },
  background: { rows: 100, fingerprint: `sha256:${'cd'.repeat(32)}`, people: 'just-accepted' },
  validUntil: '2027-02-23T00:00:00.000Z',
};

/** The same person, for whom nothing would have helped. */
export const withoutRecourse: Explanation = {
  ...refusal,
  recourse: { state: 'none-exists', proof: { method: 'exact', changes: 3 }, plans: [], unknown: ['late'] },
};
