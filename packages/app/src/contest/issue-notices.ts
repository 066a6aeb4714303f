import { type Facts, type KnownKind, knownThing, type NoticePart, newCode } from '@ombud/contest';
import { isOmbudError, type OmbudError } from '@ombud/kernel';
import type { Statements } from '../state/state.ts';
import type { Desk } from './desk.ts';
import { newest } from './find-matter.ts';
import { loadCases } from './load.ts';
import { type Moved, move, moveMany } from './move.ts';
import { contest } from './tables.ts';

/** A notice that is ready to be checked and sent. */
export interface NoticeToIssue {
  readonly case: string;
  /** Parts that the letter fills, to be held against the packs in force. */
  readonly parts: readonly NoticePart[];
  /** What the person knows beside the code: kept as a keyed hash. */
  readonly second: string;
  /** What that is; their date of birth where left out. */
  readonly secondKind?: KnownKind;
  /** The account that issues it. */
  readonly actor: string;
  /** More that is kept with the code, in the same transaction: the letter that holds it. */
  readonly within?: (tx: Statements, code: string) => Promise<void>;
}

/** What became of a notice: `queued` with its code, which is told here once and kept as a hash; or why it does not leave. */
export interface IssuedNotice {
  readonly case: string;
  readonly state: 'queued' | 'incomplete' | 'ready';
  readonly code: string | null;
  /** Parts that a pack in force requires and the notice lacks. */
  readonly lacking: readonly string[];
  /** Why a complete notice waits. */
  readonly refusal: OmbudError | null;
}

/** What a code or a known thing is found by; spaces and capitals make no difference. */
export const hashOfCode = (desk: Pick<Desk, 'keyed'>, code: string): string => desk.keyed(`code\n${code}`);

/** The hash of what the person knows, in its plain form, bound to its case. */
export const hashOfSecond = (desk: Pick<Desk, 'keyed'>, id: string, second: string): string =>
  desk.keyed(`second\n${id}\n${second.normalize('NFKC').toLowerCase().replace(/\s+/g, '')}`);

/**
 * Checks notices against the packs in force and puts those that are complete into the queue, each with a new code. They
 * are sent by the outbox, at a minute of the next hour that is drawn for each.
 *
 * @example const [{ code }] = await issueNotices(desk, [{ case: id, parts, second: '1980-02-29', actor: 'officer-3' }]);
 */
export async function issueNotices(
  desk: Desk,
  asked: readonly NoticeToIssue[],
): Promise<readonly (IssuedNotice | OmbudError)[]> {
  const checked = await noticeMoves(desk, asked, 'check', ({ parts }) => ({ parts }));
  const complete = asked.filter((_, i) => {
    const one = checked[i];
    return one !== undefined && !isOmbudError(one) && one.moves[0]?.to === 'ready';
  });
  const codes = new Map(complete.map((one) => [one.case, newCode(desk.randomBytes)]));
  const queued = await noticeMoves(
    desk,
    complete,
    'queue',
    () => ({}),
    (one) => (tx) => keepCode(desk, tx, one, codes.get(one.case) ?? ''),
  );
  const results = new Map(complete.map((one, i) => [one.case, queued[i]]));
  const after = await loadCases(
    desk.state,
    asked.map((one) => one.case),
  );
  return asked.map((one, i) => {
    const first = checked[i];
    const loaded = after.get(one.case);
    if (first === undefined || loaded === undefined || isOmbudError(first)) return first as OmbudError;
    const second = results.get(one.case);
    const { lacking } = newest(loaded, 'notice').data;
    if (second === undefined)
      return { case: one.case, state: 'incomplete', code: null, lacking, refusal: null };
    if (isOmbudError(second)) return { case: one.case, state: 'ready', code: null, lacking, refusal: second };
    return { case: one.case, state: 'queued', code: codes.get(one.case) ?? null, lacking, refusal: null };
  });
}

async function keepCode(
  desk: Desk,
  tx: Statements,
  { case: id, second, secondKind = 'date-of-birth', within }: NoticeToIssue,
  code: string,
): Promise<void> {
  await within?.(tx, code);
  await tx
    .of(contest)
    .updateTable('contest_cases')
    .set({
      code: hashOfCode(desk, code),
      second: hashOfSecond(desk, id, knownThing(secondKind, second)),
      second_kind: secondKind,
    })
    .where('id', '=', id)
    .execute();
}

const noticeMoves = (
  desk: Desk,
  asked: readonly NoticeToIssue[],
  event: string,
  factsOf: (one: NoticeToIssue) => Facts,
  within?: (one: NoticeToIssue) => (tx: Statements) => Promise<void>,
): Promise<readonly (Moved | OmbudError)[]> =>
  moveMany(
    desk,
    asked.map((one) => ({
      case: one.case,
      matter: { newest: 'notice' },
      event,
      by: 'decider',
      actor: one.actor,
      facts: factsOf(one),
      ...(within === undefined ? {} : { within: within(one) }),
    })),
  );

/** What happened to a notice on its way, as the carrier or a clerk knows it. */
export interface NoticeReport {
  readonly case: string;
  readonly event: 'send' | 'deliver' | 'fail' | 'return' | 'resend' | 'give-up' | 'complete' | 'withdraw';
  readonly by: 'carrier' | 'clerk' | 'decider' | 'supervisor';
  readonly actor: string;
  readonly facts?: Facts;
}

/**
 * Records what happened to a notice. One that comes back stops the window of the appeal, until it is sent another way.
 * @example await reportNotice(desk, { case: id, event: 'return', by: 'carrier', actor: 'post' });
 */
export const reportNotice = (desk: Desk, report: NoticeReport): Promise<Moved> =>
  move(desk, { ...report, matter: { newest: 'notice' } });
