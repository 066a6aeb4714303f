/** Systems in versions. */
import {
  approveVersion,
  declareSystem,
  findVersion,
  listSystems,
  listVersions,
  retireVersion,
} from '@ombud/app';
import { configSchema } from '@ombud/contract';
import type { JsonObject } from '@ombud/kernel';
import { z } from 'zod';
import { mayFor, type Role } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { doingOf } from './doing.ts';
import { listOf, systemParams, versionParams, versionSchema } from './schemas.ts';

const readers: readonly Role[] = [
  'administrator',
  'operator',
  'recorder',
  'auditor',
  'reviewer',
  'clerk',
  'viewer',
];

/** What is declared is what was sent, once it was found to be a declaration; defaults are not written into it. */
const declaration = z
  .record(z.string(), z.json())
  .describe('ombud.yaml as JSON')
  .superRefine((document, context) => {
    const { error } = configSchema.safeParse(document);
    for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  });

const version = { kind: 'json', schema: versionSchema } as const;

/** The routes of systems. */
export const systemsRoutes: readonly Route[] = [
  route({
    id: 'systems-list',
    method: 'GET',
    path: '/api/v1/systems',
    who: { roles: readers, scope: 'any' },
    gives: { kind: 'json', schema: listOf(versionSchema) },
    handle: async (_, { services, who }) => {
      const all = await listSystems(services.state);
      return json({ items: all.filter(({ system }) => mayFor(who, readers, system)) });
    },
  }),
  route({
    id: 'system-declare',
    method: 'PUT',
    path: '/api/v1/systems/{system}',
    who: { roles: ['administrator', 'operator'], where: ['same-system'] },
    params: systemParams,
    body: declaration,
    gives: { ...version, status: 201 },
    idempotent: true,
    handle: async ({ params: { system }, body }, call) => {
      if (body['system'] !== system)
        throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'other-system', { path: 'body.system', system });
      const document = body as JsonObject;
      return json(await declareSystem(call.services.state, system, document, doingOf(call)), { status: 201 });
    },
  }),
  route({
    id: 'system-read',
    method: 'GET',
    path: '/api/v1/systems/{system}',
    who: { roles: readers, where: ['same-system'] },
    params: systemParams,
    gives: version,
    handle: async ({ params }, { services }) => json(await findVersion(services.state, params.system)),
  }),
  route({
    id: 'system-versions',
    method: 'GET',
    path: '/api/v1/systems/{system}/versions',
    who: { roles: readers, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: listOf(versionSchema) },
    handle: async ({ params }, { services }) =>
      json({ items: await listVersions(services.state, params.system) }),
  }),
  route({
    id: 'system-approve',
    method: 'POST',
    path: '/api/v1/systems/{system}/versions/{version}/approval',
    who: { roles: ['administrator', 'operator', 'auditor'], where: ['same-system'] },
    params: versionParams,
    gives: version,
    handle: async ({ params }, call) =>
      json(await approveVersion(call.services.state, params.system, params.version, doingOf(call))),
  }),
  route({
    id: 'system-retire',
    method: 'POST',
    path: '/api/v1/systems/{system}/versions/{version}/retirement',
    who: { roles: ['administrator', 'operator'], where: ['same-system'] },
    params: versionParams,
    gives: version,
    handle: async ({ params }, call) =>
      json(await retireVersion(call.services.state, params.system, params.version, doingOf(call))),
  }),
];
