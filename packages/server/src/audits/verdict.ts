/** The verdict on a system as it holds now: by the version in force, with whatever speaks against trusting a pass. */
import type { SystemVersion } from '@ombud/app';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { readsAlike, type VersionsNow, versionsNow } from './in-force.ts';
import { type AuditRun, newestDoneBy, newestEnded } from './runs.ts';

/** What a verdict can be. */
export const verdictStates = ['pass', 'fail', 'cannot-tell'] as const;
/** A verdict. */
export type VerdictState = (typeof verdictStates)[number];

/**
 * Why a pass may be none: nobody else approved the version in force; a newer one, which nobody approved, reads decisions
 * otherwise, and they are recorded by it; the newest audit of everything failed.
 */
export const verdictDoubts = ['not-approved', 'read-otherwise', 'audit-failed'] as const;
/** A doubt. */
export type VerdictDoubt = (typeof verdictDoubts)[number];

/** How a system is judged now. */
export interface VerdictNow extends VersionsNow {
  /** The run that tells; null where none was made by the version in force. */
  readonly run: AuditRun | null;
  readonly doubts: readonly VerdictDoubt[];
}

/** The verdict of a run, where it has one. */
export const verdictOf = ({ verdict }: AuditRun): VerdictState | null =>
  verdictStates.find((one) => one === verdict) ?? null;

/** A pass in doubt is none: cannot tell. */
export const verdictDespite = (judged: VerdictState, doubts: readonly VerdictDoubt[]): VerdictState =>
  judged === 'pass' && doubts.length > 0 ? 'cannot-tell' : judged;

const hasFailed = async (services: Services, { system, version }: SystemVersion): Promise<boolean> =>
  (await newestEnded(services, system, version))?.state === 'failed';

/** How a system is judged now; null where it was never declared. */
export async function verdictNow(services: Services, system: string): Promise<VerdictNow | null> {
  const versions = await versionsNow(services, system);
  if (versions === null) return null;
  const { valid, newest } = versions;
  const run = await newestDoneBy(services, system, valid.version);
  const isReadOtherwise = newest.version > valid.version && !readsAlike(valid, newest);
  const doubts: VerdictDoubt[] = [
    ...(valid.approved === null ? (['not-approved'] as const) : []),
    ...(isReadOtherwise ? (['read-otherwise'] as const) : []),
    ...((await hasFailed(services, valid)) ? (['audit-failed'] as const) : []),
  ];
  return { ...versions, run, doubts };
}

/** The verdict as programs ask for it. @throws OmbudError `OMBUD_E_NO_AUDIT` where there is none yet */
export async function toldVerdict(services: Services, system: string) {
  const now = await verdictNow(services, system);
  const judged = now?.run ? verdictOf(now.run) : null;
  if (now?.run == null || judged === null)
    throw serverErrors.error('OMBUD_E_NO_AUDIT', 'none-yet', { system });
  const { run, valid, doubts } = now;
  return {
    ...run,
    verdict: verdictDespite(judged, doubts),
    judged,
    approved: valid.approved !== null,
    doubts,
  };
}
