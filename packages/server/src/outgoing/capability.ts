import type { ServerCapability } from '../capability.ts';
import { outgoingRoutes } from './routes.tsx';

/** What was sent in vain is told, and settled by people. */
export const outgoingCapability: ServerCapability = {
  name: 'outgoing',
  routes: outgoingRoutes,
  navigation: [
    { path: '/outgoing', words: 'outgoing/page', roles: ['administrator', 'operator', 'auditor'] },
  ],
};
