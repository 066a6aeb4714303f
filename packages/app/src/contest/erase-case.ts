import { type Erased, eraseSubjects } from '@ombud/ledger';
import type { Statements } from '../state/state.ts';
import type { Desk } from './desk.ts';
import { contest } from './tables.ts';

/**
 * Forgets people, in the transaction that erases them: their drafts, their files, their letters, their requests, their codes
 * and those of their representatives go. States, dates and outcomes stay: without a person they are figures.
 */
export async function forgetCases(tx: Statements, subjects: readonly string[]): Promise<void> {
  const db = tx.of(contest);
  const cases = await db.selectFrom('contest_cases').select('id').where('subject', 'in', subjects).execute();
  const ids = cases.map(({ id }) => id);
  if (ids.length === 0) return;
  const matters = db.selectFrom('contest_matters').select('id').where('case_id', 'in', ids);
  await db.deleteFrom('contest_drafts').where('matter', 'in', matters).execute();
  await db.deleteFrom('contest_files').where('case_id', 'in', ids).execute();
  await db.deleteFrom('contest_letters').where('case_id', 'in', ids).execute();
  await db.deleteFrom('contest_requests').where('case_id', 'in', ids).execute();
  await db.deleteFrom('contest_representatives').where('case_id', 'in', ids).execute();
  await db
    .updateTable('contest_cases')
    .set({ subject: null, code: null, second: null, lodged_from: null })
    .where('id', 'in', ids)
    .execute();
}

/**
 * Erases people: what they said in their cases lies in the ledger's payloads and goes with them, in one transaction with
 * what is held beside it.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about any of them
 * @example await eraseCases(desk, ['s-123'], letter);
 */
export function eraseCases(desk: Desk, subjects: readonly string[], request?: string): Promise<Erased> {
  return eraseSubjects(desk.state.writer, subjects, {
    now: desk.now,
    within: desk.state.within((tx) => forgetCases(tx, subjects)),
    ...(request === undefined ? {} : { request }),
  });
}
