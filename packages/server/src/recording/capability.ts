import type { ServerCapability } from '../capability.ts';
import { recordingRoutes } from './routes.ts';

/** Decisions are recorded, and a look at one is recorded too. */
export const recordingCapability: ServerCapability = { name: 'recording', routes: recordingRoutes };
