import { contest, outbox, watchTables } from '@ombud/app';
import type { ServerCapability } from '../capability.ts';
import { hardRulesJob, watchJob } from './job.ts';
import { watchRoutes } from './routes.ts';

/** Systems are watched, and stopped when they do harm. */
export const watchCapability: ServerCapability = {
  name: 'watch',
  state: [watchTables, contest, outbox],
  routes: watchRoutes,
  jobs: [watchJob, hardRulesJob],
};
