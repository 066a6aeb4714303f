/** `@ombud/deployment`: dashboards that anybody can reach without authentication, found in manifests. */
export {
  checkDeployment,
  type DeploymentCheck,
  type DeploymentFile,
  type Exposed,
  neededEnvFiles,
  type Unseen,
} from './check.ts';
export type { Unreadable } from './document.ts';
