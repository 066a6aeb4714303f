import { newCode } from '@ombud/contest';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { caseOf } from './find-matter.ts';
import { hashOfCode } from './issue-notices.ts';
import { contest } from './tables.ts';

/** A person's consent that somebody speaks for them. */
export interface Consent {
  readonly case: string;
  /** Who is to speak for them: kept in the entry's payload alone. */
  readonly name: string;
  /** How the consent was given: by the person in the portal, or to a clerk on paper or by telephone. */
  readonly given: 'portal' | 'paper' | 'telephone';
  readonly actor: string;
}

/** A representative: the code is told once. */
export interface Representative {
  readonly id: string;
  readonly code: string;
  /** Index of the entry that records the consent. */
  readonly entry: number;
}

/**
 * Records a consent and gives the representative a code of their own, so that the person's stays the person's.
 * @example const { code } = await consentTo(desk, { case: id, name: 'Citizens advice', given: 'portal', actor: 'person' });
 */
export async function consentTo(desk: Desk, consent: Consent): Promise<Representative> {
  const { row } = await caseOf(desk, consent.case);
  const [id, code, since] = [newIdOf(desk), newCode(desk.randomBytes), nowOf(desk)];
  const [entry] = await desk.state.record(
    [
      {
        kind: 'appeal',
        system: row.system,
        about: row.decision,
        payload: {
          subject: row.subject,
          case: consent.case,
          event: 'consent',
          representative: id,
          by: consent.given === 'portal' ? 'person' : 'clerk',
          actor: consent.actor,
          at: since,
          words: { name: consent.name },
        },
      },
    ],
    (tx, [recorded]) =>
      tx
        .of(contest)
        .insertInto('contest_representatives')
        .values({
          id,
          case_id: consent.case,
          entry: recorded?.index ?? -1,
          code: hashOfCode(desk, code),
          since,
          until: null,
        })
        .execute(),
  );
  return { id, code, entry: entry?.index ?? -1 };
}

/** Ends a consent: the representative's code opens nothing from then on. */
export async function endConsent(desk: Desk, caseId: string, id: string, actor: string): Promise<void> {
  const { row } = await caseOf(desk, caseId);
  const until = nowOf(desk);
  await desk.state.record(
    [
      {
        kind: 'appeal',
        system: row.system,
        about: row.decision,
        payload: {
          subject: row.subject,
          case: caseId,
          event: 'consent-ended',
          representative: id,
          by: 'person',
          actor,
          at: until,
        },
      },
    ],
    (tx) =>
      tx
        .of(contest)
        .updateTable('contest_representatives')
        .set({ until })
        .where('id', '=', id)
        .where('case_id', '=', caseId)
        .execute(),
  );
}

/** Who speaks for the person of a case now; their names lie in the entries. */
export async function helpersOf(
  { state }: Pick<Desk, 'state'>,
  caseId: string,
): Promise<readonly { readonly id: string; readonly since: string }[]> {
  return state
    .of(contest)
    .selectFrom('contest_representatives')
    .select(['id', 'since'])
    .where('case_id', '=', caseId)
    .where('until', 'is', null)
    .orderBy('since')
    .execute();
}
