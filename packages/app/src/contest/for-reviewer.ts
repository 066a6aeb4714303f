/** What a reviewer sees: the decision, its data and the person's words; not the protected attributes. */
import { contestErrors, type MatterOf, mayReview } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import { readAttributes, readPayload } from '@ombud/ledger';
import type { Desk } from './desk.ts';
import { newest } from './find-matter.ts';
import type { LoadedCase } from './load.ts';
import { contest } from './tables.ts';

/** The papers of a review. */
export interface Papers {
  readonly decision: JsonObject;
  /** The entries of the appeal, oldest first, as the person and the others wrote them. */
  readonly appeal: readonly JsonObject[];
  readonly files: readonly {
    readonly id: string;
    readonly type: string;
    readonly size: number;
    readonly scan: string;
  }[];
  /** Null unless a ground of discrimination has unlocked them, which is an entry of its own. */
  readonly attributes: JsonObject | null;
  readonly review: MatterOf<'review'>;
}

/**
 * The papers of the newest review of a case, for the reviewer who handles it.
 * @throws OmbudError `OMBUD_E_CONTEST_MOVE/not-assigned` for anybody else
 */
export async function papersFor(desk: Desk, loaded: LoadedCase, account: string): Promise<Papers> {
  const review = newest(loaded, 'review');
  const { reviewer, cosigner, attributesUnlocked, appeal } = review.data;
  const second =
    (review.state === 'cosigning' || review.state === 'reread') &&
    mayReview(account, desk.rulesOf(loaded.view.system), loaded.view.decidedBy);
  if (account !== reviewer && account !== cosigner && !second)
    throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'not-assigned', { actor: account, event: 'read' });
  const { store } = desk.state.writer.ledger;
  const payloadOf = async (index: number): Promise<JsonObject> => {
    const payload = await readPayload(store, index);
    if (payload === undefined)
      throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'erased', { case: loaded.row.id });
    return JSON.parse(payload.body) as JsonObject;
  };
  const attributes = attributesUnlocked ? await readAttributes(store, loaded.row.decision) : undefined;
  const files = await desk.state
    .of(contest)
    .selectFrom('contest_files')
    .select(['id', 'type', 'size', 'scan'])
    .where('matter', '=', appeal)
    .execute();
  const entries = await entriesOf(desk, loaded.entries.get(appeal)?.last ?? null, loaded.row.decision);
  return {
    decision: await payloadOf(loaded.row.decision),
    appeal: await Promise.all(entries.map(payloadOf)),
    files,
    attributes: attributes === undefined ? null : (JSON.parse(attributes.body) as JsonObject),
    review,
  };
}

/** The entries of a run, from its last back to the decision that it is about. */
async function entriesOf({ state }: Desk, last: number | null, decision: number): Promise<number[]> {
  const { store } = state.writer.ledger;
  const found: number[] = [];
  for (let at = last; at !== null && at !== decision; ) {
    found.unshift(at);
    at = (JSON.parse(await store.readEntry(at)) as { readonly about?: number }).about ?? null;
  }
  return found;
}
