/** One remedy for everybody whom the same fault of the rule hit, from the search to the end of each. */
import {
  begin,
  contestErrors,
  type MatterOf,
  machines,
  mattersOf,
  mayBeTold,
  openStates,
  type Progress,
  refuseMoney,
} from '@ombud/contest';
import { isOmbudError, type Money } from '@ombud/kernel';
import type { Statements } from '../state/state.ts';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { caseOf, newest } from './find-matter.ts';
import { casesAbout, type LoadedCase, loadCases, rowOfMatter } from './load.ts';
import { type Moved, type MoveRequest, move, moveMany } from './move.ts';
import { hasOwnSums, pagesOf, peopleIn, remedyOf, together } from './remedy-people.ts';
import { ask, queryDigest, type RemedyQuery } from './remedy-query.ts';
import { contest } from './tables.ts';

const ends = Object.entries(machines.remedy.states).flatMap(([state, { end }]) =>
  end === true ? [state] : [],
);

/** The remedy of a case that has not ended; a case has one at most. */
export const openRemedy = ({ view }: Pick<LoadedCase, 'view'>): MatterOf<'remedy'> | undefined =>
  mattersOf(view, 'remedy').findLast(({ state }) => !ends.includes(state));

/**
 * Begins a remedy in the case whose review found the fault of the rule.
 * @throws OmbudError `OMBUD_E_CONTEST_MOVE/no-such-move` while another is open in it
 */
export async function proposeRemedy(desk: Desk, caseId: string): Promise<string> {
  const { view } = await caseOf(desk, caseId);
  const remedy = begin('remedy', view, {
    now: nowOf(desk),
    rules: desk.rulesOf(view.system),
    newId: () => newIdOf(desk),
  });
  await desk.state.change(async (tx) => {
    // Asked where it is written: two who begin one at once begin one.
    const loaded = (await loadCases(tx, [caseId])).get(caseId);
    const open = loaded === undefined ? undefined : openRemedy(loaded);
    if (open !== undefined)
      throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'no-such-move', {
        event: 'propose',
        state: open.state,
      });
    const place = loaded?.view.matters.length ?? view.matters.length;
    await tx
      .of(contest)
      .insertInto('contest_matters')
      .values(rowOfMatter(caseId, place, remedy))
      .execute();
  });
  return remedy.id;
}

/** What a search found. */
export interface Searched extends Moved {
  readonly digest: string;
  readonly found: number;
  /** Decisions that nobody can ask any more: their people are told in public. */
  readonly erased: number;
  /** Decisions without a case: to be opened before the remedy is. */
  readonly withoutCase: readonly number[];
}

/**
 * Asks a query of every recorded decision and keeps whom it found. The digest of the query stands in the entry.
 *
 * @param asked.flat a sum for everybody, paid first and not held against what comes out later
 */
export async function searchRemedy(
  desk: Desk,
  asked: {
    readonly case: string;
    readonly actor: string;
    readonly query: RemedyQuery;
    readonly flat?: Money;
  },
): Promise<Searched> {
  const { query, flat, actor, case: id } = asked;
  if (flat !== undefined) requireMoney(flat);
  const { decisions, erased } = await ask(desk.state.writer.ledger, query);
  const remedy = newest(await caseOf(desk, id), 'remedy');
  const cases = await casesAbout(desk.state, decisions);
  if (flat !== undefined && !Number.isSafeInteger(flat.minor * cases.size)) throw noMoney('money', flat);
  const digest = queryDigest(query);
  const moved = await move(desk, {
    case: id,
    matter: remedy.id,
    event: remedy.state === 'proposed' ? 'search' : 'search-again',
    by: 'supervisor',
    actor,
    facts: {
      query: {
        digest,
        version: query.version,
        asked: { name: query.name, version: query.version, all: query.all },
        found: decisions.length,
        people: cases.size,
      },
      ...(flat === undefined ? {} : { flat }),
    },
    within: (tx) => keepPeople(tx, remedy.id, cases),
  });
  const withoutCase = decisions.filter((decision) => !cases.has(decision));
  return { ...moved, digest, found: decisions.length, erased, withoutCase };
}

async function keepPeople(tx: Statements, remedy: string, cases: ReadonlyMap<number, string>): Promise<void> {
  const db = tx.of(contest);
  await db.deleteFrom('contest_remedy_people').where('remedy', '=', remedy).execute();
  const rows = [...cases].map(([decision, caseId]) => ({
    remedy,
    decision,
    case_id: caseId,
    suspended: 0,
    notified: 0,
    flat_order: null,
    flat_minor: null,
    flat_currency: null,
    order_id: null,
    minor: null,
    currency: null,
    payment: 'waiting' as const,
  }));
  for (let at = 0; at < rows.length; at += together)
    await db
      .insertInto('contest_remedy_people')
      .values(rows.slice(at, at + together))
      .execute();
}

/** How far a remedy has come with each of its people: what its page shows, and what its table asks. */
export interface RemedyProgress extends Progress {
  readonly ordered: number;
  readonly paid: number;
  readonly refused: number;
  readonly nothingDue: number;
  /** Whose effect the deciding system has confirmed to stand still, and to be taken back. */
  readonly standing: number;
  readonly cancelled: number;
}

