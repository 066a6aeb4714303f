import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, type Machine, movesOf, step } from '../machine.ts';
import { appeal } from './appeal.ts';
import { effect } from './effect.ts';
import { notice } from './notice.ts';
import { remedy } from './remedy.ts';
import { review } from './review.ts';

const machines = [notice, appeal, effect, review, remedy] as readonly Machine[];
const actors: readonly Actor[] = [
  'person',
  'representative',
  'clerk',
  'decider',
  'reviewer',
  'cosigner',
  'supervisor',
  'carrier',
  'recipient',
  'timer',
];

const always = () => true;

describe.each(machines.map((machine) => [machine.name, machine] as const))('%s', (_, machine) => {
  const states = Object.keys(machine.states);
  const events = [...new Set(machine.transitions.map(({ event }) => event))];

  test('no state without a clock and an owner, but the ends', () => {
    for (const [name, row] of Object.entries(machine.states)) {
      const ends = row.end === true;
      expect([name, row.owner === null, row.clock === null]).toEqual([name, ends, ends]);
    }
  });

  test('every state is reached from the first, and an end is reached from every state', () => {
    const next = (state: string) =>
      machine.transitions.filter(({ from }) => from.includes(state)).map(({ to }) => to);
    const reach = (start: string) => {
      const seen = new Set([start]);
      for (const state of seen) for (const to of next(state)) seen.add(to);
      return seen;
    };
    expect([...reach(machine.initial)].sort()).toEqual([...states].sort());
    for (const state of states)
      expect([state, [...reach(state)].some((one) => machine.states[one]?.end === true)]).toEqual([
        state,
        true,
      ]);
  });

  test('whoever owns a state can do something in it, unless it waits for a timer to find its clock over', () => {
    for (const [state, { owner, end }] of Object.entries(machine.states)) {
      if (end === true || owner === null) continue;
      const able = [...movesOf(machine, state, owner), ...movesOf(machine, state, 'timer')];
      expect([state, owner, able.length > 0]).toEqual([state, owner, true]);
    }
  });

  // Every pair of state and event, by every actor: what the table allows is allowed, all else is refused.
  test('every transition is allowed to those whom the table names, and every other is refused', () => {
    for (const state of states)
      for (const event of events)
        for (const by of actors) {
          const rows = machine.transitions.filter((row) => row.event === event && row.from.includes(state));
          const own = rows.filter((row) => row.by.includes(by));
          const done = step(machine, state, event, by, always);
          if (own[0] !== undefined) expect(done).toMatchObject({ ok: true, state: own[0].to });
          else
            expect(done).toMatchObject({
              ok: false,
              refusal: { code: rows.length > 0 ? 'not-yours' : 'no-such-move' },
            });
        }
  });

  test('each guard, when it does not hold, stops its transition', () => {
    for (const row of machine.transitions)
      for (const guard of row.when ?? []) {
        const done = step(
          machine,
          row.from[0] as string,
          row.event,
          row.by[0] as Actor,
          (one) => one !== guard,
        );
        if (done.ok) expect(done.state).not.toBe(undefined);
        else expect(done.refusal).toMatchObject({ code: 'guard' });
        const alone = machine.transitions.filter(
          (other) => other.event === row.event && other.from.includes(row.from[0] as string),
        );
        if (alone.length === 1) expect(done.ok).toBe(false);
      }
  });

  test('property: 100,000 random steps keep the invariants', () => {
    let state = machine.initial;
    let steps = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...events),
        fc.constantFrom(...actors),
        fc.infiniteStream(fc.boolean()),
        (event, by, coins) => {
          const holds = () => coins.next().value === true;
          const done = step(machine, state, event, by, holds);
          steps++;
          if (!done.ok) return;
          const row = machine.states[done.state];
          expect(row).toBeDefined();
          expect(done.clock === null).toBe(row?.end === true);
          expect(['notice', 'appeal', 'review', 'remedy']).toContain(done.entry);
          state = done.state;
          // Ends without a way back: begin again.
          if (machine.transitions.every(({ from }) => !from.includes(state))) state = machine.initial;
        },
      ),
      { numRuns: 100_000, seed: 1 },
    );
    expect(steps).toBe(100_000);
  });
});

describe('what must never be', () => {
  test('an effect never begins or goes on while an appeal is open, the breaker is open or the person is not notified', () => {
    for (const missing of ['no-appeal-open', 'breaker-closed', 'notified'] as const)
      expect(step(effect, 'not-begun', 'begin', 'recipient', (guard) => guard !== missing).ok).toBe(false);
    expect(movesOf(effect, 'suspended', 'recipient')).toEqual([]);
    expect(step(effect, 'suspended', 'lift', 'reviewer', (guard) => guard !== 'no-appeal-open').ok).toBe(
      false,
    );
  });

  test('nobody reviews a rule that they made or approved, and nobody co-signs their own', () => {
    for (const missing of ['not-rule-author', 'not-rule-approver', 'not-decider'] as const)
      expect(step(review, 'unassigned', 'assign', 'supervisor', (guard) => guard !== missing).ok).toBe(false);
    expect(step(review, 'cosigning', 'cosign', 'cosigner', (guard) => guard !== 'not-handler').ok).toBe(
      false,
    );
    expect(movesOf(review, 'cosigning', 'reviewer')).toEqual([]);
  });

  test('nothing closes before the original decision is rated on the coded faults', () => {
    expect(step(appeal, 'under-review', 'decide', 'reviewer', (guard) => guard !== 'faults-rated').ok).toBe(
      false,
    );
    expect(step(appeal, 'with-decider', 'concede', 'decider', (guard) => guard !== 'faults-rated').ok).toBe(
      false,
    );
    expect(step(review, 'assigned', 'propose', 'reviewer', always).ok).toBe(false);
  });

  test('no machine refuses a late appeal or strikes one out', () => {
    for (const event of ['refuse-late', 'strike-out', 'declare-void'])
      for (const { by, event: own } of appeal.transitions)
        if (own === event) expect(by).not.toContain('timer');
  });

  test('a draft is left to the person: only they, a representative or a clerk end it', () => {
    const ending = appeal.transitions.filter(({ from }) => from.includes('draft'));
    for (const { by, when = [] } of ending) {
      expect(by).not.toContain('timer');
      // A draft that a remedy began is the office's own.
      if (by.includes('supervisor')) expect(when).toContain('of-a-remedy');
    }
  });

  test('worse for the person is blocked', () => {
    expect(
      step(appeal, 'under-review', 'decide', 'reviewer', (guard) => guard !== 'not-worse-for-person'),
    ).toMatchObject({ refusal: { code: 'guard', guard: 'not-worse-for-person' } });
  });
});
