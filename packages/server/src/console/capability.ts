import type { ServerCapability } from '../capability.ts';
import { assetRoute } from './assets.ts';
import { auditPageRoutes } from './audit-pages.tsx';
import { decisionPageRoutes } from './decision-pages.tsx';
import { declareRoutes } from './declare.tsx';
import { homeRoute } from './home.tsx';
import { keysPageRoutes } from './keys-page.tsx';
import { logPageRoutes } from './log-page.tsx';
import { peoplePageRoutes } from './people-pages.tsx';
import { systemRoute } from './system-page.tsx';
import { readers } from './telling.ts';

/** The pages of whoever works here. */
export const consoleCapability: ServerCapability = {
  name: 'console',
  routes: [
    assetRoute,
    homeRoute,
    ...declareRoutes,
    systemRoute,
    ...auditPageRoutes,
    ...decisionPageRoutes,
    ...logPageRoutes,
    ...peoplePageRoutes,
    ...keysPageRoutes,
  ],
  navigation: [
    { path: '/', words: 'console/systems', roles: readers },
    { path: '/decisions', words: 'console/decisions', roles: readers },
    { path: '/ledger', words: 'console/log', roles: readers },
    { path: '/people', words: 'console/people', roles: ['administrator'] },
    { path: '/keys', words: 'console/keys', roles: ['administrator'] },
    { path: '/acts', words: 'console/acts', roles: ['administrator', 'auditor'] },
  ],
};
