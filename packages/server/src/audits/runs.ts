/** Runs of audits as they are asked for, listed and read. */
import { randomUUID } from 'node:crypto';
import { findVersion } from '@ombud/app';
import { actorOf } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import type { Services } from '../services.ts';
import { versionsNow } from './in-force.ts';
import { auditsTables } from './tables.ts';

/** The states of a run. */
export const runStates = ['waiting', 'running', 'done', 'failed'] as const;

/** A run without its result. */
export interface AuditRun {
  readonly id: string;
  readonly system: string;
  readonly asked: string;
  readonly askedBy: string;
  readonly state: (typeof runStates)[number];
  /** Of 100. */
  readonly done: number;
  readonly finished: string | null;
  readonly verdict: string | null;
  readonly size: number | null;
  readonly evidence: number | null;
  readonly error: unknown;
  /** Only what was decided from then on, and before then; null for everything. */
  readonly from: string | null;
  readonly to: string | null;
  /** It is about decisions that had no effect. */
  readonly shadow: boolean;
  /** It is about decisions that people made. */
  readonly people: boolean;
  /** The version of the declaration that it was made by; null before it began. */
  readonly version: number | null;
}

const columns = [
  'id',
  'system',
  'asked',
  'asked_by',
  'state',
  'done',
  'finished',
  'verdict',
  'size',
  'evidence',
  'error',
  'from_time',
  'to_time',
  'shadow',
  'people',
  'version',
] as const;

const rows = ({ state }: Services) => state.of(auditsTables).selectFrom('audit_runs').select(columns);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const runOf = ({ asked_by, state, error, from_time, to_time, shadow, people, ...row }: Row): AuditRun => ({
  ...row,
  askedBy: asked_by,
  from: from_time,
  to: to_time,
  state: runStates.find((one) => one === state) ?? 'failed',
  error: error === null ? null : (JSON.parse(error) as unknown),
  shadow: shadow === 1,
  people: people === 1,
});

/** The newest runs of a system, newest first. */
export async function listRuns(
  services: Services,
  system: string,
  most: number,
): Promise<readonly AuditRun[]> {
  const found = await rows(services)
    .where('system', '=', system)
    .orderBy('asked', 'desc')
    .limit(most)
    .execute();
  return found.map(runOf);
}

/** A run. @throws OmbudError `OMBUD_E_NO_AUDIT` */
export async function findRun(services: Services, system: string, id: string): Promise<AuditRun> {
  const row = await rows(services).where('id', '=', id).where('system', '=', system).executeTakeFirst();
  if (row === undefined) throw serverErrors.error('OMBUD_E_NO_AUDIT', 'audit', { id, system });
  return runOf(row);
}

/** What a finished run holds beside. @throws OmbudError `OMBUD_E_NO_AUDIT` where it is not finished */
export async function readOutput(
  services: Services,
  system: string,
  id: string,
): Promise<{ readonly result: string; readonly envelope: string | null }> {
  const row = await services.state
    .of(auditsTables)
    .selectFrom('audit_runs')
    .select(['result', 'envelope'])
    .where('id', '=', id)
    .where('system', '=', system)
    .executeTakeFirst();
  if (row === undefined) throw serverErrors.error('OMBUD_E_NO_AUDIT', 'audit', { id, system });
  if (row.result === null) throw serverErrors.error('OMBUD_E_NO_AUDIT', 'not-finished', { id, system });
  return { result: row.result, envelope: row.envelope };
}

/** Runs about what the system decided. */
const ownRuns = (services: Services, system: string) =>
  rows(services).where('system', '=', system).where('shadow', '=', 0).where('people', '=', 0);

/** Those that ended with a result. */
const doneRuns = (services: Services, system: string) =>
  ownRuns(services, system).where('state', '=', 'done');

/**
 * The run by a version that says how a system stands: over everything that was recorded, of the largest size, and of these the last;
 * null where there is none yet. One of an earlier size or of a part of the time tells of the past, whenever it was asked for.
 */
