/**
 * The one way in which a case changes: the planner says what happens, and new states with their clocks, the entries that
 * record them and the messages that tell of them become durable in one transaction, or not at all.
 */
import {
  type Asked,
  type CaseRefusal,
  type Change,
  contestErrors,
  type MachineName,
  type Message,
  messageId,
  type Plan,
  type Progress,
  plan,
} from '@ombud/contest';
import { isOmbudError, type JsonObject, type OmbudError } from '@ombud/kernel';
import type { Appended, Draft } from '@ombud/ledger';
import { overtake, putInOutbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import { type Desk, drawOf, newIdOf, nowOf } from './desk.ts';
import { findNewest } from './find-matter.ts';
import { columnsOf, type LoadedCase, loadCases, rowOfMatter } from './load.ts';
import { contest } from './tables.ts';

/** A move of a case. */
export interface MoveRequest extends Omit<Asked, 'matter'> {
  readonly case: string;
  /** The run that is to move; or that it is the newest of its machine, as the case stands when it moves. */
  readonly matter: string | { readonly newest: MachineName };
  /** How far a remedy has come, where the move is of one. */
  readonly progress?: Progress;
  /** Who took a step of two before, and may not any more. */
  readonly shutOut?: ReadonlySet<string>;
  /** More state that changes with the move. */
  readonly within?: (tx: Statements, moved: Moved) => Promise<void>;
}

/** What came of a move. */
export interface Moved {
  readonly case: string;
  /** Each run that moved, in order: the one that was asked, and those that followed. */
  readonly moves: readonly {
    readonly matter: string;
    readonly machine: string;
    readonly event: string;
    readonly from: string;
    readonly to: string;
    readonly clock: string | null;
    readonly deadline: string | null;
    /** Index of its entry in the ledger. */
    readonly entry: number;
  }[];
  readonly messages: readonly Message[];
}

/** Somebody else moved the case between the look and the change. */
const overtaken = (id: string): OmbudError =>
  contestErrors.error('OMBUD_E_CONTEST_MOVE', 'busy', { case: id });

const tries = 8;

/**
 * Moves a case.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_MOVE` with the refusal as its reason; then nothing has changed
 * @example await move(desk, { case: id, matter, event: 'lodge', by: 'person', actor: 'person', facts, words });
 */
export async function move(desk: Desk, request: MoveRequest): Promise<Moved> {
  const [done] = await moveMany(desk, [request]);
  if (done === undefined || isOmbudError(done)) throw done;
  return done;
}

/**
 * What may be done now, or null where the case is not where it could be: somebody else was there first, or it is too early.
 * @example if ((await ifItMay(move(desk, request))) === null) return;
 */
export async function ifItMay<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isOmbudError(error) && error.code === 'OMBUD_E_CONTEST_MOVE') return null;
    throw error;
  }
}

/**
 * Moves many cases, in one transaction: each is refused for itself.
 *
 * @param requests of different cases
 * @returns for each what came of it, or why it was refused
 */
export async function moveMany(
  desk: Desk,
  requests: readonly MoveRequest[],
): Promise<readonly (Moved | OmbudError)[]> {
  requireDifferent(requests);
  for (let left = tries; ; left--)
    try {
      return await attempt(desk, requests);
    } catch (error) {
      if (left === 1 || !isOmbudError(error) || error.reason !== 'busy') throw error;
    }
}

function requireDifferent(requests: readonly MoveRequest[]): void {
  const seen = new Set<string>();
  for (const { case: id } of requests) {
    if (seen.has(id)) throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'twice-in-a-batch', { case: id });
    seen.add(id);
  }
}

interface Planned {
  readonly request: MoveRequest;
  readonly loaded: LoadedCase;
  readonly plan: Extract<Plan, { ok: true }>;
}

async function attempt(
  desk: Desk,
  requests: readonly MoveRequest[],
): Promise<readonly (Moved | OmbudError)[]> {
  const cases = await loadCases(
    desk.state,
    requests.map((request) => request.case),
  );
  const now = nowOf(desk);
  const planned = requests.map((request) => planOf(desk, request, cases.get(request.case), now));
  const good = planned.filter((one): one is Planned => !isOmbudError(one));
  const results = new Map<Planned, Moved>();
  const drafts = good.flatMap(draftsOf);
  if (drafts.length > 0)
    await desk.state.record(drafts, async (tx, entries) => {
      let at = 0;
      for (const one of good) {
        const own = entries.slice(at, at + one.plan.changes.length);
        at += own.length;
        const moved = movedOf(one, own);
        await write(tx, one, own);
        await one.request.within?.(tx, moved);
        results.set(one, moved);
      }
      await putInOutbox(
        tx,
        good.flatMap(({ plan: { messages }, loaded: { view } }) =>
          messages.map((message) => ({ ...message, system: view.system })),
        ),
        now,
      );
    });
  return planned.map((one) => (isOmbudError(one) ? one : (results.get(one) as Moved)));
}

