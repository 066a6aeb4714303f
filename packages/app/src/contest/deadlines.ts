/** Finds clocks that are over. A deadline is a column: nothing waits in memory, and a restart forgets none. */
import type { Actor, Matter } from '@ombud/contest';
import { machines } from '@ombud/contest';
import { isOmbudError } from '@ombud/kernel';
import { putInOutbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import { type Desk, nowOf } from './desk.ts';
import { matterOfRow } from './load.ts';
import { moveMany } from './move.ts';
import { contest } from './tables.ts';

/** A clock that was found over. */
export interface PassedClock {
  readonly case: string;
  readonly matter: string;
  readonly machine: string;
  readonly state: string;
  readonly owner: Actor | null;
  readonly clock: string | null;
  readonly deadline: string;
  /** What the timer did about it; null where a human must act. */
  readonly event: string | null;
}

/** What a timer does where the table lets it, the first that goes: the rest is for the owner of the state. */
const onOver: Readonly<Record<string, readonly string[]>> = {
  'notice.sent': ['deem', 'not-read'],
  'notice.delivered': ['deem', 'not-read'],
  'notice.read': ['deem'],
  'notice.failed': ['resend', 'give-up'],
  'notice.returned': ['resend', 'give-up'],
  'notice.unread': ['resend', 'give-up'],
  'appeal.with-decider': ['decider-overdue'],
  'appeal.evidence-window': ['evidence-over'],
  'appeal.on-hold': ['resume'],
  'effect.suspending': ['overdue'],
  'effect.lifting': ['overdue'],
  'effect.cancelling': ['overdue'],
};

const eventsOf = ({ machine, state }: PassedClock): readonly string[] => onOver[`${machine}.${state}`] ?? [];

const together = 200;

/**
 * One pass over the clocks that are over. Each is noted with the time at which it was seen, and its owner is told by the
 * outbox, in one transaction; then the timer does what the tables let it.
 *
 * @returns what was found; fewer than 200 means that nothing is left
 * @example while ((await scanDeadlines(desk)).length > 0);
 */
export async function scanDeadlines(desk: Desk): Promise<readonly PassedClock[]> {
  const now = nowOf(desk);
  const rows = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .selectAll('contest_matters')
    .select('contest_cases.system')
    .where('contest_matters.deadline', '<=', now)
    .where('contest_matters.passed', 'is', null)
    .orderBy('contest_matters.deadline')
    .limit(together)
    .execute();
  const found = rows.map((row) => ({ system: row.system, ...passedOf(row.case_id, matterOfRow(row)) }));
  const moved = await actOn(desk, found, now);
  const left = found.filter(({ matter }) => !moved.has(matter));
  if (left.length > 0) await desk.state.change((tx) => note(tx, left, now));
  return found.map(({ system: _, ...one }) => ({ ...one, event: moved.get(one.matter) ?? null }));
}

interface Found extends PassedClock {
  readonly system: string;
}

/** Notes that clocks were seen to be over, and tells whose they are. */
async function note(tx: Statements, passed: readonly Found[], now: string): Promise<void> {
  const db = tx.of(contest);
  for (const { matter, clock, deadline } of passed) {
    await db
      .insertInto('contest_passed')
      .values({ matter, clock: clock ?? '', deadline, seen: now })
      .onConflict((c) => c.columns(['matter', 'deadline']).doNothing())
      .execute();
    await db
      .updateTable('contest_matters')
      .set({ passed: deadline })
      .where('id', '=', matter)
      .where('deadline', '=', deadline)
      .execute();
  }
  await putInOutbox(
    tx,
    passed.map(({ system, matter, deadline, clock, owner, case: id }) => ({
      id: `${matter}.${deadline}`,
      kind: 'deadline.passed',
      system,
      body: { case: id, matter, owner, clock, deadline },
    })),
    now,
  );
}

function passedOf(id: string, matter: Matter): PassedClock {
  return {
    case: id,
    matter: matter.id,
    machine: matter.machine,
    state: matter.state,
    owner: machines[matter.machine].states[matter.state]?.owner ?? null,
    clock: matter.clock,
    deadline: matter.deadline ?? '',
    event: null,
  };
}

/** Something that the timer tries: where the table refuses it, what stands after it is tried. */
interface Attempt {
  readonly one: Found;
  readonly events: readonly string[];
}

/**
 * Lets the timer do what the tables allow, and notes the clock in the same transaction; gives the events that were made.
 * One move a case at a time: a second clock of the same case is a batch of its own.
 */
async function actOn(desk: Desk, found: readonly Found[], now: string): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  let left = found
    .map((one): Attempt => ({ one, events: eventsOf(one) }))
    .filter(({ events }) => events.length > 0);
  while (left.length > 0) {
    const seen = new Set<string>();
    const batch = left.filter(({ one }) => !seen.has(one.case) && seen.add(one.case));
    const done = await moveMany(
      desk,
      batch.map(({ one, events: [event = ''] }) => ({
        case: one.case,
        matter: one.matter,
        event,
        by: 'timer',
        actor: 'timer',
        within: (tx) => note(tx, [one], now),
      })),
    );
    const refused = batch.flatMap(({ one, events }, i): Attempt[] => {
      const moved = done[i];
      if (moved === undefined || isOmbudError(moved)) return [{ one, events: events.slice(1) }];
      made.set(one.matter, moved.moves[0]?.event ?? '');
      return [];
    });
    const rest = left.filter((attempt) => !batch.includes(attempt));
    left = [...rest, ...refused.filter(({ events }) => events.length > 0)];
  }
  return made;
}
