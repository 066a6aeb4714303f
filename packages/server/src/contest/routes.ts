/** The API of contest. */
import {
  newest,
  notePayments,
  noteScan,
  noteTold,
  openRemedy,
  orderPayments,
  proposeRemedy,
  remedyIn,
  remedyProgress,
  searchRemedy,
} from '@ombud/app';
import { mattersOf, namedSearch } from '@ombud/contest';
import type { OmbudError } from '@ombud/kernel';
import { say } from '@ombud/words';
import { z } from 'zod';
import { actorOf, type Role } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { plainError } from '../http/problem.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { deskOf } from './desk.ts';
import { figuresOf } from './figures.ts';
import { issueAll } from './issue.ts';
import { caseIn, moveAs } from './move-as.ts';
import { toTellSchema } from './notice-facts.ts';
import { reportAll, reportSchema } from './notice-reports.ts';
import { continueRemedy } from './remedy-steps.ts';
import {
  caseParams,
  movedSchema,
  moveParams,
  moveSchema,
  paidSchema,
  paymentsSchema,
  remedyParam,
  remedySchema,
} from './schemas.ts';
import { declaredSchema, settingsOf, settingsSchema, settle, toldSettings } from './settings.ts';

const movers: readonly Role[] = ['administrator', 'operator', 'recorder', 'reviewer', 'clerk'];
const settingsBytes = 512 * 1024;
const batchBytes = 16 * 1024 * 1024;

const told = <T extends { readonly refused: readonly OmbudError[] }>(
  { language, services }: Call,
  { refused, ...one }: T,
) => ({
  ...one,
  refused: refused.map((error) => {
    const plain = plainError(error, services.ledger.origin);
    return { ...plain, title: say(language, `${plain.code}/${plain.reason}`, plain.params) };
  }),
});

const refusedSchema = z.object({
  code: z.string(),
  reason: z.string(),
  params: z.record(z.string(), z.unknown()),
  title: z.string().describe('The same as a sentence'),
});

