/** Audits as jobs: asked for, watched, read; and the verdict for whoever releases software by it. */
import { formatNames, pageOfEvidence, type ReportFormat, renderReport } from '@ombud/app';
import type { Result } from '@ombud/contract';
import type { Envelope } from '@ombud/tlog';
import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { events, json, type ServerEvent, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { listOf, systemParam, systemParams } from '../systems/schemas.ts';
import { askForAudit, findRun, listRuns, readOutput, runStates } from './runs.ts';
import { toldVerdict, verdictDoubts, verdictStates } from './verdict.ts';

const readers: readonly Role[] = ['administrator', 'operator', 'auditor', 'viewer'];
const mostListed = 100;
const watchMs = 200;

const auditParams = z.strictObject({ system: systemParam, audit: z.uuid().describe('The run') });

const runSchema = z.object({
  id: z.uuid(),
  system: z.string(),
  asked: z.string(),
  askedBy: z.string(),
  state: z.enum(runStates),
  done: z.int().describe('Of 100'),
  finished: z.string().nullable(),
  verdict: z.enum(verdictStates).nullable(),
  size: z.int().nullable().describe('Entries of the log that it covered'),
  evidence: z.int().nullable().describe('The entry of the signed evidence'),
  error: z
    .object({ code: z.string(), reason: z.string(), params: z.record(z.string(), z.unknown()) })
    .nullable(),
  from: z.string().nullable().describe('Only what was decided from then on; null: everything'),
  to: z.string().nullable().describe('Only what was decided before then'),
  shadow: z
    .boolean()
    .describe('It is about decisions that had no effect; such a run is no verdict on a system'),
  people: z
    .boolean()
    .describe('It is about decisions that people made; such a run is no verdict on a system'),
  version: z
    .int()
    .nullable()
    .describe('The version of the declaration that it was made by; null before it began'),
});

const verdictSchema = runSchema.extend({
  verdict: z.enum(verdictStates).describe('What holds now: a pass in doubt is told as cannot-tell'),
  judged: z.enum(verdictStates).describe('What the audit found by the version in force'),
  approved: z.boolean().describe('Somebody else approved the version in force'),
  doubts: z
    .array(z.enum(verdictDoubts))
    .describe(
      'not-approved: nobody else approved the version; read-otherwise: a newer one, not approved, reads decisions otherwise; ' +
        'audit-failed: the newest audit of everything failed',
    ),
});

const types: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  junit: 'application/xml; charset=utf-8',
  sarif: 'application/sarif+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ll144: 'text/html; charset=utf-8',
};

/** A report is a whole page with its own style and no script, as it is when it is written to a file. */
const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-same-origin";

async function* watch(call: Call, system: string, id: string): AsyncGenerator<ServerEvent> {
  let told = '';
  while (!call.signal.aborted) {
    const run = await findRun(call.services, system, id);
    const now = JSON.stringify(run);
    if (now !== told) yield { event: 'audit', data: run };
    told = now;
    if (run.state === 'done' || run.state === 'failed') return;
    await new Promise((resolve) => setTimeout(resolve, watchMs));
  }
}

/** The signed envelope of a run. @throws OmbudError `OMBUD_E_NO_AUDIT` */
async function envelopeOf({ services }: Call, system: string, audit: string): Promise<string> {
  const { envelope } = await readOutput(services, system, audit);
  if (envelope === null) throw serverErrors.error('OMBUD_E_NO_AUDIT', 'not-signed', { id: audit });
  return envelope;
}

