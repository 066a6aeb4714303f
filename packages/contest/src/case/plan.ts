/**
 * The one function that decides what a request does to a case: it runs the machine's table, checks the guards, and gives
 * the new states with their clocks, the entries to record and the messages to send. It writes nothing.
 */
import { type Actor, type Machine, type Refusal, step, type Transition } from '../machine.ts';
import { appeal } from '../machines/appeal.ts';
import { effect } from '../machines/effect.ts';
import { notice } from '../machines/notice.ts';
import { remedy } from '../machines/remedy.ts';
import { review } from '../machines/review.ts';
import type { Asked } from './asked.ts';
import { deadlineOf, needsClockOver } from './clocks.ts';
import { beginsReview, followingOf, type Message, type Moved, messagesOf } from './consequences.ts';
import { holds, reviewOf, type World } from './guards.ts';
import {
  type CaseView,
  emptyData,
  type MachineName,
  type Matter,
  type MatterOf,
  mattersOf,
} from './parts.ts';
import { remember } from './remember.ts';
import { mayReview } from './rules.ts';
import { isNewest, namesSearch } from './search.ts';

/** The machines by name. */
export const machines: Readonly<Record<MachineName, Machine>> = { notice, appeal, effect, review, remedy };

/** Why a case does not move. */
export type CaseRefusal =
  | Refusal
  | { readonly code: 'no-such-matter'; readonly matter: string }
  /** A timer came before the clock was over. */
  | { readonly code: 'not-yet'; readonly deadline: string }
  /** An appeal is assigned and decided by its review, whose rules would else be passed by. */
  | { readonly code: 'by-review'; readonly event: string }
  /** Somebody else handles it. */
  | { readonly code: 'not-assigned'; readonly actor: string }
  /** Who made or approved the rule, or took part in the decision, does not answer for it. */
  | { readonly code: 'own-rule'; readonly actor: string }
  /** They named no search of the remedy, or one that is not the newest. */
  | { readonly code: 'other-search' };

/** One move of one run, with what the ledger is to say of it. */
export interface Change {
  readonly before: Matter;
  readonly after: Matter;
  readonly asked: Asked;
  readonly entry: Transition<string, string, string>['entry'];
}

/** Everything that a request does. */
export type Plan =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      /** Runs of machines that begin. */
      readonly begun: readonly Matter[];
      readonly messages: readonly Message[];
      readonly view: CaseView;
    }
  | { readonly ok: false; readonly refusal: CaseRefusal };

/** A run of a machine at its first state. */
export function begin<M extends MachineName>(
  machine: M,
  view: CaseView,
  { now, rules, newId }: Pick<World, 'now' | 'rules' | 'newId'>,
  data: Partial<MatterOf<M>['data']> = {},
): MatterOf<M> {
  const table = machines[machine];
  const clock = table.states[table.initial]?.clock ?? null;
  const matter = {
    id: newId(),
    machine,
    state: table.initial,
    clock,
    deadline: clock === null ? null : deadlineOf(machine, clock, view, rules, now),
    since: now,
    version: 0,
    data: { ...emptyData(machine), ...data },
  };
  return matter as unknown as MatterOf<M>;
}

/** What happens to an appeal only as something that follows from its review. */
const byReview: ReadonlySet<string> = new Set(['assign', 'unassign', 'decide']);

/** Roles whose independence is asked. */
const answering: ReadonlySet<Actor> = new Set(['reviewer', 'cosigner']);

/** What a reviewer does whom nobody has assigned: to open again, and to look at a match before there is an appeal. */
const forAnyReviewer: ReadonlySet<string> = new Set(['reinstate', 'confirm-match']);

function personalRefusal(view: CaseView, matter: Matter, asked: Asked, { rules }: World): CaseRefusal | null {
  const { actor, by, event } = asked;
  if (!answering.has(by)) return null;
  if (!mayReview(actor, rules, view.decidedBy)) return { code: 'own-rule', actor };
  if (by !== 'reviewer' || forAnyReviewer.has(event)) return null;
  const handler = handlerOf(view, matter);
  // An effect is moved by nobody but the reviewer who answers the appeal.
  const isTheirs = handler === actor || (handler === null && matter.machine !== 'effect');
  return isTheirs ? null : { code: 'not-assigned', actor };
}