/** The routes. */
export const contestRoutes: readonly Route[] = [
  route({
    id: 'contest-declare',
    method: 'PUT',
    path: '/api/v1/systems/{system}/contest',
    who: { roles: ['administrator', 'operator'], where: ['same-system'] },
    params: systemParams,
    body: declaredSchema,
    bodyLimit: settingsBytes,
    gives: { kind: 'json', schema: z.object({ entry: z.int() }) },
    handle: async ({ params, body }, call) => json({ entry: await settle(call, params.system, body) }),
  }),
  route({
    id: 'contest-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/contest',
    who: { roles: ['administrator', 'operator', 'auditor', 'reviewer', 'clerk'], where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: settingsSchema },
    handle: async ({ params }, { services }) => json(toldSettings(await settingsOf(services, params.system))),
  }),
  route({
    id: 'notices-issue',
    method: 'POST',
    path: '/api/v1/systems/{system}/notices',
    who: { roles: ['operator'], where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({ notices: z.array(toTellSchema).min(1).max(2000) }),
    bodyLimit: batchBytes,
    gives: {
      kind: 'json',
      schema: z.object({
        items: z.array(
          z.object({
            decision: z.int(),
            case: z.string().nullable(),
            state: z.string(),
            lacking: z.array(z.string()),
            refused: z.array(refusedSchema),
            overdue: z.array(z.string()),
          }),
        ),
      }),
    },
    handle: async ({ params, body }, call) => {
      const items = await issueAll(call, params.system, body.notices);
      return json({ items: items.map((one) => told(call, one)) });
    },
  }),
  route({
    id: 'notices-report',
    method: 'POST',
    path: '/api/v1/systems/{system}/notices/reports',
    who: { roles: ['operator'], where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({ reports: z.array(reportSchema).min(1).max(1000) }),
    gives: {
      kind: 'json',
      schema: z.object({
        items: z.array(z.object({ message: z.string(), state: z.string(), refused: z.array(refusedSchema) })),
      }),
    },
    handle: async ({ params, body }, call) => {
      const items = await reportAll(call, params.system, body.reports);
      call.services.kick('contest-outbox');
      return json({ items: items.map((one) => told(call, one)) });
    },
  }),
  route({
    id: 'case-move',
    method: 'POST',
    path: '/api/v1/systems/{system}/cases/{case}/moves/{machine}/{event}',
    who: { roles: movers, where: ['same-system'] },
    params: moveParams,
    body: moveSchema,
    gives: { kind: 'json', schema: movedSchema },
    handle: async ({ params, body }, { services, who }) => {
      const { case: id, moves } = await moveAs(services, who, { ...params, ...body });
      return json({ case: id, moves: moves.map(({ matter: _, ...one }) => one) });
    },
  }),
  route({
    id: 'case-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/cases/{case}',
    who: { roles: movers, where: ['same-system'] },
    params: caseParams,
    gives: {
      kind: 'json',
      schema: z.object({
        case: z.string(),
        decision: z.int(),
        matters: z.array(
          z.object({
            machine: z.string(),
            state: z.string(),
            clock: z.string().nullable(),
            deadline: z.string().nullable(),
            since: z.string(),
          }),
        ),
      }),
    },
    handle: async ({ params }, { services }) => {
      const { row, view } = await caseIn(await deskOf(services), params.system, params.case);
      const matters = view.matters.map(({ machine, state, clock, deadline, since }) => ({
        machine,
        state,
        clock,
        deadline,
        since,
      }));
      return json({ case: row.id, decision: row.decision, matters });
    },
  }),
  route({
    id: 'file-scanned',
    method: 'POST',
    path: '/api/v1/files/{file}/scan',
    who: { roles: ['recorder', 'administrator'] },
    params: z.strictObject({ file: z.string().max(64) }),
    body: z.strictObject({ scan: z.enum(['clean', 'refused']) }),
    gives: { kind: 'json', schema: z.object({ file: z.string(), scan: z.string() }) },
    handle: async ({ params, body }, { services }) => {
      await noteScan(await deskOf(services), params.file, body.scan);
      return json({ file: params.file, scan: body.scan });
    },
  }),
  route({
    id: 'remedy-search',
    method: 'POST',
    path: '/api/v1/systems/{system}/cases/{case}/remedy',
    who: { roles: ['administrator'], where: ['same-system'] },
    params: caseParams,
    body: remedySchema,
    gives: {
      kind: 'json',
      schema: z.object({
        remedy: z.string(),
        digest: z.string().describe('SHA-256 of the query; it stands in the entry'),
        found: z.int(),
        erased: z.int(),
        withoutCase: z.array(z.int()).describe('Decisions that need a case first'),
      }),
    },
    handle: async ({ params, body: { flat, ...query } }, { services, who }) => {
      const desk = await deskOf(services);
      const known = openRemedy(await caseIn(desk, params.system, params.case));
      const remedy = known?.id ?? (await proposeRemedy(desk, params.case));
      const { digest, found, erased, withoutCase } = await searchRemedy(desk, {
        case: params.case,
        actor: actorOf(who),
        query: { ...query, system: params.system },
        ...(flat === undefined ? {} : { flat }),
      });
      return json({ remedy, digest, found, erased, withoutCase });
    },
  }),
  route({
    id: 'remedy-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/cases/{case}/remedy',
    who: { roles: ['administrator', 'operator', 'auditor', 'reviewer', 'clerk'], where: ['same-system'] },
    params: caseParams,
    query: z.strictObject({ remedy: remedyParam.exactOptional() }),
    gives: { kind: 'json', schema: z.record(z.string(), z.unknown()) },
    handle: async ({ params, query }, { services }) => {
      const desk = await deskOf(services);
      const loaded = await caseIn(desk, params.system, params.case);
      const remedy = remedyIn(loaded, query.remedy);
      const { id, state, data } = remedy;
      const progress = await remedyProgress(desk.state, id);
      const remedies = mattersOf(loaded.view, 'remedy').map((one) => ({ remedy: one.id, state: one.state }));
      return json({ remedy: id, state, ...data, names: namedSearch(remedy), progress, remedies });
    },
  }),
  route({
    id: 'remedy-told',
    method: 'POST',
    path: '/api/v1/systems/{system}/cases/{case}/remedy/told',
    who: { roles: ['operator', 'administrator'], where: ['same-system'] },
    params: caseParams,
    body: z.strictObject({ cases: z.array(z.string().max(64)).min(1).max(10_000) }),
    gives: { kind: 'json', schema: z.record(z.string(), z.unknown()) },
    handle: async ({ params, body }, { services }) => {
      const desk = await deskOf(services);
      const { id } = newest(await caseIn(desk, params.system, params.case), 'remedy');
      await noteTold(desk, id, body.cases);
      await continueRemedy(desk, params.case);
      return json({ remedy: id, progress: await remedyProgress(desk.state, id) });
    },
  }),
  route({
    id: 'remedy-pay',
    method: 'POST',
    path: '/api/v1/systems/{system}/cases/{case}/remedy/payments',
    who: { roles: ['administrator'], where: ['same-system'] },
    params: caseParams,
    body: paymentsSchema,
    gives: {
      kind: 'json',
      schema: z.object({
        orders: z
          .array(z.object({ id: z.string(), case: z.string(), minor: z.int(), currency: z.string() }))
          .describe('What is to be paid: what was asked for, less what was ordered before'),
        covered: z
          .array(z.string())
          .describe('Cases whose sum was ordered before, wholly: no order is given'),
      }),
    },
    handle: async ({ params, body }, { services, who }) => {
      const desk = await deskOf(services);
      const { id } = newest(await caseIn(desk, params.system, params.case), 'remedy');
      const of = { remedy: id, system: params.system, actor: actorOf(who) };
      const { orders, covered } = await orderPayments(desk, of, body.payments);
      await continueRemedy(desk, params.case);
      services.kick('contest-outbox');
      return json({
        orders: orders.map(({ id: order, case: one, amount }) => ({ id: order, case: one, ...amount })),
        covered,
      });
    },
  }),
  route({
    id: 'remedy-paid',
    method: 'POST',
    path: '/api/v1/systems/{system}/cases/{case}/remedy/paid',
    who: { roles: ['recorder'], where: ['same-system'] },
    params: caseParams,
    body: paidSchema,
    gives: { kind: 'json', schema: z.record(z.string(), z.unknown()) },
    handle: async ({ params, body }, { services, who }) => {
      const desk = await deskOf(services);
      const { id } = remedyIn(await caseIn(desk, params.system, params.case), body.remedy);
      await notePayments(desk, { remedy: id, system: params.system, actor: actorOf(who) }, body.payments);
      return json({ remedy: id, progress: await remedyProgress(desk.state, id) });
    },
  }),
  route({
    id: 'figures-read',
    method: 'GET',
    path: '/api/v1/public/{name}/appeals',
    who: { public: true },
    params: z.strictObject({ name: systemParams.shape.system }),
    gives: { kind: 'json', schema: z.record(z.string(), z.unknown()) },
    perMinute: 60,
    handle: async ({ params }, call) => json(await figuresOf(call, params.name)),
  }),
];
