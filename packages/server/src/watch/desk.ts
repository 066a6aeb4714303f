/** What the use cases of watching are handed by the server. */
import { type BreakerChange, orderHold, type Statements, type WatchDesk } from '@ombud/app';
import type { JsonObject } from '@ombud/kernel';
import { mayStill, personBehind } from '../access/answers-for.ts';
import type { Role } from '../access/roles.ts';
import { lastAudited } from '../audits/runs.ts';
import type { Services } from '../services.ts';
import { raiseIn } from './raise.ts';

/** Whoever may stop a system, and start one again with somebody else. */
export const stoppers: readonly Role[] = ['administrator', 'operator', 'auditor'];

/** Tells people of a change, and the deciding system what to do with its effects. */
export async function announceChange(tx: Statements, change: BreakerChange, now: number): Promise<void> {
  const { system, position, entry, because } = change;
  await orderHold(tx, change, new Date(now).toISOString());
  await raiseIn(
    tx,
    {
      kind: position === 'closed' ? 'breaker-closed' : 'breaker-opened',
      system,
      about: String(entry),
      details: { position, entry, because: JSON.parse(because) as JsonObject },
    },
    now,
  );
}

/** The desk. */
export const watchDesk = (services: Services): WatchDesk => ({
  state: services.state,
  now: services.context.now,
  announce: (tx, change) => announceChange(tx, change, services.context.now()),
  lastAudit: (system) => lastAudited(services, system),
  person: (actor) => personBehind(services, actor),
  mayStill: (actor, system) => mayStill(services, actor, stoppers, system),
});
