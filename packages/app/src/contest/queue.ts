/** What waits for reviewers, and who may take it. */
import { type MatterOf, mayReview } from '@ombud/contest';
import { sql } from 'kysely';
import type { Statements } from '../state/state.ts';
import type { Desk } from './desk.ts';
import { loadCases } from './load.ts';
import { ifItMay, type Moved, move } from './move.ts';
import { contest } from './tables.ts';

/** A review that waits, in the order in which it is to be taken. */
export interface Waiting {
  readonly case: string;
  readonly review: string;
  readonly appeal: string;
  readonly system: string;
  readonly deadline: string | null;
  readonly harm: number;
}

/** Which part of the queue is asked for. */
interface QueueAsked {
  readonly most?: number;
  /** Of this system alone. */
  readonly system?: string;
}

/** So many appeals from one place stand in a row; those of all others come before the next of them. */
const row = 20;

/**
 * In which row of its place a run stands, 0 for the first: an order by it takes turns among the places from which appeals came,
 * so that 10,000 from one place are 500 rows, and one from elsewhere is in the first. Each appeal that a clerk typed in is a
 * place of its own.
 */
export const turnOf = () =>
  sql<number>`(row_number() over (
    partition by coalesce(${sql.ref('contest_cases.lodged_from')}, ${sql.ref('contest_cases.id')})
    order by ${sql.ref('contest_matters.deadline')}, ${sql.ref('contest_cases.harm')} desc, ${sql.ref('contest_matters.id')}) - 1) / ${sql.lit(row)}`;

/**
 * Reviews that nobody has taken, by turns of the places they come from; in a turn what is due first comes first, and of what is
 * due on the same day that with the most at stake for the person.
 */
export async function reviewQueue(
  state: Statements,
  { most = 100, system }: QueueAsked = {},
): Promise<readonly Waiting[]> {
  const all = state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select([
      'contest_matters.id as review',
      'contest_matters.case_id as case',
      'contest_matters.deadline',
      'contest_matters.data',
      'contest_cases.harm',
      'contest_cases.system',
    ])
    .where('contest_matters.machine', '=', 'review')
    .where('contest_matters.state', '=', 'unassigned')
    .orderBy(turnOf())
    .orderBy('contest_matters.deadline')
    .orderBy('contest_cases.harm', 'desc')
    .orderBy('contest_matters.id')
    .limit(most);
  const rows = await (system === undefined ? all : all.where('contest_cases.system', '=', system)).execute();
  return rows.map(({ data, ...row }) => ({
    ...row,
    appeal: (JSON.parse(data) as MatterOf<'review'>['data']).appeal,
  }));
}

/** How many reviews each account has in hand. */
export async function workload(state: Statements, accounts: readonly string[]): Promise<Map<string, number>> {
  const rows = await state
    .of(contest)
    .selectFrom('contest_matters')
    .select(['assignee', (eb) => eb.fn.countAll<number | string>().as('count')])
    .where('machine', '=', 'review')
    .where('state', 'in', ['assigned', 'rated', 'proposed'])
    .where('assignee', 'is not', null)
    .groupBy('assignee')
    .execute();
  const counted = new Map(rows.map(({ assignee, count }) => [assignee, Number(count)]));
  return new Map(accounts.map((account) => [account, counted.get(account) ?? 0]));
}

/**
 * Gives the reviews that wait to whoever is free of conflict and has the least in hand. One for which nobody is free stays
 * in the queue, and its clock runs on.
 */
export async function assignWaiting(
  desk: Desk,
  reviewers: readonly string[],
  part: QueueAsked = {},
): Promise<readonly Moved[]> {
  const queue = await reviewQueue(desk.state, part);
  const load = await workload(desk.state, reviewers);
  const cases = await loadCases(
    desk.state,
    queue.map((one) => one.case),
  );
  const done: Moved[] = [];
  for (const { case: id, review, system } of queue) {
    const decidedBy = cases.get(id)?.view.decidedBy ?? [];
    const free = reviewers
      .filter((one) => mayReview(one, desk.rulesOf(system), decidedBy))
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
    const reviewer = free[0];
    if (reviewer === undefined) continue;
    const moved = await ifItMay(
      move(desk, {
        case: id,
        matter: review,
        event: 'assign',
        by: 'timer',
        actor: 'timer',
        facts: { reviewer },
      }),
    );
    // Somebody took it meanwhile.
    if (moved === null) continue;
    done.push(moved);
    load.set(reviewer, (load.get(reviewer) ?? 0) + 1);
  }
  return done;
}
