import { contest, outbox, watchTables } from '@ombud/app';
import type { ServerCapability } from '../capability.ts';
import { breakerPages } from './breaker-page.tsx';
import { deliverJob } from './deliver.ts';
import { hardRulesJob, watchJob } from './job.ts';
import { watchRoutes } from './routes.ts';
import { schedulesJob } from './schedule.ts';
import { watchSettingsRoutes } from './settings-routes.ts';
import { watchSettingsTables } from './tables.ts';
import { watchPages } from './watch-page.tsx';

/** Systems are watched, and stopped when they do harm; whoever should know is told once. */
export const watchCapability: ServerCapability = {
  name: 'watch',
  state: [watchTables, contest, outbox, watchSettingsTables],
  routes: [...watchRoutes, ...watchSettingsRoutes, ...breakerPages, ...watchPages],
  jobs: [watchJob, hardRulesJob, schedulesJob, deliverJob],
};
