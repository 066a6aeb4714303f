import { expect, test } from 'vitest';
import { contradictionsOf, type KnownDecision, machineAsRecorded } from './agree.ts';
import type { Decided } from './facts.ts';

const known: KnownDecision = {
  kind: 'grade',
  decision: 'yes',
  inputs: ['B', 'D', '2'],
  favourable: false,
  byPerson: false,
  shadow: false,
  decidedOn: null,
  recordedOn: '2026-11-24',
};
const reasonsOf = (decided: Decided, change: Partial<KnownDecision> = {}, decidedOn = '2026-11-24') =>
  contradictionsOf(
    { decided, decidedOn, starts: null, ends: null, machine: null },
    { ...known, ...change },
  ).map(({ reason }) => reason);
/** What a letter of a declared role says of the machine, and what stands against it. */
const machineOf = (role: 'decided' | 'proposed' | 'scored' | null, byPerson: boolean) => {
  const machine = machineAsRecorded({ system: 'Scorer', role }, { byPerson });
  const decided = { kind: 'refusal', what: 'a grant' } as const;
  const facts = { decided, decidedOn: '2026-11-24', starts: null, ends: null, machine };
  const against = contradictionsOf(facts, { ...known, kind: 'refusal', byPerson });
  return [machine?.role, ...against.map(({ reason }) => reason)];
};
const euros = (minor: number) => ({ minor, currency: 'EUR' });

test('a letter says that the machine decided by itself only where no person did, and that a person did only where one did', () => {
  for (const role of ['decided', 'proposed', 'scored', null] as const)
    expect([role, machineOf(role, true), machineOf(role, false)]).toEqual(
      role === 'decided'
        ? [role, [null], ['decided']]
        : [role, [role], role === null ? [null] : [role, 'other-decider']],
    );
});

test('nobody is told of a decision in the shadow', () => {
  expect(reasonsOf({ kind: 'refusal', what: 'a grant' }, { kind: 'refusal', shadow: true })).toEqual([
    'shadow',
  ]);
});

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
