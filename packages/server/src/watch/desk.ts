/** What the use cases of watching are handed by the server. */
import type { BreakerChange, Statements, WatchDesk } from '@ombud/app';
import { newestDone } from '../audits/runs.ts';
import type { Services } from '../services.ts';

const nothing = async (_tx: Statements, _change: BreakerChange): Promise<void> => {};

/** The desk. */
export const watchDesk = (services: Services): WatchDesk => ({
  state: services.state,
  now: services.context.now,
  announce: nothing,
  lastAudit: async (system) => (await newestDone(services, system))?.finished ?? null,
});
