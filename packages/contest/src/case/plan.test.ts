/** The planner against the tables: each transition by each role, and random walks that keep what must never be. */
import { describe, expect, test } from 'vitest';
import { accountOf, day, everything, newCase, progress, rating, rulesOf, worldOf } from '../../test/cases.ts';
import { lackingPack, walkAtRandom } from '../../test/walk.ts';
import {
  type Actor,
  type Asked,
  begin,
  type CaseView,
  type MachineName,
  type Matter,
  machines,
  mattersOf,
  namedSearch,
  plan,
  type World,
  windowEnd,
} from '../index.ts';

const actors = Object.keys(accountOf) as Actor[];
const names = Object.keys(machines) as MachineName[];

/** Asks, and gives the case after it; throws where it is refused. */
function after(view: CaseView, asked: Asked, world: World): CaseView {
  const done = plan(view, asked, world);
  if (!done.ok) throw new Error(`${asked.event}: ${JSON.stringify(done.refusal)}`);
  return done.view;
}

const firstOf = (view: CaseView, machine: MachineName): Matter => {
  const found = mattersOf(view, machine).at(-1);
  if (found === undefined) throw new Error(`no ${machine}`);
  return found as Matter;
};

type Line = readonly [MachineName, string, Actor, Partial<Asked>?];

/** A life of a case, one event after the other. */
function live(view: CaseView, world: World, lines: readonly Line[]): CaseView {
  return lines.reduce(
    (now, [machine, event, by, more]) =>
      after(now, { matter: firstOf(now, machine).id, event, by, actor: accountOf[by], ...more }, world),
    view,
  );
}

const told: readonly Line[] = [
  ['notice', 'check', 'decider'],
  ['notice', 'queue', 'decider'],
  ['notice', 'send', 'carrier'],
  ['notice', 'open', 'person'],
];
const lodged: readonly Line[] = [...told, ['appeal', 'lodge', 'person']];
const reviewed: readonly Line[] = [
  ...lodged,
  ['appeal', 'accept', 'clerk'],
  ['appeal', 'respond', 'decider'],
  ['review', 'assign', 'supervisor', { facts: { reviewer: 'reviewer-1' } }],
];
const proposed = (outcome: 'changed' | 'upheld'): readonly Line[] => [
  ...reviewed,
  ['review', 'rate', 'reviewer', { facts: { faults: rating(['wrong-data-source']) } }],
  ['review', 'propose', 'reviewer', { facts: { outcome }, words: { reasons: 'The income was averaged.' } }],
];

