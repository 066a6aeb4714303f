import type { ServerCapability } from '../capability.ts';
import { vaultRoutes } from './routes.ts';
import { vaultTables } from './tables.ts';

/** Names and addresses, under a right of their own. */
export const vaultCapability: ServerCapability = {
  name: 'vault',
  state: [vaultTables],
  routes: vaultRoutes,
};
