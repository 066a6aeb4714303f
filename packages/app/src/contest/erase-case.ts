import { type Erased, eraseSubjects } from '@ombud/ledger';
import type { Desk } from './desk.ts';
import { contest } from './tables.ts';

/**
 * Erases people: what they said in their cases lies in the ledger's payloads and goes with them, and their
 * drafts, their files, their letters, their requests, their codes and those of their representatives go first. States, dates and outcomes stay: without a
 * person they are figures. Where it is interrupted, asking again ends it.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about any of them
 * @example await eraseCases(desk, ['s-123'], letter);
 */
export async function eraseCases(desk: Desk, subjects: readonly string[], request?: string): Promise<Erased> {
  const db = desk.state.of(contest);
  const cases = await db.selectFrom('contest_cases').select('id').where('subject', 'in', subjects).execute();
  const ids = cases.map(({ id }) => id);
  if (ids.length > 0)
    await desk.state.change(async (tx) => {
      const change = tx.of(contest);
      const matters = change.selectFrom('contest_matters').select('id').where('case_id', 'in', ids);
      await change.deleteFrom('contest_drafts').where('matter', 'in', matters).execute();
      await change.deleteFrom('contest_files').where('case_id', 'in', ids).execute();
      await change.deleteFrom('contest_letters').where('case_id', 'in', ids).execute();
      await change.deleteFrom('contest_requests').where('case_id', 'in', ids).execute();
      await change.deleteFrom('contest_representatives').where('case_id', 'in', ids).execute();
      await change
        .updateTable('contest_cases')
        .set({ subject: null, code: null, second: null, lodged_from: null })
        .where('id', 'in', ids)
        .execute();
    });
  return eraseSubjects(desk.state.writer, subjects, {
    now: desk.now,
    ...(request === undefined ? {} : { request }),
  });
}
