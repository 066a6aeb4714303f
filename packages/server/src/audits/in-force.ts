/**
 * Which version of a declaration a system is judged by. Whoever declares could read a fail as a pass; so the first version
 * holds at once, and one that takes the place of a version by which somebody was judged holds when somebody else has
 * approved it, as a rule of the breaker does.
 */
import { configOf, listVersions, type SystemVersion, specOf } from '@ombud/app';
import type { AuditSpec } from '@ombud/contract';
import { canonicalJson, type JsonValue } from '@ombud/kernel';
import type { Services } from '../services.ts';
import { auditsTables } from './tables.ts';

/** What of a declaration can move a verdict: everything but names and words. */
function judgedBy(version: SystemVersion): string {
  const { system: _, wording: __, explanation: ___, ...judged } = specOf(configOf(version), '') as AuditSpec;
  return canonicalJson(JSON.parse(JSON.stringify(judged)) as JsonValue);
}

/** What says which decision or outcome is a yes, and for whom that is good. */
function readingOf(version: SystemVersion): string {
  const { decision = null, outcome = null, favourable = null } = configOf(version).data ?? {};
  return canonicalJson(JSON.parse(JSON.stringify({ decision, outcome, favourable })) as JsonValue);
}

/** Whether two versions read what was recorded as the same decisions and outcomes. */
export const readsAlike = (one: SystemVersion, other: SystemVersion): boolean =>
  readingOf(one) === readingOf(other);

/**
 * The version in force.
 * @param versions newest first, at least one
 * @param told when each version first gave a pass or a fail
 */
export function inForce(
  versions: readonly [SystemVersion, ...SystemVersion[]],
  told: ReadonlyMap<number, string>,
): SystemVersion {
  const approved = versions.find((one) => one.approved !== null);
  if (approved !== undefined) return approved;
  return versions.toReversed().reduce((valid, next) => {
    const first = told.get(valid.version);
    const isFree = first === undefined || next.declared < first;
    return isFree || judgedBy(valid) === judgedBy(next) ? next : valid;
  });
}

/** Which version is judged by, and the newest one. */
export interface VersionsNow {
  readonly valid: SystemVersion;
  readonly newest: SystemVersion;
}

/** Reads both; null where the system was never declared. */
export async function versionsNow({ state }: Services, system: string): Promise<VersionsNow | null> {
  const [newest, ...older] = await listVersions(state, system);
  if (newest === undefined) return null;
  const rows = await state
    .of(auditsTables)
    .selectFrom('audit_runs')
    .select(({ fn }) => ['version', fn.min('finished').as('first')])
    .where('system', '=', system)
    .where('shadow', '=', 0)
    .where('people', '=', 0)
    .where('verdict', 'in', ['pass', 'fail'])
    .groupBy('version')
    .execute();
  const told = new Map(
    rows.flatMap(({ version, first }) =>
      version === null || first === null ? [] : [[Number(version), first] as const],
    ),
  );
  return { valid: inForce([newest, ...older], told), newest };
}
