/** The breaker of a system: read, opened by anybody who may, closed by two. */
import {
  closingEvidence,
  confirmHold,
  findVersion,
  isRetired,
  mayDecide,
  readBreaker,
  readHold,
  readProposal,
  type StoredBreaker,
} from '@ombud/app';
import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { systemParams } from '../systems/schemas.ts';
import { stoppers, watchDesk } from './desk.ts';
import { detectorsNow } from './detectors.ts';
import { closeNow, proposeNow, stopNow } from './move-breaker.ts';

/** Whoever may see how a breaker stands. */
export const breakerReaders: readonly Role[] = [
  'administrator',
  'operator',
  'recorder',
  'auditor',
  'reviewer',
  'clerk',
  'viewer',
];

/** A reason that stands in the log. */
export const whySchema = z
  .string()
  .min(10)
  .max(500)
  .describe('Why: it stands in the log, in clear; nothing personal belongs here');

const positionSchema = z.enum(['closed', 'open', 'human-only']);

const detectorSchema = z.object({
  of: z.enum(['ratio', 'overturned']),
  column: z.string().optional(),
  watched: z.string().optional(),
  limit: z.number(),
  blocks: z.int().describe('Blocks that were taken since it began anew'),
  evidence: z.number().describe('It opens where this reaches opensAt'),
  opensAt: z.number(),
});

const maySchema = z.object({
  mayDecide: z.boolean(),
  position: positionSchema,
  reason: z
    .enum(['breaker', 'retired'])
    .nullable()
    .describe(
      'breaker: it is stopped, or its evidence will stop it; retired: every version of it is; null: it may',
    ),
});

/** Why a system may not decide now; null where it may. */
async function whyNot(
  { state }: Services,
  system: string,
  breaker: StoredBreaker,
): Promise<'breaker' | 'retired' | null> {
  if (!mayDecide(breaker)) return 'breaker';
  return (await isRetired(state, system)) ? 'retired' : null;
}

const breakerSchema = z.object({
  system: z.string(),
  position: positionSchema,
  mayDecide: z.boolean().describe('Whether the system may decide by itself now'),
  since: z.int().nullable().describe('The entry of the log that says so'),
  because: z.unknown().describe('Why it is not closed: codes and numbers, as the entry says'),
  counted: z.int().describe('Decisions that the detectors took'),
  unreadable: z.int().describe('Decisions that nobody can read any more, and that were not counted'),
  detectors: z.array(detectorSchema),
  closing: z
    .object({
      state: z.enum(['inside', 'cannot-tell', 'not-needed']),
      edge: z.number().nullable(),
      limit: z.number().nullable(),
      counted: z.int(),
      broken: z.array(z.object({ rule: z.string(), value: z.number(), limit: z.number() })),
      proposedBy: z.string().nullable(),
    })
    .nullable()
    .describe('What closing still asks for; null where it is closed'),
  hold: z
    .object({
      entry: z.int().describe('The entry of the breaker that orders it'),
      held: z.boolean().describe('Effects are to be held; false: they may go on'),
      ordered: z.string(),
      confirmed: z.string().nullable().describe('Null: the deciding system has not said that it does so'),
      answer: z
        .enum(['open', 'taken', 'refused'])
        .describe(
          'open: the message has not come through; taken: it has, which is not to say that it is done; refused: the answer was no',
        ),
    })
    .nullable()
    .describe('What the deciding system was told of effects that were not carried out yet'),
});

const changeSchema = z.object({
  system: z.string(),
  position: positionSchema,
  entry: z.int().describe('The entry of the log'),
  because: z.string(),
});

/** A breaker as it is told. */
export async function toldBreaker(
  { services }: Call,
  system: string,
): Promise<z.output<typeof breakerSchema>> {
  await findVersion(services.state, system);
  const breaker = await readBreaker(services.state, system);
  const { position, since, because, folded } = breaker;
  const { counted, unreadable } = folded;
  return {
    system,
    position,
    mayDecide: (await whyNot(services, system, breaker)) === null,
    since,
    because: because === null ? null : (JSON.parse(because) as unknown),
    counted,
    unreadable,
    detectors: detectorsNow(folded).map(({ reference: _reference, path: _path, ...told }) => told),
    closing:
      position === 'closed'
        ? null
        : {
            ...(await closingOf(services, system)),
            proposedBy: (await readProposal(services.state, system))?.by ?? null,
          },
    hold: await readHold(services.state, system),
  };
}

async function closingOf(services: Services, system: string) {
  const evidence = await closingEvidence(watchDesk(services), system);
  return { ...evidence, broken: [...evidence.broken] };
}

/** The routes of watching. */
export const watchRoutes: readonly Route[] = [
  route({
    id: 'breaker-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/breaker',
    who: { roles: breakerReaders, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: breakerSchema },
    handle: async ({ params }, call) => json(await toldBreaker(call, params.system)),
  }),
  route({
    id: 'may-decide',
    method: 'GET',
    path: '/api/v1/systems/{system}/may-decide',
    who: { roles: breakerReaders, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: maySchema },
    handle: async ({ params }, { services }) => {
      await findVersion(services.state, params.system);
      const breaker = await readBreaker(services.state, params.system);
      const reason = await whyNot(services, params.system, breaker);
      return json({ mayDecide: reason === null, position: breaker.position, reason });
    },
  }),
  route({
    id: 'breaker-open',
    method: 'POST',
    path: '/api/v1/systems/{system}/breaker/opening',
    who: { roles: stoppers, where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({ why: whySchema, position: z.enum(['open', 'human-only']).default('open') }),
    gives: { kind: 'json', schema: changeSchema, status: 201 },
    handle: async ({ params, body }, call) => json(await stopNow(call, params.system, body), { status: 201 }),
  }),
  route({
    id: 'breaker-propose',
    method: 'POST',
    path: '/api/v1/systems/{system}/breaker/closing-proposal',
    who: { roles: stoppers, where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({
      why: whySchema,
      remedy: z.union([
        z.strictObject({
          version: z.int().min(1).describe('A version that was declared and approved since'),
        }),
        z.strictObject({ remedy: z.string().min(10).max(500).describe('What was put right') }),
      ]),
    }),
    gives: { kind: 'json', schema: z.object({ opened: z.int() }), status: 201 },
    handle: async ({ params, body }, call) =>
      json(await proposeNow(call, params.system, body), { status: 201 }),
  }),
  route({
    id: 'breaker-close',
    method: 'POST',
    path: '/api/v1/systems/{system}/breaker/closing',
    who: { roles: stoppers, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: changeSchema, status: 201 },
    handle: async ({ params }, call) => json(await closeNow(call, params.system), { status: 201 }),
  }),
  route({
    id: 'breaker-held',
    method: 'POST',
    path: '/api/v1/systems/{system}/breaker/hold-confirmation',
    who: { roles: ['recorder', 'operator', 'administrator'], where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({ entry: z.int().min(0).describe('As the message named it') }),
    gives: { kind: 'json', schema: z.object({}) },
    handle: async ({ params, body }, { services }) => {
      const which = { system: params.system, entry: body.entry };
      const now = new Date(services.context.now()).toISOString();
      if (!(await services.state.change((tx) => confirmHold(tx, which, now))))
        throw serverErrors.error('OMBUD_E_NO_HOLD', 'none', which);
      return json({});
    },
  }),
];
