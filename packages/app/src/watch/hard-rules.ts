/** What stops a system without statistics: people without a notice, appeals that wait too long, effects that go on. */
import { canonicalJson } from '@ombud/kernel';
import { missingNotices, overdueAppeals, unconfirmedSuspensions } from '../contest/signals.ts';
import { listVersions } from '../systems/versions.ts';
import { openBreaker } from './open-breaker.ts';
import { type BreakerChange, readBreaker, type WatchDesk } from './watch-ledger.ts';

/** A hard rule: how much there is now, and how much stops the system. */
export interface RuleNow {
  readonly rule: 'missing-notices' | 'overdue-appeals' | 'unconfirmed-suspensions' | 'stale-audit';
  readonly value: number;
  readonly limit: number;
}

const dayMs = 86_400_000;

/** The hard rules that a system breaks now. */
export const brokenRules = async (desk: WatchDesk, system: string): Promise<readonly RuleNow[]> =>
  (await rulesNow(desk, system)).filter(({ value, limit }) => value >= limit);

/** The hard rules of a system, and what there is now of what each counts. */
export async function rulesNow(desk: WatchDesk, system: string): Promise<readonly RuleNow[]> {
  const { inForce } = (await readBreaker(desk.state, system)).folded;
  if (inForce === null) return [];
  const { missingNotices: missing, overdueAppeals: overdue, unconfirmedDays, auditDays } = inForce.rule.rules;
  const now = new Date(desk.now()).toISOString();
  const values: [RuleNow['rule'], number | undefined, () => Promise<number>][] = [
    [
      'missing-notices',
      missing,
      async () => {
        const { notSent, notReached } = await missingNotices(desk.state, system, now);
        return notSent + notReached;
      },
    ],
    ['overdue-appeals', overdue, () => overdueAppeals(desk.state, system, now)],
    [
      'unconfirmed-suspensions',
      unconfirmedDays,
      async () => (await unconfirmedSuspensions(desk.state, system, now)).oldestDays,
    ],
    ['stale-audit', auditDays, () => daysSinceAudit(desk, system)],
  ];
  const found: RuleNow[] = [];
  for (const [rule, limit, count] of values)
    if (limit !== undefined) found.push({ rule, value: await count(), limit });
  return found;
}

/** Days since the newest audit, or since the system was declared where it was never audited. */
async function daysSinceAudit(desk: WatchDesk, system: string): Promise<number> {
  const first = (await listVersions(desk.state, system)).at(-1)?.declared;
  const last = (await desk.lastAudit(system)) ?? first;
  return last === undefined ? 0 : (desk.now() - Date.parse(last)) / dayMs;
}

/**
 * Opens the breaker of a system that breaks a hard rule; one that is open stays as it is.
 * @returns the change, or null where there is none
 */
export async function enforceHardRules(desk: WatchDesk, system: string): Promise<BreakerChange | null> {
  const { position, folded } = await readBreaker(desk.state, system);
  if (position !== 'closed') return null;
  const [broken] = await brokenRules(desk, system);
  if (broken === undefined) return null;
  const because = canonicalJson({ cause: broken.rule, value: broken.value, limit: broken.limit });
  return openBreaker(desk, { system, position: folded.inForce?.rule.opens ?? 'open', because });
}
