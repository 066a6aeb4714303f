import type { ServerCapability } from '../capability.ts';
import { accountRoutes } from './account-page.tsx';
import { accessPages } from './pages.tsx';
import { providerPages } from './provider-pages.tsx';
import { accessRoutes } from './routes.ts';
import { accessTables } from './tables.ts';

/** Who may what: accounts, sessions, keys, and the looks at people. */
export const accessCapability: ServerCapability = {
  name: 'access',
  state: [accessTables],
  routes: [...accessRoutes, ...accessPages, ...accountRoutes, ...providerPages],
};
