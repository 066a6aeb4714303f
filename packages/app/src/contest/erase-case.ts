import type { IndexRange } from '@ombud/kernel';
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
 * Forgets the people of cases, in the transaction that erases their decisions: their drafts, their files, their letters,
 * their requests, their codes and those of their representatives. What they said lies in the ledger's payloads and goes with
 * these. States, dates and outcomes stay: without a person they are figures.
 *
 * @param erased the entries that are erased
 * @returns the cases
 */
export async function forgetCasesAbout(
  tx: Statements,
  erased: readonly IndexRange[],
): Promise<readonly string[]> {
  const db = tx.of(contest);
  const forgotten: string[] = [];
  for (const [first, last] of erased) {
    const cases = await db
      .selectFrom('contest_cases')
      .select('id')
      .where('decision', '>=', first)
      .where('decision', '<=', last)
      .execute();
    const ids = cases.map(({ id }) => id);
    if (ids.length === 0) continue;
    const matters = db.selectFrom('contest_matters').select('id').where('case_id', 'in', ids);
    await db.deleteFrom('contest_drafts').where('matter', 'in', matters).execute();
    for (const table of personal) await db.deleteFrom(table).where('case_id', 'in', ids).execute();
    await db
      .updateTable('contest_cases')
      .set({ subject: null, code: null, second: null, lodged_from: null })
      .where('id', 'in', ids)
      .execute();
    forgotten.push(...ids);
  }
  return forgotten;
}

const personal = ['contest_files', 'contest_letters', 'contest_requests', 'contest_representatives'] as const;

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