export async function newestDoneBy(
  services: Services,
  system: string,
  version: number,
): Promise<AuditRun | null> {
  const row = await doneRuns(services, system)
    .where('version', '=', version)
    .where('from_time', 'is', null)
    .where('to_time', 'is', null)
    .where('size', 'is not', null)
    .orderBy('size', 'desc')
    .orderBy('finished', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** The run by the version in force that says how a system stands; null where there is none yet. */
export async function newestDone(services: Services, system: string): Promise<AuditRun | null> {
  const versions = await versionsNow(services, system);
  return versions === null ? null : newestDoneBy(services, system, versions.valid.version);
}

/** The newest audit of everything by a version that ended, well or not; null where none did. */
export async function newestEnded(
  services: Services,
  system: string,
  version: number,
): Promise<AuditRun | null> {
  const row = await ownRuns(services, system)
    .where('version', '=', version)
    .where('state', 'in', ['done', 'failed'])
    .where('at_size', 'is', null)
    .where('from_time', 'is', null)
    .where('to_time', 'is', null)
    .orderBy('finished', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** When an audit of a system last ended, whatever it covered; null where none did. */
export async function lastAudited(services: Services, system: string): Promise<string | null> {
  const row = await doneRuns(services, system).orderBy('finished', 'desc').limit(1).executeTakeFirst();
  return row?.finished ?? null;
}

/** Which of these requests were made before. */
export async function requestsMade(
  { state }: Services,
  requests: readonly string[],
): Promise<ReadonlySet<string>> {
  if (requests.length === 0) return new Set();
  const found = await state
    .of(auditsTables)
    .selectFrom('audit_runs')
    .select('request')
    .where('request', 'in', requests)
    .execute();
  return new Set(found.flatMap(({ request }) => (request === null ? [] : [request])));
}

/** Codes of audits that found nobody to count. */
const nobodyThere = ['OMBUD_E_NO_ROWS', 'OMBUD_E_BAD_WINDOW'];

/** Whether an audit of what a system decided ended since then, also one that found nobody to count. */
export async function wasAuditedSince(services: Services, system: string, since: string): Promise<boolean> {
  const found = await ownRuns(services, system)
    .where('finished', '>=', since)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'done'),
        ...nobodyThere.map((code) => eb('error', 'like', `{"code":"${code}"%`)),
      ]),
    )
    .limit(1)
    .execute();
  return found.length > 0;
}

/** The run of a request; null where there is none. */
export async function findRequest(services: Services, request: string): Promise<AuditRun | null> {
  const row = await rows(services).where('request', '=', request).executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** An audit that is asked for. */
interface Wanted {
  readonly atSize: number | null;
  readonly sign: boolean;
  /** Only what was decided from then on, and before then. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Decisions that had no effect, in place of the others. */
  readonly shadow?: boolean;
  /** Decisions that people made, in place of the system's. */
  readonly people?: boolean;
}

/**
 * Asks for an audit; the job does it. The same idempotency key asks once.
 * @throws OmbudError `OMBUD_E_SYSTEM` where the system was never declared
 */
export function askForAudit(
  { services, who, idempotencyKey }: Call,
  system: string,
  wanted: Wanted,
): Promise<AuditRun> {
  const by = actorOf(who);
  const request = idempotencyKey === null ? null : `${by} ${system} ${idempotencyKey}`;
  return requestAudit(services, system, { ...wanted, by, request });
}

/**
 * Asks for an audit in somebody's name.
 * @throws OmbudError `OMBUD_E_SYSTEM` where the system was never declared
 */
export async function requestAudit(
  services: Services,
  system: string,
  {
    by,
    request,
    atSize,
    sign,
    from = null,
    to = null,
    shadow = false,
    people = false,
  }: Wanted & { readonly by: string; readonly request: string | null },
): Promise<AuditRun> {
  await findVersion(services.state, system);
  const id = randomUUID();
  await services.state.change((tx) =>
    tx
      .of(auditsTables)
      .insertInto('audit_runs')
      .values({
        id,
        system,
        asked: new Date(services.context.now()).toISOString(),
        asked_by: by,
        request,
        at_size: atSize,
        sign: sign ? 1 : 0,
        state: 'waiting',
        done: 0,
        finished: null,
        verdict: null,
        size: null,
        result: null,
        evidence: null,
        envelope: null,
        error: null,
        from_time: from,
        to_time: to,
        shadow: shadow ? 1 : 0,
        people: people ? 1 : 0,
        version: null,
      })
      .onConflict((c) => c.column('request').doNothing())
      .execute(),
  );
  services.kick('audits');
  const found = await rows(services)
    .where((eb) => (request === null ? eb('id', '=', id) : eb('request', '=', request)))
    .executeTakeFirstOrThrow();
  return runOf(found);
}
