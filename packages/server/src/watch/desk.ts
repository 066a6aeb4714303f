/** What the use cases of watching are handed by the server. */
import type { BreakerChange, Statements, WatchDesk } from '@ombud/app';
import { auditsTables } from '../audits/tables.ts';
import type { Services } from '../services.ts';

/** When the newest audit of a system ended. */
export async function lastAudit({ state }: Services, system: string): Promise<string | null> {
  const row = await state
    .of(auditsTables)
    .selectFrom('audit_runs')
    .select('finished')
    .where('system', '=', system)
    .where('state', '=', 'done')
    .orderBy('finished', 'desc')
    .executeTakeFirst();
  return row?.finished ?? null;
}

const nothing = async (_tx: Statements, _change: BreakerChange): Promise<void> => {};

/** The desk. */
export const watchDesk = (services: Services): WatchDesk => ({
  state: services.state,
  now: services.context.now,
  announce: nothing,
  lastAudit: (system) => lastAudit(services, system),
});
