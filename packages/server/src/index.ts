/** `@ombud/server`: the place where systems answer. A front over the use cases: API, console, portal, jobs. */
export { type BackedUp, backUp } from './backup/back-up.ts';
export { type Restored, type Restoring, restore } from './backup/restore.ts';
export { type Demonstration, demonstrate } from './demonstration/demonstrate.ts';
export { serverErrors } from './errors.ts';
export { isStaged, type StagedLine, stageIncident } from './incidents/stage-incident.ts';
export { type Running, type ServeOptions, serve } from './serve.ts';