/** Counts how far a remedy has come. */
export async function remedyProgress(state: Statements, remedy: string): Promise<RemedyProgress> {
  const rows = await state
    .of(contest)
    .selectFrom('contest_remedy_people')
    .select(['payment', 'suspended', 'notified', (eb) => eb.fn.countAll<number | string>().as('n')])
    .where('remedy', '=', remedy)
    .groupBy(['payment', 'suspended', 'notified'])
    .execute();
  const people = (holds: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(holds).reduce((sum, { n }) => sum + Number(n), 0);
  const paid = (payment: string): number => people((row) => row.payment === payment);
  const inState = await statesOf(state, remedy);
  return {
    people: people(() => true),
    suspended: people(({ suspended }) => suspended === 1),
    notified: people(({ notified }) => notified === 1),
    due: paid('waiting') + paid('ordered') + paid('refused'),
    ordersSigned: paid('ordered') + paid('refused') > 0,
    ordered: paid('ordered'),
    paid: paid('paid'),
    refused: paid('refused'),
    nothingDue: paid('nothing-due'),
    unpaid: paid('ordered') + paid('refused'),
    ownSums: await hasOwnSums(state, remedy),
    unanswered: openStates.reduce((sum, one) => sum + inState('appeal', one), 0),
    standing: inState('effect', 'suspended'),
    cancelled: inState('effect', 'cancelled'),
  };
}

/** How many runs of a machine, in the cases of a remedy's people, are in a state. */
async function statesOf(state: Statements, remedy: string): Promise<(machine: string, at: string) => number> {
  const rows = await state
    .of(contest)
    .selectFrom('contest_remedy_people')
    .innerJoin('contest_matters', 'contest_matters.case_id', 'contest_remedy_people.case_id')
    .select(['machine', 'state', (eb) => eb.fn.countAll<number | string>().as('n')])
    .where('remedy', '=', remedy)
    .where('machine', 'in', ['effect', 'appeal'])
    .groupBy(['machine', 'state'])
    .execute();
  const counts = new Map(rows.map(({ machine, state: at, n }) => [`${machine}.${at}`, Number(n)]));
  return (machine, at) => counts.get(`${machine}.${at}`) ?? 0;
}

/** A step of a remedy, with how far it has come. */
export async function stepRemedy(
  desk: Desk,
  event:
    | 'approve'
    | 'confirm-correction'
    | 'notify'
    | 'pay'
    | 'payment-confirmed'
    | 'payment-refused'
    | 'reject'
    | 'reopen'
    | 'review'
    | 'supersede'
    | 'support',
  asked: Omit<MoveRequest, 'matter' | 'event' | 'progress' | 'within'>,
): Promise<Moved> {
  const { id } = newest(await caseOf(desk, asked.case), 'remedy');
  return move(desk, { ...asked, matter: id, event, progress: await remedyProgress(desk.state, id) });
}

/**
 * Orders that the effect of everybody in a remedy is suspended, together: each by the table, in transactions of 200. That it
 * was ordered is what is noted; that it is suspended is said by the effect, once the deciding system confirmed it. One whose
 * effect has ended, or stands still already, needs no order; one that is refused for whatever else keeps nobody else waiting.
 *
 * @returns for how many it could not be ordered yet
 */
export async function suspendAll(desk: Desk, remedy: string, actor: string): Promise<number> {
  let left = 0;
  for await (const people of pagesOf(desk.state, remedy, (person) => person('suspended', '=', 0))) {
    const done = await moveMany(
      desk,
      people.map((id) => ({
        case: id,
        matter: { newest: 'effect' },
        event: 'suspend',
        by: 'supervisor',
        actor,
        within: (tx) => noteStep(tx, remedy, 'suspended', [id]),
      })),
    );
    const refused = people.flatMap((id, i) => {
      const one = done[i];
      return isOmbudError(one) ? [{ id, reason: one.reason }] : [];
    });
    // Where the table has no such move, the effect is done, ended, or suspended before.
    const standing = refused.flatMap(({ id, reason }) => (reason === 'no-such-move' ? [id] : []));
    left += refused.length - standing.length;
    await desk.state.change((tx) => noteStep(tx, remedy, 'suspended', standing));
  }
  return left;
}

/**
 * Notes that people of a remedy were told; each by a notice of their own, which the front writes.
 * @throws OmbudError `OMBUD_E_CONTEST_REMEDY` before it is their turn, `OMBUD_E_CONTEST_CASE` where it is not for one of them
 */
export async function noteTold(desk: Desk, remedy: string, cases: readonly string[]): Promise<void> {
  const matter = await remedyOf(desk.state, remedy);
  if (!mayBeTold(matter))
    throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'too-early', { state: matter.state });
  await peopleIn(desk.state, remedy, cases);
  await desk.state.change((tx) => noteStep(tx, remedy, 'notified', cases));
}

async function noteStep(
  tx: Statements,
  remedy: string,
  step: 'suspended' | 'notified',
  cases: readonly string[],
): Promise<void> {
  for (let at = 0; at < cases.length; at += together)
    await tx
      .of(contest)
      .updateTable('contest_remedy_people')
      .set({ [step]: 1 })
      .where('remedy', '=', remedy)
      .where('case_id', 'in', cases.slice(at, at + together))
      .execute();
}

/** @throws OmbudError `OMBUD_E_CONTEST_REMEDY` where an amount is no whole number of units above nothing of a currency */
function requireMoney(amount: Money): void {
  const wrong = refuseMoney(amount);
  if (wrong !== null) throw noMoney(wrong, amount);
}

const noMoney = (reason: 'money' | 'currency', { currency }: Money) =>
  contestErrors.error('OMBUD_E_CONTEST_REMEDY', reason, { currency });
