/** Does the audits that were asked for, one after the other. One that a stop interrupted is done anew at the start. */
import {
  auditDecisions,
  type Context,
  configOf,
  findVersion,
  type SystemVersion,
  signResult,
  specOf,
} from '@ombud/app';
import type { AuditSpec, BinarySpec, Result } from '@ombud/contract';
import { isOmbudError } from '@ombud/kernel';
import { asOmbudError, type PlainError, plainError } from '../http/problem.ts';
import type { Job } from '../jobs/job.ts';
import type { Services } from '../services.ts';
import { versionsNow } from './in-force.ts';
import { auditsTables } from './tables.ts';

const everyMs = 60_000;
/** Progress is written no more often than this. */
const tellMs = 250;

interface Waiting {
  readonly id: string;
  readonly system: string;
  readonly at_size: number | null;
  readonly sign: number;
  readonly from_time: string | null;
  readonly to_time: string | null;
  readonly shadow: number;
  readonly people: number;
}

type Changes = Partial<{
  state: string;
  version: number;
  done: number;
  finished: string;
  verdict: string;
  size: number | null;
  result: string;
  evidence: number;
  envelope: string;
  error: string;
}>;

const change = ({ state }: Services, id: string, changes: Changes): Promise<unknown> =>
  state.change((tx) =>
    tx.of(auditsTables).updateTable('audit_runs').set(changes).where('id', '=', id).execute(),
  );

async function next({ state }: Services): Promise<Waiting | undefined> {
  return state
    .of(auditsTables)
    .selectFrom('audit_runs')
    .select(['id', 'system', 'at_size', 'sign', 'from_time', 'to_time', 'shadow', 'people'])
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('asked')
    .executeTakeFirst();
}

/** A system whose every answer was no declared what a yes would be. */
const asDeclared = (decision: BinarySpec): BinarySpec =>
  decision.condition === undefined ? { ...decision, declared: true } : decision;

/** What a version asks of an audit, over what the system recorded. */
function auditSpecOf(
  services: Services,
  version: SystemVersion,
  { at_size, from_time, to_time, shadow, people }: Omit<Waiting, 'id' | 'system' | 'sign'>,
): AuditSpec {
  const { groups = [], decision, ...spec } = specOf(configOf(version), '');
  return {
    ...spec,
    ...(decision === undefined ? {} : { decision: asDeclared(decision) }),
    groups,
    source: `ledger:${services.place.location}#${version.system}`,
    ...(at_size === null ? {} : { atSize: Number(at_size) }),
    ...(from_time === null ? {} : { from: from_time }),
    ...(to_time === null ? {} : { to: to_time }),
    ...(shadow === 1 ? { shadow: true } : {}),
    ...(people === 1 ? { people: true } : {}),
  };
}

/** Until an outcome is known, a system that declares one is audited without: its other rates can be told all the same. */
async function audited(spec: AuditSpec, context: Context): Promise<{ spec: AuditSpec; result: Result }> {
  try {
    return { spec, result: await auditDecisions(spec, context) };
  } catch (error) {
    if (!isOmbudError(error) || error.code !== 'OMBUD_E_NO_ROWS' || error.params['role'] !== 'outcome')
      throw error;
    const { outcome: _, ...rest } = spec;
    return { spec: rest, result: await auditDecisions(rest, context) };
  }
}

/** Where the ledger lies is nobody's business: a result names it by its origin. */
const shownSource = ({ ledger }: Services, system: string): string => `ledger:${ledger.origin}#${system}`;

function teller(services: Services, id: string): (done: number) => void {
  let told = 0;
  return (done) => {
    const now = services.context.now();
    if (now - told < tellMs) return;
    told = now;
    change(services, id, { done }).catch(() => {});
  };
}

async function doAudit(services: Services, waiting: Waiting): Promise<void> {
  const { id, system, sign } = waiting;
  const { context, place } = services;
  const version = (await versionsNow(services, system))?.valid ?? (await findVersion(services.state, system));
  await change(services, id, { state: 'running', done: 0, version: version.version });
  const tell = teller(services, id);
  const { spec, result: exact } = await audited(auditSpecOf(services, version, waiting), {
    ...context,
    progress: ({ done, total }) => tell(total === null ? 0 : Math.floor((100 * done) / total)),
  });
  const shownAs = shownSource(services, system);
  const result = { ...exact, source: { ...exact.source, location: shownAs } };
  const asked = { spec, result: exact, releases: place.releases, shownAs };
  const signed = sign === 1 ? await signResult(asked, context) : null;
  await change(services, id, {
    state: 'done',
    done: 100,
    finished: new Date(context.now()).toISOString(),
    verdict: result.verdict.state,
    size: result.source.ledger?.size ?? null,
    result: JSON.stringify(result),
    ...(signed === null ? {} : { evidence: signed.index, envelope: JSON.stringify(signed.envelope) }),
  });
}

/** The job of audits. */
export const auditsJob: Job = {
  name: 'audits',
  everyMs,
  async run(services) {
    for (;;) {
      const waiting = await next(services);
      if (waiting === undefined || services.stopping.aborted) return;
      try {
        await doAudit(services, waiting);
        services.kick('schedules');
      } catch (error) {
        if (services.stopping.aborted) return;
        const known = asOmbudError(error);
        if (known.kind === 'fault') services.log('audit-failed', { audit: waiting.id, error: String(error) });
        const told: PlainError = plainError(known, services.ledger.origin);
        await change(services, waiting.id, {
          state: 'failed',
          finished: new Date(services.context.now()).toISOString(),
          error: JSON.stringify(told),
        });
      }
    }
  },
};
