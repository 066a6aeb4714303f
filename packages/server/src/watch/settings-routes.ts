/** How a system is watched, and what was told, for programs. */
import { alertKinds, findVersion, listAlerts } from '@ombud/app';
import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { listOf, systemParams } from '../systems/schemas.ts';
import { outboxJob } from './raise.ts';
import {
  readWatchSettings,
  settleWatch,
  toldWatchSettings,
  type WatchSettings,
  watchSettingsSchema,
} from './settings.ts';

/** Whoever may declare how a system is watched. */
export const watchDeclarers: readonly Role[] = ['administrator', 'operator'];
/** Whoever may see how it is watched, and what was told. */
export const watchReaders: readonly Role[] = ['administrator', 'operator', 'auditor'];

const mostAlerts = 100;

const alertSchema = z.object({
  kind: z.enum(alertKinds),
  system: z.string(),
  about: z.string().describe('What tells it from others of its kind'),
  at: z.string(),
  details: z.record(z.string(), z.unknown()).describe('Codes and numbers'),
});

/** Declares how a system is watched, and sets going what follows. @returns the entry that records it */
export async function declareWatch(
  { services, who }: Call,
  system: string,
  settings: WatchSettings,
): Promise<number> {
  const entry = await settleWatch(services, who, system, settings);
  services.kick(outboxJob);
  services.kick('schedules');
  return entry;
}

/** The routes. */
export const watchSettingsRoutes: readonly Route[] = [
  route({
    id: 'watch-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/watch',
    who: { roles: watchReaders, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: watchSettingsSchema },
    handle: async ({ params }, { services }) => {
      await findVersion(services.state, params.system);
      return json(toldWatchSettings(await readWatchSettings(services.state, params.system)));
    },
  }),
  route({
    id: 'watch-declare',
    method: 'PUT',
    path: '/api/v1/systems/{system}/watch',
    who: { roles: watchDeclarers, where: ['same-system'] },
    params: systemParams,
    body: watchSettingsSchema,
    gives: { kind: 'json', schema: z.object({ entry: z.int().describe('That records it') }) },
    handle: async ({ params, body }, call) => json({ entry: await declareWatch(call, params.system, body) }),
  }),
  route({
    id: 'alerts-list',
    method: 'GET',
    path: '/api/v1/systems/{system}/alerts',
    who: { roles: watchReaders, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: listOf(alertSchema) },
    handle: async ({ params }, { services }) => {
      await findVersion(services.state, params.system);
      return json({ items: await listAlerts(services.state, params.system, mostAlerts) });
    },
  }),
];