function planOf(
  desk: Desk,
  request: MoveRequest,
  loaded: LoadedCase | undefined,
  now: string,
): Planned | OmbudError {
  if (loaded === undefined)
    return contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: request.case });
  const { system } = loaded.view;
  const matter = matterIn(loaded, request);
  if (isOmbudError(matter)) return matter;
  const done = plan(
    loaded.view,
    { ...request, matter },
    {
      now,
      rules: desk.rulesOf(system),
      breakerClosed: desk.breakerClosed(system),
      draw: drawOf(desk),
      newId: () => newIdOf(desk),
      ...(request.progress === undefined ? {} : { progress: request.progress }),
      ...(request.shutOut === undefined ? {} : { shutOut: request.shutOut }),
    },
  );
  return done.ok ? { request, loaded, plan: done } : refused(request, matter, done.refusal);
}

function matterIn(loaded: LoadedCase, { matter }: MoveRequest): string | OmbudError {
  if (typeof matter === 'string') return matter;
  const found = findNewest(loaded, matter.newest);
  return isOmbudError(found) ? found : found.id;
}

function refused({ case: id, event, actor }: MoveRequest, matter: string, refusal: CaseRefusal): OmbudError {
  const { code, ...params } = refusal;
  return contestErrors.error('OMBUD_E_CONTEST_MOVE', code, { case: id, event, matter, actor, ...params });
}

/** An entry is about the one before it in its run, a review's first about its appeal, all other first ones about the decision. */
function aboutOf({ loaded: { entries, row } }: Planned, { after }: Change): number {
  const last = entries.get(after.id)?.last ?? null;
  if (last !== null) return last;
  const appeal = after.machine === 'review' ? (entries.get(after.data.appeal)?.last ?? null) : null;
  return appeal ?? row.decision;
}

function draftsOf(planned: Planned): Draft[] {
  const { row, view } = planned.loaded;
  return planned.plan.changes.map((change) => ({
    kind: change.entry,
    system: view.system,
    about: aboutOf(planned, change),
    payload: payloadOf(planned, change, row.subject),
  }));
}

/** What the entry commits to: each member opens alone, and all go when the person is erased. */
function payloadOf(
  { loaded: { view } }: Planned,
  { before, after, asked }: Change,
  subject: string | null,
): JsonObject {
  return {
    subject,
    case: view.id,
    matter: after.id,
    machine: after.machine,
    event: asked.event,
    from: before.state,
    to: after.state,
    by: asked.by,
    actor: asked.actor,
    at: after.since,
    version: after.version,
    clock: after.clock,
    deadline: columnsOf(after).deadline,
    // So that whoever checks the state can hold all of it against the log.
    known: after.data as unknown as JsonObject,
    ...(asked.facts === undefined ? {} : { facts: asked.facts as unknown as JsonObject }),
    ...(asked.words === undefined ? {} : { words: asked.words as unknown as JsonObject }),
  };
}

const movedOf = ({ request, plan: { changes, messages } }: Planned, entries: readonly Appended[]): Moved => ({
  case: request.case,
  messages,
  moves: changes.map(({ before, after, asked }, i) => ({
    matter: after.id,
    machine: after.machine,
    event: asked.event,
    from: before.state,
    to: after.state,
    clock: after.clock,
    deadline: after.deadline,
    entry: entries[i]?.index ?? -1,
  })),
});

async function write(
  tx: Statements,
  { loaded, plan: done }: Planned,
  entries: readonly Appended[],
): Promise<void> {
  const db = tx.of(contest);
  const known = loaded.view.matters.length;
  if (done.begun.length > 0)
    await db
      .insertInto('contest_matters')
      .values(done.begun.map((matter, i) => rowOfMatter(loaded.view.id, known + i, matter)))
      .execute();
  for (const [i, { before, after }] of done.changes.entries()) {
    const entry = entries[i]?.index ?? -1;
    const first = loaded.entries.get(after.id)?.first ?? null;
    const { numUpdatedRows } = await db
      .updateTable('contest_matters')
      .set({ ...columnsOf(after), last_entry: entry, first_entry: first ?? entry })
      .where('id', '=', after.id)
      .where('version', '=', before.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw overtaken(loaded.view.id);
    // A notice that is on no way any more is not sent: it was read, withdrawn, or posted by hand.
    if (before.machine === 'notice' && before.state === 'queued')
      await overtake(tx, (eb) => eb('id', '=', messageId(before.id, before.version)));
  }
}
