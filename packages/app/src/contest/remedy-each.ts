/** What a remedy does for each of its people: the effect is taken back in bulk, or a review looks at each. */
import { begin, type EffectState, isOpen, type MatterOf, mattersOf, outcomes } from '@ombud/contest';
import { isOmbudError } from '@ombud/kernel';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { type LoadedCase, loadCases, rowOfMatter } from './load.ts';
import { moveMany } from './move.ts';
import { pagesOf } from './remedy-people.ts';
import { contest } from './tables.ts';

const takenBack: readonly EffectState[] = ['cancelling', 'cancelled'];

/**
 * Takes the effect back for everybody in a remedy, together; the deciding system is asked to confirm each. Whose effect was
 * taken back before is left as it is, so that it may be called again.
 *
 * @returns how many were refused
 * @example await cancelAll(desk, remedy, 'account:supervisor')
 */
export async function cancelAll(desk: Desk, remedy: string, actor: string): Promise<number> {
  let left = 0;
  const pages = pagesOf(desk.state, remedy, ({ exists, selectFrom }) =>
    exists(
      selectFrom('contest_matters')
        .select('id')
        .whereRef('contest_matters.case_id', '=', 'contest_remedy_people.case_id')
        .where('machine', '=', 'effect')
        .where('state', 'not in', takenBack),
    ),
  );
  for await (const people of pages) {
    const done = await moveMany(
      desk,
      people.map((id) => ({
        case: id,
        matter: { newest: 'effect' },
        event: 'cancel',
        by: 'supervisor',
        actor,
      })),
    );
    left += done.filter(isOmbudError).length;
  }
  return left;
}

/** An answer that the person won already, or one that is under way, needs no other. */
const isLookedAt = (appeals: readonly MatterOf<'appeal'>[]): boolean =>
  appeals.some(
    (one) =>
      isOpen(one) ||
      (one.data.outcome !== null && outcomes[one.data.outcome].overturned) ||
      (one.data.channel === 'remedy' && one.state !== 'draft'),
  );

/**
 * Opens a review for everybody in a remedy whose decision nobody looks at and nobody has overturned. It may be called again:
 * nobody gets two.
 *
 * @returns how many were opened
 */
export async function reopenAll(desk: Desk, remedy: string, actor: string): Promise<number> {
  let opened = 0;
  for await (const people of pagesOf(desk.state, remedy)) {
    const cases = [...(await loadCases(desk.state, people)).values()];
    const some = cases.filter(({ view }) => !isLookedAt(mattersOf(view, 'appeal')));
    const appeals = await beginAppeals(desk, some);
    const done = await moveMany(
      desk,
      some.map(({ row: { id } }, i) => ({
        case: id,
        matter: appeals[i] ?? '',
        event: 'reopen',
        by: 'supervisor',
        actor,
      })),
    );
    opened += done.filter((one) => !isOmbudError(one)).length;
  }
  return opened;
}

/** The runs to be reopened: one that an interrupted call began is taken up again. */
async function beginAppeals(desk: Desk, cases: readonly LoadedCase[]): Promise<readonly string[]> {
  const now = nowOf(desk);
  const runs = cases.map(({ view, row }) => {
    const known = mattersOf(view, 'appeal').find(
      ({ state, data }) => state === 'draft' && data.channel === 'remedy',
    );
    const world = { now, rules: desk.rulesOf(view.system), newId: () => newIdOf(desk) };
    const appeal = known ?? begin('appeal', view, world, { channel: 'remedy' });
    return {
      id: appeal.id,
      row: known === undefined ? rowOfMatter(row.id, view.matters.length, appeal) : null,
    };
  });
  const fresh = runs.flatMap(({ row }) => (row === null ? [] : [row]));
  if (fresh.length > 0)
    await desk.state.change((tx) => tx.of(contest).insertInto('contest_matters').values(fresh).execute());
  return runs.map(({ id }) => id);
}
