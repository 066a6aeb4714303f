/** Walks of a case through whatever its tables allow, by whoever comes, that check at each step what must never be. */
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type Actor,
  type Asked,
  type CaseView,
  emptyData,
  isSuspendedByRule,
  type MachineName,
  type Matter,
  machines,
  mattersOf,
  namedSearch,
  plan,
  type World,
} from '../src/index.ts';
import { accountOf, day, everything, newCase, rulesOf, start, worldOf } from './cases.ts';

const actors = Object.keys(accountOf) as Actor[];
const names = Object.keys(machines) as MachineName[];

const lastOf = (view: CaseView, machine: MachineName): Matter => {
  const found = mattersOf(view, machine).at(-1);
  if (found === undefined) throw new Error(`no ${machine}`);
  return found as Matter;
};

/** A pack that asks for what no notice here has. */
export const lackingPack = [
  {
    id: 'x',
    version: '1',
    source: 'test',
    effective: { from: null, to: null },
    demands: [{ part: 'ground', owed: 'in-notice', known: 'read' }],
    withinDays: null,
  },
] as const;

/** What walks met. */
export interface Walked {
  readonly steps: number;
  readonly moves: number;
  /** States that no walk reached. */
  readonly unreached: readonly string[];
}

/** Walks of 100 steps each. */
export function walkAtRandom(runs: number): Walked {
  let steps = 0;
  let moves = 0;
  const reached = new Set(names.map((machine) => `${machine}.${machines[machine].initial}`));
  const everyEvent = names.flatMap((machine) =>
    [...new Set(machines[machine].transitions.map(({ event }) => event))].map(
      (event) => [machine, event] as const,
    ),
  );
  const people = ['reviewer-1', 'reviewer-2', 'author', 'approver', 'decider', ''];
  const step = fc.record({
    // Mostly what somebody may do now, so that a walk goes far; sometimes anything at all.
    wild: fc.integer({ min: 0, max: 9 }),
    pick: fc.nat(1_000_000),
    event: fc.constantFrom(...everyEvent),
    by: fc.constantFrom(...actors),
    actor: fc.constantFrom(...people),
    days: fc.nat(12),
    two: fc.boolean(),
    breakerClosed: fc.boolean(),
    draw: fc.double({ min: 0, max: 0.99, noNaN: true }),
    outcome: fc.constantFrom('changed', 'upheld', 'worse', 'annulled'),
    filled: fc.boolean(),
    lacking: fc.boolean(),
  });
  const leaving = new Set(['withdraw', 'declare-void', 'strike-out', 'report-death', 'cancel', 'recuse']);
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 100, maxLength: 100 }),
      fc.boolean(),
      fc.boolean(),
      (walk, two, slow) => {
        let now = start;
        let view = newCase(worldOf(day(0)));
        const entries = new Map<string, number>();
        for (const [at, one] of walk.entries()) {
          steps++;
          now += one.days * (slow ? 432_000_000 : 8_640_000);
          const rules = rulesOf({
            twoReviewers: two,
            rereadShare: 0.3,
            readWithin: slow ? { email: { count: 14, unit: 'days' } } : {},
            noticePacks: one.lacking ? lackingPack : [],
          });
          const world = worldOf(new Date(now).toISOString(), {
            rules,
            breakerClosed: one.breakerClosed,
            draw: one.draw,
            progress: {
              people: 2,
              suspended: 2,
              notified: 2,
              due: one.two ? 1 : 0,
              ordersSigned: true,
              unpaid: one.lacking ? 1 : 0,
              ownSums: one.filled,
              unanswered: one.breakerClosed ? 0 : 1,
            },
          });
          const open = view.matters.flatMap((matter) =>
            machines[matter.machine].transitions
              .filter(({ from }) => from.includes(matter.state))
              .filter(
                ({ event }) =>
                  one.wild < 2 || !(leaving.has(event) || (slow && at < 50 && event === 'lodge')),
              )
              .flatMap(({ event, by }) => by.map((role) => ({ matter: matter.id, event, by: role }))),
          );
          const chosen = open[one.pick % Math.max(1, open.length)];
          const wild = one.wild === 0 || chosen === undefined;
          const about = wild
            ? {
                matter: lastOf(view, one.event[0] === 'review' ? 'appeal' : one.event[0]).id,
                event: one.event[1],
                by: one.by,
              }
            : chosen;
          const review = mattersOf(view, 'review').at(-1)?.data.reviewer ?? null;
          const actor = one.wild < 3 || about.by !== 'reviewer' ? one.actor : (review ?? one.actor);
          const facts = {
            ...everything.facts,
            outcome: one.outcome as 'changed',
            reviewer: one.actor || 'reviewer-1',
            names: namedSearch(mattersOf(view, 'remedy').at(-1) ?? { id: '', data: emptyData('remedy') }),
          };
          const asked: Asked = {
            ...about,
            actor: actor || accountOf[about.by],
            ...(one.filled || one.wild > 2 ? { ...everything, facts } : {}),
          };
          const done = plan(view, asked, world);
          if (!done.ok) continue;
          moves++;
          for (const { before, after: moved, entry } of done.changes) {
            reached.add(`${moved.machine}.${moved.state}`);
            expect(moved.version).toBe(before.version + 1);
            expect(entry).toBeTruthy();
            entries.set(moved.id, (entries.get(moved.id) ?? 0) + 1);
          }
          view = done.view;
          requireInvariants(view, rules, entries);
        }
      },
    ),
    { numRuns: runs, seed: 12, endOnFailure: true },
  );

  const all = names.flatMap((machine) =>
    Object.keys(machines[machine].states).map((state) => `${machine}.${state}`),
  );
  return { steps, moves, unreached: all.filter((state) => !reached.has(state)) };
}

function requireInvariants(
  view: CaseView,
  rules: World['rules'],
  entries: ReadonlyMap<string, number>,
): void {
  for (const matter of view.matters) {
    const row = machines[matter.machine].states[matter.state];
    const atEnd = row?.end === true;
    // No state without a clock or an owner.
    expect([matter.state, matter.clock === null, matter.deadline === null, row?.owner === null]).toEqual([
      matter.state,
      atEnd,
      atEnd,
      atEnd,
    ]);
    // No entry missing.
    expect(entries.get(matter.id) ?? 0).toBe(matter.version);
    if (matter.machine === 'review') {
      const { reviewer, cosigner, rereader } = matter.data;
      // Nobody reviews their own rule, nor their own review.
      for (const one of [reviewer, cosigner, rereader])
        expect([...rules.authors, ...rules.approvers, ...view.decidedBy]).not.toContain(one);
      if (cosigner !== null) expect(cosigner).not.toBe(reviewer);
      if (rereader !== null) expect([reviewer, cosigner]).not.toContain(rereader);
    }
    if (matter.machine === 'appeal') {
      expect(matter.data.outcome).not.toBe('worse');
      if (['decided', 'conceded', 'effectuated'].includes(matter.state))
        expect(matter.data.faults).not.toBeNull();
    }
  }
  // No effect while suspended.
  if (isSuspendedByRule(view, rules))
    for (const { state } of mattersOf(view, 'effect')) expect(['running', 'not-begun']).not.toContain(state);
}