describe('the life of an appeal', () => {
  const world = worldOf(day(0));
  const stateOf = (view: CaseView) =>
    Object.fromEntries(view.matters.map(({ machine, state }) => [machine, state]));

  test('an overturned decision ends its effect, and the appeal ends when the deciding system has confirmed', () => {
    let view = live(newCase(world), world, lodged);
    expect(stateOf(view)).toMatchObject({ appeal: 'lodged', effect: 'suspending' });
    view = live(newCase(world), world, [...proposed('changed'), ['review', 'sign', 'reviewer']]);
    expect(stateOf(view)).toMatchObject({ review: 'signed', appeal: 'decided', effect: 'cancelling' });
    expect(firstOf(view, 'appeal').data).toMatchObject({ outcome: 'changed', answeredAt: day(0) });
    view = live(view, world, [
      ['effect', 'confirm', 'recipient'],
      ['review', 'close', 'timer'],
    ]);
    expect(stateOf(view)).toMatchObject({ review: 'closed', appeal: 'effectuated', effect: 'cancelled' });
  });

  test('an upheld decision goes on, and not before', () => {
    const view = live(newCase(world), world, [...proposed('upheld'), ['review', 'sign', 'reviewer']]);
    expect(stateOf(view)).toMatchObject({ appeal: 'decided', effect: 'lifting' });
    expect(stateOf(live(view, world, [['effect', 'confirm', 'recipient']]))).toMatchObject({
      appeal: 'effectuated',
      effect: 'running',
    });
  });

  test('a decider who gives in ends the effect too', () => {
    const view = live(newCase(world), world, [
      ...lodged,
      ['appeal', 'accept', 'clerk'],
      [
        'appeal',
        'concede',
        'decider',
        {
          facts: { faults: rating(['wrong-facts']), outcome: 'conceded' },
          words: { newDecision: 'no debt' },
        },
      ],
    ]);
    expect(stateOf(view)).toMatchObject({ appeal: 'conceded', effect: 'cancelling' });
    expect(firstOf(view, 'appeal').data).toMatchObject({ outcome: 'conceded' });
  });

  test('the effect does not begin before the person is told, and not while the breaker is open', () => {
    const begins: Line = ['effect', 'begin', 'recipient'];
    expect(() => live(newCase(world), world, [begins])).toThrow('notified');
    const stopped = worldOf(day(0), { breakerClosed: false });
    expect(() => live(newCase(stopped), stopped, [...told, begins])).toThrow('breaker-closed');
    expect(stateOf(live(newCase(world), world, [...told, begins]))).toMatchObject({ effect: 'running' });
  });

  test('a biometric match waits for two people, each with something else that supports it', () => {
    const match = worldOf(day(0), { rules: rulesOf({ biometric: true }) });
    const seen = (actor: string): Line => ['effect', 'confirm-match', 'reviewer', { actor, ...everything }];
    const begins: Line = ['effect', 'begin', 'recipient'];
    expect(() => live(newCase(match), match, [...told, seen('reviewer-1'), begins])).toThrow('two-confirmed');
    expect(() => live(newCase(match), match, [...told, seen('reviewer-1'), seen('reviewer-1')])).toThrow(
      'not-confirmed-by-them',
    );
    const both = [...told, seen('reviewer-1'), seen('reviewer-2')];
    expect(stateOf(live(newCase(match), match, [...both, begins]))).toMatchObject({ effect: 'running' });
    // Who was shut out since is the second of nobody.
    const without = { ...match, shutOut: new Set(['reviewer-1']) };
    expect(() => live(newCase(match), without, [...both, begins])).toThrow('two-confirmed');
  });

  test('two reviewers where declared: the second is another, and the appeal waits for both', () => {
    const two = worldOf(day(0), { rules: rulesOf({ twoReviewers: true }) });
    const signing: Line = ['review', 'request-cosign', 'reviewer'];
    expect(() => live(newCase(two), two, [...proposed('changed'), ['review', 'sign', 'reviewer']])).toThrow(
      'one-is-enough',
    );
    expect(() =>
      live(newCase(two), two, [
        ...proposed('changed'),
        signing,
        ['review', 'cosign', 'cosigner', { actor: 'reviewer-1' }],
      ]),
    ).toThrow('not-handler');
    const view = live(newCase(two), two, [...proposed('changed'), signing, ['review', 'cosign', 'cosigner']]);
    expect(stateOf(view)).toMatchObject({ appeal: 'decided', effect: 'cancelling' });
  });
});

describe('who may not', () => {
  const world = worldOf(day(0));

  test.each(['author', 'approver', 'decider'])('%s of the rule or decision reviews nothing', (actor) => {
    const assign: Line = ['review', 'assign', 'supervisor', { facts: { reviewer: actor } }];
    expect(() => live(newCase(world), world, [...reviewed.slice(0, -1), assign])).toThrow('not-');
    const view = live(newCase(world), world, reviewed);
    const { id } = firstOf(view, 'review');
    expect(
      plan(view, { matter: id, event: 'rate', by: 'reviewer', actor, ...everything }, world),
    ).toMatchObject({
      refusal: { code: 'own-rule', actor },
    });
  });

  test('another reviewer than the assigned one decides nothing', () => {
    const view = live(newCase(world), world, reviewed);
    const asked = { event: 'rate', by: 'reviewer', actor: 'reviewer-9', ...everything } as const;
    expect(plan(view, { ...asked, matter: firstOf(view, 'review').id }, world)).toMatchObject({
      refusal: { code: 'not-assigned' },
    });
    const hold = { ...asked, event: 'hold', matter: firstOf(view, 'appeal').id };
    expect(plan(view, hold, world)).toMatchObject({ refusal: { code: 'not-assigned' } });
  });

  test('a timer that comes too early does nothing', () => {
    const view = live(newCase(world), world, [...lodged, ['appeal', 'accept', 'clerk']]);
    const asked = {
      matter: firstOf(view, 'appeal').id,
      event: 'decider-overdue',
      by: 'timer',
      actor: 'timer',
    } as const;
    expect(plan(view, asked, world)).toMatchObject({ refusal: { code: 'not-yet' } });
    expect(plan(view, asked, worldOf(day(40)))).toMatchObject({ ok: true });
  });
});

