/** Accounts, keys and looks, for programs. */
import { z } from 'zod';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { listOf, systemParam } from '../systems/schemas.ts';
import { changeAccount, listAccounts } from './accounts.ts';
import { invite } from './invitations.ts';
import { listKeys, makeKey, revokeKey, rotateKey } from './keys.ts';
import { newestLooks } from './looks.ts';
import { knownOf, roles } from './roles.ts';

const role = z.enum(roles).describe('What for');
const grant = z.strictObject({ role, system: systemParam.nullable().describe('Null: for every system') });

const accountSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  made: z.string(),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  grants: z.array(grant),
});

const keySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  system: z.string().nullable(),
  made: z.string(),
  madeBy: z.string().describe('Whoever made it answers for what it does'),
  expires: z.string().nullable(),
  revoked: z.string().nullable(),
});

const shownSchema = z.object({ id: z.uuid(), key: z.string().describe('Shown now and never again') });

const lookSchema = z.object({
  entry: z.int(),
  about: z.int(),
  by: z.string(),
  at: z.string(),
  parts: z.array(z.string()),
  why: z.string(),
});

const accountParams = z.strictObject({ account: z.uuid() });
const keyParams = z.strictObject({ key: z.uuid() });
const administrator = { roles: ['administrator'] } as const;
const mostLooks = 200;
const mostOverlap = 30 * 86_400;

/** The routes. */
export const accessRoutes: readonly Route[] = [
  route({
    id: 'me',
    method: 'GET',
    path: '/api/v1/me',
    who: { roles, scope: 'any' },
    gives: {
      kind: 'json',
      schema: z.object({ kind: z.string(), id: z.string(), name: z.string(), grants: z.array(grant) }),
    },
    handle: async (_, call) => {
      const { kind, id, name, grants } = knownOf(call.who);
      return json({ kind, id, name, grants });
    },
  }),
  route({
    id: 'accounts-list',
    method: 'GET',
    path: '/api/v1/accounts',
    who: administrator,
    gives: { kind: 'json', schema: listOf(accountSchema) },
    handle: async (_, { services }) => json({ items: await listAccounts(services) }),
  }),
  route({
    id: 'account-invite',
    method: 'POST',
    path: '/api/v1/accounts/invitations',
    who: administrator,
    body: z.strictObject({ role, system: systemParam.optional().describe('For this system alone') }),
    gives: {
      kind: 'json',
      schema: z.object({ url: z.string().describe('For one person, once') }),
      status: 201,
    },
    handle: async ({ body }, { services, who, origin }) => {
      const token = await invite(services, who, { role: body.role, system: body.system ?? null });
      return json({ url: `${origin}/setup?token=${token}` }, { status: 201 });
    },
  }),
  route({
    id: 'account-change',
    method: 'PUT',
    path: '/api/v1/accounts/{account}',
    who: administrator,
    params: accountParams,
    body: z.strictObject({
      grants: z.array(grant).max(100).describe('All that it may from now on'),
      disabled: z.boolean().default(false).describe('It cannot log in, and its sessions end'),
    }),
    gives: { kind: 'json', schema: z.object({}) },
    handle: async ({ params, body }, { services, who }) => {
      await changeAccount(services, who, params.account, body);
      return json({});
    },
  }),
  route({
    id: 'keys-list',
    method: 'GET',
    path: '/api/v1/keys',
    who: administrator,
    gives: { kind: 'json', schema: listOf(keySchema) },
    handle: async (_, { services }) => json({ items: await listKeys(services) }),
  }),
  route({
    id: 'key-make',
    method: 'POST',
    path: '/api/v1/keys',
    who: administrator,
    body: z.strictObject({
      name: z.string().min(1).max(100).describe('What it is for'),
      role,
      system: systemParam.optional().describe('For this system alone'),
      expires: z.iso.datetime().optional().describe('When it ends'),
    }),
    gives: { kind: 'json', schema: shownSchema, status: 201 },
    handle: async ({ body: { name, role: wanted, system, expires } }, call) => {
      const key = { name, role: wanted, system: system ?? null, expires: expires ?? null };
      return json(await makeKey(call.services, knownOf(call.who), key), { status: 201 });
    },
  }),
  route({
    id: 'key-rotate',
    method: 'POST',
    path: '/api/v1/keys/{key}/rotation',
    who: administrator,
    params: keyParams,
    body: z.strictObject({
      overlapSeconds: z
        .int()
        .min(0)
        .max(mostOverlap)
        .default(86_400)
        .describe('How long the old one still works'),
    }),
    gives: { kind: 'json', schema: shownSchema, status: 201 },
    handle: async ({ params, body }, call) =>
      json(await rotateKey(call.services, knownOf(call.who), params.key, body.overlapSeconds), {
        status: 201,
      }),
  }),
  route({
    id: 'key-revoke',
    method: 'DELETE',
    path: '/api/v1/keys/{key}',
    who: administrator,
    params: keyParams,
    gives: { kind: 'json', schema: z.object({}) },
    handle: async ({ params }, { services, who }) => {
      await revokeKey(services, who, params.key);
      return json({});
    },
  }),
  route({
    id: 'looks-list',
    method: 'GET',
    path: '/api/v1/looks',
    who: { roles: ['administrator', 'auditor'] },
    gives: { kind: 'json', schema: listOf(lookSchema) },
    handle: async (_, { services }) => json({ items: await newestLooks(services, mostLooks) }),
  }),
];
