/** Decisions: found by entry, receipt or person, listed by version and time, looked at with a reason that is recorded. */
import { checkReceipt } from '@ombud/app';
import { formatVerifierKey } from '@ombud/tlog';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { openDecision } from '../recording/open-decision.ts';
import { decisionParams } from '../recording/schemas.ts';
import { systemParams } from '../systems/schemas.ts';
import { decisionListPage } from './decision-list-page.tsx';
import { decisionAt, decisionPage, decisionPath } from './decision-page.tsx';
import { finders, lookers } from './decision-roles.ts';
import { findPage, personPage } from './find-decisions-page.tsx';
import { readers } from './telling.ts';

const why = z.string().min(3).max(500);
const indexText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const mostReceipt = 64_000;

/** The routes. */
export const decisionPageRoutes: readonly Route[] = [
  route({
    id: 'decisions-page',
    method: 'GET',
    path: '/decisions',
    who: { roles: readers, scope: 'any' },
    gives: { kind: 'page' },
    handle: async (_, call) => page(findPage(call)),
  }),
  route({
    id: 'decision-by-entry',
    method: 'GET',
    path: '/decisions/entry',
    who: { roles: readers, scope: 'any' },
    query: z.strictObject({ index: indexText }),
    gives: { kind: 'page' },
    handle: async ({ query: { index } }, call) =>
      seeOther(decisionPath((await decisionAt(call, index)).system, index)),
  }),
  route({
    id: 'decision-by-receipt',
    method: 'POST',
    path: '/decisions/receipt',
    who: { roles: readers, scope: 'any' },
    takes: 'form',
    body: z.strictObject({ receipt: z.string().min(1).max(mostReceipt) }),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => {
      const keys = call.services.ledger.trust.all.map(formatVerifierKey);
      // A form sends CR LF for each end of a line, and a receipt has LF alone.
      const { index } = await checkReceipt({ receipt: body.receipt.replaceAll('\r\n', '\n'), keys });
      return seeOther(decisionPath((await decisionAt(call, index)).system, index));
    },
  }),
  route({
    id: 'decisions-by-person',
    method: 'POST',
    path: '/decisions/person',
    who: { roles: finders },
    takes: 'form',
    body: z.strictObject({ subject: z.string().min(1).max(1000), why }),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => page(await personPage(call, body.subject, body.why)),
  }),
  route({
    id: 'system-decisions-page',
    method: 'GET',
    path: '/systems/{system}/decisions',
    who: { roles: readers, where: ['same-system'] },
    params: systemParams,
    query: z.strictObject({
      before: indexText.optional(),
      version: z.union([z.literal('').transform(() => undefined), indexText]).optional(),
      until: z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional(),
    }),
    gives: { kind: 'page' },
    handle: async ({ params, query }, call) => page(await decisionListPage(call, params.system, query)),
  }),
  route({
    id: 'decision-page',
    method: 'GET',
    path: '/systems/{system}/decisions/{index}',
    who: { roles: readers, where: ['same-system'] },
    params: decisionParams,
    gives: { kind: 'page' },
    handle: async ({ params: { system, index } }, call) =>
      page(await decisionPage(call, system, index, null)),
  }),
  route({
    id: 'decision-look-form',
    method: 'POST',
    path: '/systems/{system}/decisions/{index}/look',
    who: { roles: lookers, where: ['same-system'] },
    params: decisionParams,
    takes: 'form',
    body: z.strictObject({ why }),
    gives: { kind: 'page' },
    handle: async ({ params: { system, index }, body }, call) => {
      const opened = await openDecision(call, system, index);
      await recordLook(call.services, call.who, {
        system,
        about: [index],
        parts: ['payload'],
        why: body.why,
      });
      return page(await decisionPage(call, system, index, opened));
    },
  }),
];