describe('the window', () => {
  const world = worldOf(day(0));

  test('does not run before the person is told, and stops when the letter comes back', () => {
    let view = live(newCase(world), world, told.slice(0, -1));
    expect(windowEnd(view, world.rules)).toBeNull();
    view = live(view, worldOf(day(40)), [['notice', 'deem', 'timer']]);
    // Told on 12 December, so to the end of 12 January in Berlin.
    expect(windowEnd(view, world.rules)).toBe('2027-01-12T23:00:00Z');
    view = live(view, worldOf(day(41)), [['notice', 'return', 'carrier']]);
    expect(windowEnd(view, world.rules)).toBeNull();
    view = live(view, worldOf(day(300)), [['appeal', 'lodge', 'person']]);
    expect(firstOf(view, 'appeal')).toMatchObject({ state: 'lodged' });
  });

  test('a letter that somebody opened, or sent an appeal by, does not come back; one that a clerk typed an appeal about may', () => {
    const late = worldOf(day(40));
    const deem: Line = ['notice', 'deem', 'timer'];
    const read = live(live(newCase(world), world, told), late, [deem]);
    const unread = live(live(newCase(world), world, told.slice(0, -1)), late, [deem]);
    const appealed = (by: Actor) => live(unread, late, [['appeal', 'lodge', by]]);
    for (const by of ['carrier', 'clerk'] as const) {
      const back = (view: CaseView) => () =>
        windowEnd(live(view, late, [['notice', 'return', by]]), late.rules);
      for (const view of [read, appealed('person'), appealed('representative')])
        expect(back(view)).toThrow('not-opened');
      for (const view of [unread, appealed('clerk')])
        expect([windowEnd(view, late.rules), back(view)()]).toEqual([expect.any(String), null]);
    }
  });

  test('late is for a human: what comes after the window is never refused by a machine', () => {
    const view = live(newCase(world), world, told);
    const late = live(view, worldOf(day(60)), [['appeal', 'lodge', 'person', { facts: { reason: 'ill' } }]]);
    expect(firstOf(late, 'appeal')).toMatchObject({ state: 'late', data: { late: true, lateReason: 'ill' } });
    expect(firstOf(late, 'effect').state).toBe('not-begun');
    const admitted = live(late, worldOf(day(61)), [
      ['appeal', 'admit-late', 'reviewer', { facts: { reason: 'hospital' } }],
    ]);
    expect(firstOf(admitted, 'appeal').state).toBe('lodged');
    expect(firstOf(admitted, 'effect').state).toBe('suspending');
  });

  test('a paper counts from the day it reached the office', () => {
    const view = live(newCase(world), world, told);
    const paper = live(view, worldOf(day(60)), [
      ['appeal', 'lodge', 'clerk', { facts: { channel: 'paper', receivedAt: day(20) } }],
    ]);
    expect(firstOf(paper, 'appeal').state).toBe('lodged');
  });
});

/** Every way to fill the world that two opposite guards can ask for. */
const worlds = (now: string): World[] => [
  worldOf(now),
  worldOf(now, { progress: { ...progress, due: 0 } }),
  worldOf(now, { progress: { ...progress, ownSums: false } }),
  worldOf(now, { rules: rulesOf({ twoReviewers: true }) }),
  worldOf(now, { draw: 0 }),
  worldOf(now, { rules: rulesOf({ readWithin: { print: { count: 14, unit: 'days' } } }) }),
];

/** A case in which `machine` is in `state`, with what its run would know by then. */
function placed(machine: MachineName, state: string, world: World, drawn: boolean): CaseView {
  const base = newCase(world);
  const appeal = mattersOf(base, 'appeal')[0];
  const review = begin('review', base, world, {
    appeal: appeal?.id ?? '',
    reviewer: 'reviewer-1',
    cosigner: machine === 'appeal' ? 'reviewer-2' : null,
    faults: rating() as never,
    outcome: 'changed',
    reasonsGiven: true,
    drawn,
  });
  const states: { notice?: string; appeal?: string; effect?: string; [machine: string]: string | undefined } =
    {
      notice: 'notified',
      appeal: 'under-review',
      review: 'assigned',
      [machine]: state,
    };
  if (machine === 'effect' || machine === 'remedy') states.appeal = 'effectuated';
  // What is accepted was suspended before, where the rule asks for it.
  if (machine === 'appeal') states.effect = 'suspended';
  if (machine === 'review') states.appeal = state === 'unassigned' ? 'awaiting-review' : 'under-review';
  const set = (matter: Matter): Matter =>
    ({
      ...matter,
      state: states[matter.machine] ?? matter.state,
      deadline: matter.machine === 'appeal' && state === 'draft' ? matter.deadline : day(0),
      data: {
        ...matter.data,
        ...(matter.machine === 'appeal'
          ? { warned: true, grounds: ['discrimination'], channel: 'remedy' }
          : {}),
        ...(matter.machine === 'remedy'
          ? { approvers: ['supervisor-9'], flat: { minor: 100, currency: 'EUR' } }
          : {}),
        ...(matter.machine === 'notice'
          ? {
              receivedOn: '2026-11-02',
              sentAt: day(0),
              tried: drawn
                ? ['email', 'print']
                : machine === 'notice' && state !== 'drafted'
                  ? ['print']
                  : [],
            }
          : {}),
      },
    }) as Matter;
  return { ...base, matters: [...base.matters, review].map(set) };
}

