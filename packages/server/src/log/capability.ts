import type { ServerCapability } from '../capability.ts';
import { logRoutes } from './routes.ts';

/** The ledger is read, followed and checked; people are erased and told what is held. */
export const logCapability: ServerCapability = { name: 'log', routes: logRoutes };