/** The routes of audits. */
export const auditsRoutes: readonly Route[] = [
  route({
    id: 'audit-ask',
    method: 'POST',
    path: '/api/v1/systems/{system}/audits',
    who: { roles: ['administrator', 'operator', 'auditor'], where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({
      atSize: z.int().min(1).optional().describe('Audit what was recorded up to this size'),
      sign: z.boolean().optional().describe('Sign the result and record it as evidence'),
      from: z.iso.datetime().optional().describe('Audit what was decided from then on'),
      to: z.iso.datetime().optional().describe('Audit what was decided before then'),
      shadow: z
        .boolean()
        .optional()
        .describe('Audit the decisions that had no effect, in place of the others'),
      people: z
        .boolean()
        .optional()
        .describe('Audit the decisions that people made, in place of the system’s'),
    }),
    gives: { kind: 'json', schema: runSchema, status: 202 },
    idempotent: true,
    handle: async ({ params, body }, call) => {
      const { atSize = null, sign = false, from = null, to = null, shadow = false, people = false } = body;
      const asked = { atSize, sign, from, to, shadow, people };
      return json(await askForAudit(call, params.system, asked), { status: 202 });
    },
  }),
  route({
    id: 'audits-list',
    method: 'GET',
    path: '/api/v1/systems/{system}/audits',
    who: { roles: readers, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: listOf(runSchema) },
    handle: async ({ params }, { services }) =>
      json({ items: await listRuns(services, params.system, mostListed) }),
  }),
  route({
    id: 'audit-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/audits/{audit}',
    who: { roles: readers, where: ['same-system'] },
    params: auditParams,
    gives: { kind: 'json', schema: runSchema },
    handle: async ({ params }, { services }) => json(await findRun(services, params.system, params.audit)),
  }),
  route({
    id: 'audit-watch',
    method: 'GET',
    path: '/api/v1/systems/{system}/audits/{audit}/events',
    who: { roles: readers, where: ['same-system'] },
    params: auditParams,
    gives: { kind: 'events', schema: runSchema },
    handle: async ({ params }, call) => {
      await findRun(call.services, params.system, params.audit);
      return events(watch(call, params.system, params.audit));
    },
  }),
  route({
    id: 'audit-report',
    method: 'GET',
    path: '/api/v1/systems/{system}/audits/{audit}/report',
    who: { roles: ['administrator', 'operator', 'auditor'], where: ['same-system'] },
    params: auditParams,
    query: z.strictObject({
      format: z
        .enum(formatNames as [ReportFormat])
        .default('json')
        .describe('As the command writes it'),
    }),
    gives: { kind: 'text', type: 'application/json; charset=utf-8' },
    handle: async ({ params, query }, { services, language }) => {
      const { result } = await readOutput(services, params.system, params.audit);
      const report = renderReport(JSON.parse(result) as Result, query.format, language);
      const headers = query.format === 'html' ? { 'content-security-policy': reportPolicy } : {};
      return text(types[query.format], report, { headers });
    },
  }),
  route({
    id: 'audit-evidence',
    method: 'GET',
    path: '/api/v1/systems/{system}/audits/{audit}/evidence',
    who: { roles: readers, where: ['same-system'] },
    params: auditParams,
    gives: { kind: 'text', type: 'application/vnd.dsse.envelope+json' },
    handle: async ({ params }, call) =>
      text('application/vnd.dsse.envelope+json', await envelopeOf(call, params.system, params.audit)),
  }),
  route({
    id: 'audit-evidence-page',
    method: 'GET',
    path: '/api/v1/systems/{system}/audits/{audit}/evidence/page',
    who: { roles: readers, where: ['same-system'] },
    params: auditParams,
    gives: { kind: 'text', type: types.html },
    handle: async ({ params }, call) => {
      const envelope = JSON.parse(await envelopeOf(call, params.system, params.audit)) as Envelope;
      const headers = { 'content-security-policy': reportPolicy };
      return text(types.html, pageOfEvidence(envelope, call.language), { headers });
    },
  }),
  route({
    id: 'verdict-read',
    method: 'GET',
    path: '/api/v1/systems/{system}/verdict',
    who: { roles: [...readers, 'recorder'], where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'json', schema: verdictSchema },
    handle: async ({ params }, { services }) => json(await toldVerdict(services, params.system)),
  }),
];