/** What an opinion on the remedy of a case names. */
const namesIn = (view: CaseView) => {
  const [remedy] = mattersOf(view, 'remedy');
  return remedy === undefined ? {} : { names: namedSearch(remedy) };
};

describe.each(names)('%s: every transition', (machine) => {
  const table = machines[machine];
  const events = [...new Set(table.transitions.map(({ event }) => event))];
  const tries = (state: string, event: string, by: Actor) =>
    [0, 90].flatMap((at) =>
      [false, true].flatMap((drawn) =>
        worlds(day(at)).map((world) => () => {
          const lateOrNot = machine === 'appeal' && state === 'draft' ? { receivedAt: day(at) } : {};
          const fitting = { ...world, rules: { ...world.rules, noticePacks: drawn ? lackingPack : [] } };
          const view = placed(machine, state, fitting, drawn);
          const id = firstOf(view, machine).id;
          const actor = event === 'confirm-match' && by === 'reviewer' ? 'reviewer-3' : accountOf[by];
          const facts = { ...everything.facts, ...lateOrNot, ...namesIn(view) };
          return plan(view, { matter: id, event, by, actor, ...everything, facts }, fitting);
        }),
      ),
    );

  test('is made by whom the table names, to where it says, and refused to all others', () => {
    let allowed = 0;
    let refused = 0;
    for (const state of Object.keys(table.states))
      for (const event of events)
        for (const by of actors) {
          if (machine === 'appeal' && ['assign', 'unassign', 'decide'].includes(event)) {
            // Only its review brings these about; `machines.test.ts` has their rows.
            expect(tries(state, event, by)[0]?.()).toMatchObject({ refusal: { code: 'by-review' } });
            continue;
          }
          const rows = table.transitions.filter(
            (row) => row.event === event && row.from.includes(state) && row.by.includes(by),
          );
          const ways = tries(state, event, by);
          const done = (rows.length > 0 ? ways : ways.slice(0, 1)).map((one) => one());
          const reached = new Set(
            done.flatMap((one) =>
              one.ok ? one.changes.slice(0, 1).map(({ after: { state: to } }) => to) : [],
            ),
          );
          expect([state, event, by, [...reached].sort()]).toEqual([
            state,
            event,
            by,
            [...new Set(rows.map(({ to }) => to as string))].sort(),
          ]);
          if (rows.length > 0) allowed++;
          else refused++;
        }
    expect(allowed).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(allowed);
  });
});

test('no reviewer but the one who handles the appeal ends it or moves its effect', () => {
  const [world] = worlds(day(0));
  if (world === undefined) throw new Error('no world');
  for (const [machine, state, event] of [
    ['appeal', 'under-review', 'declare-void'],
    ['appeal', 'under-review', 'strike-out'],
    ['effect', 'running', 'cancel'],
    ['effect', 'running', 'suspend'],
    ['effect', 'suspended', 'lift'],
  ] as const) {
    const view = placed(machine, state, world, false);
    const tried = (actor: string) =>
      plan(view, { matter: firstOf(view, machine).id, event, by: 'reviewer', actor, ...everything }, world);
    expect([event, tried('reviewer-1').ok]).toEqual([event, true]);
    expect([event, tried('reviewer-3').ok]).toEqual([event, false]);
  }
});

test('random walks: 5,000 steps over all machines keep what must be', () => {
  expect(walkAtRandom(50).steps).toBe(5000);
});
