import type { ServerCapability } from '../capability.ts';
import { auditsJob } from './job.ts';
import { auditsRoutes } from './routes.ts';
import { auditsTables } from './tables.ts';

/** What was recorded is audited, and the verdict is there for whoever asks. */
export const auditsCapability: ServerCapability = {
  name: 'audits',
  state: [auditsTables],
  routes: auditsRoutes,
  jobs: [auditsJob],
};
