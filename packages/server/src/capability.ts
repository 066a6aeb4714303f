import type { AnyCapability } from '@ombud/app';
import type { NavigationItem } from './console/navigation.ts';
import type { Route } from './http/route.ts';
import type { Job } from './jobs/job.ts';

/** What a capability brings. Each has a folder, and a line in `capabilities.ts`. */
export interface ServerCapability {
  readonly name: string;
  /** Its tables beside the ledger. */
  readonly state?: readonly AnyCapability[];
  /** Routes of the API, and pages. */
  readonly routes?: readonly Route[];
  /** Its lines of the navigation, in the order of the capabilities. */
  readonly navigation?: readonly NavigationItem[];
  readonly jobs?: readonly Job[];
}
