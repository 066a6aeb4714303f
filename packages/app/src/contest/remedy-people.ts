/** A remedy and its people as they stand in the tables. */
import { contestErrors, type MatterOf, type PaymentState } from '@ombud/contest';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Statements } from '../state/state.ts';
import { matterOfRow } from './load.ts';
import { type ContestTables, contest } from './tables.ts';

/** So many people are looked at, and moved, together. */
export const together = 200;

/**
 * A remedy as it stands.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-matter`
 */
export async function remedyOf(state: Statements, id: string): Promise<MatterOf<'remedy'>> {
  const row = await state
    .of(contest)
    .selectFrom('contest_matters')
    .selectAll()
    .where('id', '=', id)
    .where('machine', '=', 'remedy')
    .executeTakeFirst();
  if (row === undefined)
    throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-matter', { case: id, machine: 'remedy' });
  return matterOfRow(row) as MatterOf<'remedy'>;
}

/** Somebody in a remedy, with their money. */
export interface RemedyPerson {
  readonly case: string;
  /** Pseudonym; null once they were erased. */
  readonly subject: string | null;
  readonly flatOrder: string | null;
  readonly order: string | null;
  readonly payment: PaymentState;
}

/**
 * People of a remedy by their cases.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-case` where it is not for one of them
 */
export async function peopleIn(
  state: Statements,
  remedy: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, RemedyPerson>> {
  const found = new Map<string, RemedyPerson>();
  for (let at = 0; at < cases.length; at += together) {
    const rows = await state
      .of(contest)
      .selectFrom('contest_remedy_people')
      .innerJoin('contest_cases', 'contest_cases.id', 'contest_remedy_people.case_id')
      .select(['case_id', 'subject', 'flat_order', 'order_id', 'payment'])
      .where('remedy', '=', remedy)
      .where('case_id', 'in', cases.slice(at, at + together))
      .execute();
    for (const { case_id, subject, flat_order, order_id, payment } of rows)
      found.set(case_id, { case: case_id, subject, flatOrder: flat_order, order: order_id, payment });
  }
  const strayed = cases.find((id) => !found.has(id));
  if (strayed !== undefined) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: strayed });
  return found;
}

/** Whether what is owed to somebody was ordered, and not the flat sum alone. */
export async function hasOwnSums(state: Statements, remedy: string): Promise<boolean> {
  const row = await state
    .of(contest)
    .selectFrom('contest_remedy_people')
    .select('order_id')
    .where('remedy', '=', remedy)
    .where('order_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Which = (person: ExpressionBuilder<ContestTables, 'contest_remedy_people'>) => Expression<SqlBool>;

/**
 * The cases of the people of a remedy by the order of their decisions, a page at a time.
 * @param which of them; asked anew for each page
 */
export async function* pagesOf(
  state: Statements,
  remedy: string,
  which: Which = (person) => person.lit(true),
): AsyncGenerator<readonly string[]> {
  for (let after = -1; ; ) {
    const rows = await state
      .of(contest)
      .selectFrom('contest_remedy_people')
      .select(['decision', 'case_id'])
      .where('remedy', '=', remedy)
      .where('decision', '>', after)
      .where(which)
      .orderBy('decision')
      .limit(together)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Number(last.decision);
    yield rows.map(({ case_id }) => case_id);
  }
}
