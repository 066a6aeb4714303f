import { contest, outbox } from '@ombud/app';
import type { ServerCapability } from '../capability.ts';
import { contestJobs } from './jobs.ts';
import { contestPages } from './pages.ts';
import { contestRoutes } from './routes.ts';
import { contestSettings } from './tables.ts';

/** Notice, appeal, review and remedy. */
export const contestCapability: ServerCapability = {
  name: 'contest',
  state: [contest, outbox, contestSettings],
  routes: [...contestRoutes, ...contestPages],
  jobs: contestJobs,
};
