/** What the use cases of watching are handed by the server. */
import { type BreakerChange, orderHold, type Statements, type WatchDesk } from '@ombud/app';
import type { JsonObject } from '@ombud/kernel';
import { mayStill } from '../access/answers-for.ts';
import { peopleOf } from '../access/one-person.ts';
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
  ...peopleOf(services),
  state: services.state,
  now: services.context.now,
  announce: (tx, change) => announceChange(tx, change, services.context.now()),
  lastAudit: (system) => lastAudited(services, system),
  mayStill: (actor, system) => mayStill(services, actor, stoppers, system),
});
