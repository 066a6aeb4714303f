import type { ServerCapability } from '../capability.ts';
import type { Route } from '../http/route.ts';
import { operationsRoutes } from './routes.ts';

/** Health, numbers, and the document of the API. */
export const operationsCapability = (routes: () => readonly Route[]): ServerCapability => ({
  name: 'operations',
  routes: operationsRoutes(routes),
  navigation: [{ path: '/api', words: 'console/api', roles: null }],
});
