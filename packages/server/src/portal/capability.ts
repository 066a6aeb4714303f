import type { ServerCapability } from '../capability.ts';
import { appealRoutes } from './appeal-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { proofRoutes } from './proof-routes.ts';
import { requestRoutes } from './request-routes.ts';
import { portalTables } from './tables.ts';

/** The pages of whoever was decided about. */
export const portalCapability: ServerCapability = {
  name: 'portal',
  state: [portalTables],
  routes: [...caseRoutes, ...appealRoutes, ...requestRoutes, ...proofRoutes],
};
