import type { IndexRange } from '@ombud/kernel';
import { type Erased, eraseSubjects } from '@ombud/ledger';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Statements } from '../state/state.ts';
import type { Desk } from './desk.ts';
import { type ContestTables, contest } from './tables.ts';

const personal = ['contest_files', 'contest_letters', 'contest_requests', 'contest_representatives'] as const;

type Theirs = (row: ExpressionBuilder<ContestTables, 'contest_cases'>) => Expression<SqlBool>;

/**
 * Drafts, files, letters, requests, codes and those of representatives go. What was said lies in the ledger's payloads and goes
 * with these. States, dates and outcomes stay: without a person they are figures.
 */
async function forgetWhere(tx: Statements, theirs: Theirs): Promise<readonly string[]> {
  const db = tx.of(contest);
  // Asked for anew by each statement: a list of many thousands is more than a statement takes.
  const cases = db.selectFrom('contest_cases').select('id').where(theirs);
  const forgotten = await cases.execute();
  if (forgotten.length === 0) return [];
  const matters = db.selectFrom('contest_matters').select('id').where('case_id', 'in', cases);
  await db.deleteFrom('contest_drafts').where('matter', 'in', matters).execute();
  for (const table of personal) await db.deleteFrom(table).where('case_id', 'in', cases).execute();
  await db
    .updateTable('contest_cases')
    .set({ subject: null, code: null, second: null, lodged_from: null })
    .where(theirs)
    .execute();
  return forgotten.map(({ id }) => id);
}

/** Forgets what the cases of people hold, in the transaction that erases them. */
export async function forgetCases(tx: Statements, subjects: readonly string[]): Promise<void> {
  await forgetWhere(tx, (row) => row('subject', 'in', subjects));
}

/**
 * Forgets what the cases about decisions hold, in the transaction that erases these.
 * @param erased the entries that are erased
 * @returns the cases
 */
export async function forgetCasesAbout(
  tx: Statements,
  erased: readonly IndexRange[],
): Promise<readonly string[]> {
  const forgotten: string[] = [];
  for (const [first, last] of erased)
    for (const id of await forgetWhere(tx, (row) => row.between('decision', first, last))) forgotten.push(id);
  return forgotten;
}

/**
 * Erases people and what their cases hold, in one transaction.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about any of them
 * @example await eraseCases(desk, ['s-123'], letter);
 */
export const eraseCases = (desk: Desk, subjects: readonly string[], request?: string): Promise<Erased> =>
  eraseSubjects(desk.state.writer, subjects, {
    now: desk.now,
    within: desk.state.within(forgetCasesAbout),
    ...(request === undefined ? {} : { request }),
  });
