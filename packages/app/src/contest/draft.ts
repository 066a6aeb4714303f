import { begin, contestErrors, isOpen, mattersOf } from '@ombud/contest';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { caseOf } from './find-matter.ts';
import { rowOfMatter } from './load.ts';
import { contest } from './tables.ts';

/** An appeal as the person left it. */
export interface Draft {
  readonly appeal: string;
  /** What the person wrote so far, as the form sent it; null where they have only begun. */
  readonly body: JsonObject | null;
  readonly saved: string | null;
}

/**
 * The draft of an appeal in a case; one begins where there is none. A draft stays until the person lodges or withdraws
 * it: no clock deletes it.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_MOVE/no-such-move` where an appeal is open already
 */
export async function openDraft(desk: Desk, id: string): Promise<Draft> {
  const loaded = await caseOf(desk, id);
  const { view } = loaded;
  const draft = mattersOf(view, 'appeal').find(
    ({ state, data }) => state === 'draft' && data.channel !== 'remedy',
  );
  if (draft !== undefined) {
    const row = await desk.state
      .of(contest)
      .selectFrom('contest_drafts')
      .selectAll()
      .where('matter', '=', draft.id)
      .executeTakeFirst();
    return {
      appeal: draft.id,
      body: row === undefined ? null : (JSON.parse(row.body) as JsonObject),
      saved: row?.saved ?? null,
    };
  }
  const open = mattersOf(view, 'appeal').find(isOpen);
  if (open !== undefined)
    throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'no-such-move', { event: 'draft', state: open.state });
  const now = nowOf(desk);
  const rules = desk.rulesOf(view.system);
  const appeal = begin('appeal', view, { now, rules, newId: () => newIdOf(desk) });
  await desk.state.change((tx) =>
    tx
      .of(contest)
      .insertInto('contest_matters')
      .values(rowOfMatter(id, view.matters.length, appeal))
      .execute(),
  );
  return { appeal: appeal.id, body: null, saved: null };
}

/** Saves what the person wrote so far; the same draft again replaces it. */
export async function saveDraft(desk: Desk, id: string, body: JsonObject): Promise<Draft> {
  const { appeal } = await openDraft(desk, id);
  const row = { body: canonicalJson(body), saved: nowOf(desk) };
  await desk.state.change((tx) =>
    tx
      .of(contest)
      .insertInto('contest_drafts')
      .values({ matter: appeal, ...row })
      .onConflict((c) => c.column('matter').doUpdateSet(row))
      .execute(),
  );
  return { appeal, body, saved: row.saved };
}
