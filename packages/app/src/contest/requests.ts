/** What a person asks beside an appeal: that a fact be put right, or to see what is held about them. */
import { contestErrors } from '@ombud/contest';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { caseOf } from './find-matter.ts';
import { contest } from './tables.ts';

/** One month to answer: Regulation (EU) 2016/679, article 12(3). */
const answerDays = 30;
const dayMs = 86_400_000;

/** The first instant that is too late to answer what was asked at another. */
export const deadlineOfRequest = (asked: string): string =>
  new Date(Date.parse(asked) + answerDays * dayMs).toISOString();

/** What is asked. */
export interface NewRequest {
  readonly case: string;
  readonly kind: 'correction' | 'access';
  /** The fact that is wrong, where one is meant. */
  readonly fact: string | null;
  /** What is right, in the person's words. */
  readonly text: string;
  readonly by: 'person' | 'representative' | 'clerk';
  readonly actor: string;
}

/** A request as it stands. */
export interface CaseRequest {
  readonly id: string;
  readonly kind: string;
  readonly fact: string | null;
  readonly entry: number;
  readonly asked: string;
  readonly deadline: string;
  readonly state: string;
  /** The entry of the answer; null while it is open. */
  readonly answer: number | null;
}

/**
 * Records a request; it is answered by a human until its deadline. The same open request again changes nothing.
 * @example await askRequest(desk, { case: id, kind: 'correction', fact: 'income', text: '12,000', by: 'person', actor: 'person' });
 */
export async function askRequest(desk: Desk, asked: NewRequest): Promise<CaseRequest> {
  const { row } = await caseOf(desk, asked.case);
  const { kind, fact, text, by, actor } = asked;
  const known = (await requestsOf(desk, asked.case)).find(
    (one) => one.kind === kind && one.fact === fact && one.state === 'open',
  );
  if (known !== undefined) return known;
  const at = nowOf(desk);
  const request = {
    id: newIdOf(desk),
    kind,
    fact,
    asked: at,
    deadline: deadlineOfRequest(at),
    state: 'open',
    answer: null,
  };
  const payload = {
    subject: row.subject,
    case: asked.case,
    event: `ask-${kind}`,
    request: request.id,
    by,
    actor,
    at,
    words: { text, ...(fact === null ? {} : { fact }) },
  };
  const [entry] = await desk.state.record(
    [{ kind: 'appeal', system: row.system, about: row.decision, payload }],
    (tx, [recorded]) =>
      tx
        .of(contest)
        .insertInto('contest_requests')
        .values({ ...request, case_id: asked.case, entry: recorded?.index ?? -1 })
        .execute(),
  );
  return { ...request, entry: entry?.index ?? -1 };
}

/** The requests in a case, oldest first. */
export async function requestsOf(
  { state }: Pick<Desk, 'state'>,
  caseId: string,
): Promise<readonly CaseRequest[]> {
  const rows = await state
    .of(contest)
    .selectFrom('contest_requests')
    .select(['id', 'kind', 'fact', 'entry', 'asked', 'deadline', 'state', 'answer'])
    .where('case_id', '=', caseId)
    .orderBy('asked')
    .execute();
  return rows.map((row) => ({
    ...row,
    entry: Number(row.entry),
    answer: row.answer === null ? null : Number(row.answer),
  }));
}

/**
 * Answers a request: done, or refused with reasons; the answer is an entry too.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-matter` where no such request is open
 */
export async function answerRequest(
  desk: Desk,
  asked: {
    readonly case: string;
    readonly id: string;
    readonly state: 'done' | 'refused';
    readonly reasons: string;
    readonly actor: string;
  },
): Promise<void> {
  const { row } = await caseOf(desk, asked.case);
  const { id, state, reasons, actor } = asked;
  const payload = {
    subject: row.subject,
    case: asked.case,
    event: `request-${state}`,
    request: id,
    by: 'clerk',
    actor,
    at: nowOf(desk),
    words: { reasons },
  };
  await desk.state.record(
    [{ kind: 'appeal', system: row.system, about: row.decision, payload }],
    async (tx, [recorded]) => {
      const answer = recorded?.index ?? null;
      const { numUpdatedRows } = await tx
        .of(contest)
        .updateTable('contest_requests')
        .set({ state, answer })
        .where('id', '=', id)
        .where('case_id', '=', asked.case)
        .where('state', '=', 'open')
        .executeTakeFirst();
      if (numUpdatedRows !== 1n)
        throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-matter', {
          case: asked.case,
          machine: 'request',
        });
    },
  );
}
