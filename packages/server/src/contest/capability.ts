import { contest, outbox } from '@ombud/app';
import type { ServerCapability } from '../capability.ts';
import { caseFileRoute } from './case-files.tsx';
import { casePages } from './case-page.tsx';
import { deskRoute, deskWorkers } from './desk-page.tsx';
import { figuresRoute } from './figures-page.tsx';
import { intakePages } from './intake-page.tsx';
import { contestJobs } from './jobs.ts';
import { noticesPages } from './notices-page.tsx';
import { remedyPageRoute } from './remedy-page.tsx';
import { requestsPages } from './requests-page.tsx';
import { reviewersRoute } from './reviewers-page.tsx';
import { contestRoutes } from './routes.ts';
import { contestSettings } from './tables.ts';

/** Notice, appeal, review and remedy. */
export const contestCapability: ServerCapability = {
  name: 'contest',
  state: [contest, outbox, contestSettings],
  routes: [
    ...contestRoutes,
    deskRoute,
    figuresRoute,
    ...noticesPages,
    ...intakePages,
    ...casePages,
    remedyPageRoute,
    caseFileRoute,
    reviewersRoute,
    ...requestsPages,
  ],
  navigation: [{ path: '/desk', words: 'contest-page/desk', roles: deskWorkers }],
  jobs: contestJobs,
};
