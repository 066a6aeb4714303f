/** A remedy and its people as they stand in the tables. */
import { contestErrors, type MatterOf, type PaymentState } from '@ombud/contest';
import type { Statements } from '../state/state.ts';
import { matterOfRow } from './load.ts';
import { contest } from './tables.ts';

const together = 200;

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
      .select(['case_id', 'flat_order', 'order_id', 'payment'])
      .where('remedy', '=', remedy)
      .where('case_id', 'in', cases.slice(at, at + together))
      .execute();
    for (const { case_id, flat_order, order_id, payment } of rows)
      found.set(case_id, { case: case_id, flatOrder: flat_order, order: order_id, payment });
  }
  const strayed = cases.find((id) => !found.has(id));
  if (strayed !== undefined) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: strayed });
  return found;
}
