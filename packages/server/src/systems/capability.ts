import { systemsTables } from '@ombud/app';
import type { ServerCapability } from '../capability.ts';
import { systemsRoutes } from './routes.ts';

/** Systems are declared in versions. */
export const systemsCapability: ServerCapability = {
  name: 'systems',
  state: [systemsTables],
  routes: systemsRoutes,
};