/** Who handles a run now: the reviewer of a review, of its appeal while it is being reviewed, and of the effect. */
function handlerOf(view: CaseView, matter: Matter): string | null {
  switch (matter.machine) {
    case 'review':
      return matter.data.reviewer;
    case 'appeal':
      return reviewOf(view, matter.id)?.data.reviewer ?? null;
    case 'effect':
      return mattersOf(view, 'review').findLast(({ state }) => state !== 'cancelled')?.data.reviewer ?? null;
    case 'notice':
    case 'remedy':
      return null;
  }
}

interface Made {
  view: CaseView;
  readonly changes: Change[];
  readonly begun: Matter[];
  readonly messages: Message[];
}

/**
 * What a request does to a case.
 *
 * @param view the case as it is
 * @returns the plan, or why the request is refused; a refusal of a move that must follow refuses all
 * @example plan(view, { matter, event: 'lodge', by: 'person', actor: 'person' }, world)
 */
export function plan(view: CaseView, asked: Asked, world: World): Plan {
  const made: Made = { view, changes: [], begun: [], messages: [] };
  const refusal = passedBy(view, asked) ?? make(made, asked, world);
  return refusal === null ? { ok: true, ...made } : { ok: false, refusal };
}

function passedBy({ matters }: CaseView, { matter, event }: Asked): CaseRefusal | null {
  const machine = matters.find(({ id }) => id === matter)?.machine;
  return machine === 'appeal' && byReview.has(event) ? { code: 'by-review', event } : null;
}

function make(made: Made, asked: Asked, world: World): CaseRefusal | null {
  const { view } = made;
  const before = view.matters.find(({ id }) => id === asked.matter);
  if (before === undefined) return { code: 'no-such-matter', matter: asked.matter };
  const table = machines[before.machine];
  const done = step(table, before.state, asked.event, asked.by, (guard) =>
    holds(view, before, asked, world, guard),
  );
  if (!done.ok) return done.refusal;
  const refused =
    personalRefusal(view, before, asked, world) ??
    tooEarly(before, asked, world) ??
    otherSearch(before, asked);
  if (refused !== null) return refused;
  const after = movedTo(before, asked, view, world, done);
  made.view = { ...view, matters: view.matters.map((one) => (one.id === after.id ? after : one)) };
  made.changes.push({ before, after, asked, entry: done.entry });
  const moved: Moved = { matter: after, from: before.state, asked };
  made.messages.push(...messagesOf(moved, made.view, world.now, world.draw));
  if (beginsReview(moved)) {
    const begun = begin('review', made.view, world, { appeal: after.id });
    made.begun.push(begun);
    made.view = { ...made.view, matters: [...made.view.matters, begun] };
  }
  for (const { asked: next, must } of followingOf(moved, made.view, world.rules)) {
    const followed = make(made, next, world);
    if (followed !== null && must) return followed;
  }
  return null;
}

function tooEarly({ machine, deadline }: Matter, { by, event }: Asked, { now }: World): CaseRefusal | null {
  if (by !== 'timer' || !needsClockOver(machine, event) || deadline === null) return null;
  return Date.parse(now) < Date.parse(deadline) ? { code: 'not-yet', deadline } : null;
}

/** An opinion on a remedy is one on a search that they read: who searches anew asks everybody anew. */
function otherSearch(matter: Matter, { event, facts }: Asked): CaseRefusal | null {
  if (matter.machine !== 'remedy' || !namesSearch(event)) return null;
  return facts?.names !== undefined && isNewest(matter, facts.names) ? null : { code: 'other-search' };
}

function movedTo(
  before: Matter,
  asked: Asked,
  view: CaseView,
  world: World,
  { state, clock }: { readonly state: string; readonly clock: string | null },
): Matter {
  const data = remember(before, asked, view, world, state);
  const known = { ...before, data, state, clock, since: world.now, version: before.version + 1 } as Matter;
  // A clock may hang on what was just remembered: a window on the day of receipt.
  const seen = { ...view, matters: view.matters.map((one) => (one.id === known.id ? known : one)) };
  const deadline =
    clock === null ? null : deadlineOf(before.machine, clock, seen, world.rules, world.now, asked.facts);
  return { ...known, deadline } as Matter;
}
