/** The one list: what the server can do. A capability adds a folder and a line. */
import { accessCapability } from './access/capability.ts';
import { auditsCapability } from './audits/capability.ts';
import type { ServerCapability } from './capability.ts';
import { consoleCapability } from './console/capability.ts';
import { contestCapability } from './contest/capability.ts';
import type { Route } from './http/route.ts';
import { logCapability } from './log/capability.ts';
import { operationsCapability } from './operations/capability.ts';
import { outgoingCapability } from './outgoing/capability.ts';
import { portalCapability } from './portal/capability.ts';
import { recordingCapability } from './recording/capability.ts';
import { systemsCapability } from './systems/capability.ts';
import { vaultCapability } from './vault/capability.ts';
import { watchCapability } from './watch/capability.ts';

/** All of them. */
export const capabilities: readonly ServerCapability[] = [
  consoleCapability,
  accessCapability,
  systemsCapability,
  recordingCapability,
  logCapability,
  auditsCapability,
  watchCapability,
  vaultCapability,
  contestCapability,
  portalCapability,
  outgoingCapability,
  operationsCapability(() => routes),
];

/** Every route of the server but those that describe the routes themselves. */
export const routes: readonly Route[] = capabilities.flatMap((one) => one.routes ?? []);
