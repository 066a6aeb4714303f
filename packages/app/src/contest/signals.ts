/** What the breaker listens to: plain questions about one system, each over what is committed. */
import { type MatterOf, type Outcome, outcomes } from '@ombud/contest';
import { answersOf } from '../state/outbox/answers.ts';
import type { Statements } from '../state/state.ts';
import { contest } from './tables.ts';

/** One answered appeal, for a detector that takes them in order. */
export interface Answered {
  readonly appeal: string;
  readonly answeredAt: string;
  readonly outcome: Outcome;
  readonly overturned: boolean;
}

const ofSystem = (state: Statements, system: string) =>
  state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .where('contest_cases.system', '=', system);

/**
 * Appeals that were answered on their merits, conceded among them, in the order of their answers.
 * @param after answers after this instant alone
 */
export async function answersInOrder(
  state: Statements,
  system: string,
  after = '',
): Promise<readonly Answered[]> {
  const rows = await ofSystem(state, system)
    .select(['contest_matters.id', 'contest_matters.data'])
    .where('contest_matters.machine', '=', 'appeal')
    .where('contest_matters.state', 'in', ['decided', 'conceded', 'effectuated', 'after-decision'])
    .execute();
  return rows
    .flatMap(({ id, data }): Answered[] => {
      const { answeredAt, outcome } = JSON.parse(data) as MatterOf<'appeal'>['data'];
      if (answeredAt === null || outcome === null || !outcomes[outcome].onMerits) return [];
      return answeredAt > after
        ? [{ appeal: id, answeredAt, outcome, overturned: outcomes[outcome].overturned }]
        : [];
    })
    .sort((a, b) => (a.answeredAt + a.appeal < b.answeredAt + b.appeal ? -1 : 1));
}

/** How many runs of a machine are in some states with a clock that is over. */
async function overIn(
  state: Statements,
  system: string,
  machine: string,
  states: readonly string[],
  now: string,
): Promise<number> {
  const { n } = await ofSystem(state, system)
    .select((eb) => eb.fn.countAll<number | string>().as('n'))
    .where('contest_matters.machine', '=', machine)
    .where('contest_matters.state', 'in', states)
    .where('contest_matters.deadline', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Appeals that wait for those who answer, past their deadline. */
export const overdueAppeals = (state: Statements, system: string, now: string): Promise<number> =>
  overIn(
    state,
    system,
    'appeal',
    [
      'lodged',
      'late',
      'with-decider',
      'awaiting-review',
      'under-review',
      'on-hold',
      'decided',
      'conceded',
      'after-decision',
    ],
    now,
  );

/** Suspensions that were ordered and that the deciding system has not confirmed. */
export interface Unconfirmed {
  readonly count: number;
  /** To how many of them it answered no. */
  readonly refused: number;
  /** Since when the oldest waits: since it was ordered, however often its clock began anew. */
  readonly oldestDays: number;
}

/** Suspensions that nobody has confirmed: the effects may go on. */
export async function unconfirmedSuspensions(
  state: Statements,
  system: string,
  now: string,
): Promise<Unconfirmed> {
  const rows = await ofSystem(state, system)
    .select(['contest_matters.since', 'contest_matters.data'])
    .where('contest_matters.machine', '=', 'effect')
    .where('contest_matters.state', '=', 'suspending')
    .execute();
  const waiting = rows.map(({ since, data }) => {
    const { askedAt, message } = JSON.parse(data) as MatterOf<'effect'>['data'];
    return { askedAt: askedAt ?? since, message };
  });
  const answers = await answersOf(
    state,
    waiting.flatMap(({ message }) => message ?? []),
  );
  const oldest = Math.min(...waiting.map(({ askedAt }) => Date.parse(askedAt)));
  return {
    count: waiting.length,
    refused: waiting.filter(({ message }) => answers.get(message ?? '') === 'refused').length,
    oldestDays: waiting.length === 0 ? 0 : (Date.parse(now) - oldest) / 86_400_000,
  };
}

/** Notices that nobody got: they were never sent in time, failed, came back, or everything was tried in vain. */
export async function missingNotices(
  state: Statements,
  system: string,
  now: string,
): Promise<{ readonly notSent: number; readonly notReached: number; readonly of: number }> {
  const counts = await ofSystem(state, system)
    .select(['contest_matters.state', (eb) => eb.fn.countAll<number | string>().as('n')])
    .where('contest_matters.machine', '=', 'notice')
    .groupBy('contest_matters.state')
    .execute();
  const byState = new Map(counts.map((row) => [row.state, Number(row.n)]));
  const lost = ['failed', 'returned', 'unread', 'not-notified'];
  return {
    notSent: await overIn(state, system, 'notice', ['drafted', 'incomplete', 'ready', 'queued'], now),
    notReached: lost.reduce((sum, one) => sum + (byState.get(one) ?? 0), 0),
    of: [...byState.values()].reduce((sum, n) => sum + n, 0),
  };
}
