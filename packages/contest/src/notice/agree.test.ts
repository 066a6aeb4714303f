import { expect, test } from 'vitest';
import { contradictionsOf, type KnownDecision } from './agree.ts';
import type { Decided } from './facts.ts';

const known: KnownDecision = {
  kind: 'grade',
  decision: 'yes',
  inputs: ['B', 'D', '2'],
  favourable: false,
  decidedOn: null,
  recordedOn: '2026-11-24',
};
const reasonsOf = (decided: Decided, change: Partial<KnownDecision> = {}, decidedOn = '2026-11-24') =>
  contradictionsOf({ decided, decidedOn, starts: null, ends: null }, { ...known, ...change }).map(
    ({ reason }) => reason,
  );
const euros = (minor: number) => ({ minor, currency: 'EUR' });

test('a grade is one that was recorded', () => {
  const grade = (one: string) => reasonsOf({ kind: 'grade', subject: 'Mathematics', grade: one });
  expect(grade('D')).toEqual([]);
  expect(grade('A')).toEqual(['other-decision']);
});

test.each([
  [{ kind: 'refusal', what: 'a grant' }],
  [{ kind: 'debt', amount: euros(1), from: '2026-01-01', to: '2026-01-31' }],
  [{ kind: 'reduction', what: 'rent', before: euros(2), after: euros(1) }],
] as const)('%o says no, and not to whom was said yes; where nobody can say, it goes', (decided) => {
  const { kind } = decided;
  expect(reasonsOf(decided, { kind, favourable: true })).toEqual(['other-decision']);
  expect(reasonsOf(decided, { kind, favourable: false })).toEqual([]);
  expect(reasonsOf(decided, { kind, favourable: null })).toEqual([]);
});

test('a reduction leaves less, of the same money', () => {
  for (const after of [euros(2), euros(3), { minor: 1, currency: 'USD' }])
    expect(
      reasonsOf({ kind: 'reduction', what: 'rent', before: euros(2), after }, { kind: 'reduction' }),
    ).toEqual(['no-reduction']);
});

test('the day is that of the decision where it gives one, and not to come where it gives none', () => {
  const no = { kind: 'refusal', what: 'a grant' } as const;
  const on = (day: string, decidedOn: string | null) => reasonsOf(no, { kind: 'refusal', decidedOn }, day);
  expect(on('2026-11-20', null)).toEqual([]);
  expect(on('2026-11-25', null)).toEqual(['not-decided-yet']);
  expect(on('2026-11-20', '2026-11-20')).toEqual([]);
  expect(on('2026-11-20', '2026-11-21')).toEqual(['other-day']);
});
