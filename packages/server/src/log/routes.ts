/** The log: its head, receipts, tiles as static files, and what is new as it comes. */
import { checkReceipt } from '@ombud/app';
import {
  type DecisionQuery,
  findSubjects,
  follow,
  makeReceipt,
  openAttributes,
  openPayload,
  parseEntry,
  readCheckpoint,
  readDecisions,
  readTreeFile,
} from '@ombud/ledger';
import { formatVerifierKey } from '@ombud/tlog';
import { z } from 'zod';
import { doAct } from '../access/act.ts';
import { looksAt, recordLook } from '../access/looks.ts';
import { type Role, roles } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { events, forGood, json, type ServerEvent, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { eraseOld, erasePeople } from '../vault/vault.ts';

const everybody: readonly Role[] = roles;
const indexParam = z.coerce
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .describe('The entry of the log');

const headSchema = z.object({
  origin: z.string(),
  size: z.int(),
  root: z.string().describe('base64 of 32 bytes'),
  keys: z.array(z.string()).describe('Verifier keys: keep them apart from the server'),
});

const checkedSchema = z.object({
  index: z.int(),
  origin: z.string(),
  size: z.int(),
  entry: z.object({ kind: z.string(), recorded: z.string(), decided: z.string().nullable() }).nullable(),
  witnesses: z.array(z.string()),
});

const vkeys = ({ services }: Call): string[] => services.ledger.trust.all.map(formatVerifierKey);

async function* growth({ services, signal }: Call, from: number | undefined): AsyncGenerator<ServerEvent> {
  const asked = { signal, ...(from === undefined ? {} : { from }) };
  for await (const { entries, note } of follow(services.ledger, asked))
    yield { event: 'entries', data: { checkpoint: note, entries }, id: String(entries.at(-1)?.index ?? 0) };
}

const erasedSchema = z.object({
  entries: z.int(),
  recordedAt: z.array(z.int()),
  request: z.string(),
  evidence: z.array(z.int()),
});

/** Everything that is held about a person: what an access request is answered with. */
async function* personalLines(call: Call, indexes: readonly number[]): AsyncGenerator<string> {
  const { ledger } = call.services;
  for (const index of indexes) {
    const body = await ledger.store.readEntry(index);
    const entry = parseEntry(body);
    const payload = await ledger.store.readPayload(index);
    const attributes = await ledger.store.readAttributes(index);
    const line = {
      index,
      entry: JSON.parse(body) as unknown,
      payload: entry === null || payload === undefined ? null : openPayload(entry, payload),
      attributes:
        entry?.kind !== 'decision' || attributes === undefined ? null : openAttributes(entry, attributes),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

async function* exported(call: Call, query: DecisionQuery): AsyncGenerator<string> {
  const reading = await readDecisions(call.services.ledger, query);
  for await (const decision of reading.decisions) yield `${JSON.stringify(decision)}\n`;
}

/** The routes of the log. */
export const logRoutes: readonly Route[] = [
  route({
    id: 'log-head',
    method: 'GET',
    path: '/api/v1/log',
    who: { roles: everybody, scope: 'any' },
    gives: { kind: 'json', schema: headSchema },
    handle: async (_, call) => {
      const { checkpoint } = await readCheckpoint(call.services.ledger);
      return json({
        origin: checkpoint.origin,
        size: checkpoint.size,
        root: Buffer.from(checkpoint.root).toString('base64'),
        keys: vkeys(call),
      });
    },
  }),
  route({
    id: 'log-checkpoint',
    method: 'GET',
    path: '/log/checkpoint',
    who: { roles: everybody, scope: 'any' },
    gives: { kind: 'text', type: 'text/plain; charset=utf-8' },
    handle: async (_, { services }) =>
      text('text/plain; charset=utf-8', (await readCheckpoint(services.ledger)).note),
  }),
  route({
    id: 'log-tile',
    method: 'GET',
    path: '/log/tile/{path+}',
    who: { roles: everybody, scope: 'any' },
    params: z.strictObject({
      path: z.string().max(200).describe('As C2SP tlog-tiles names tiles and bundles'),
    }),
    gives: { kind: 'text', type: 'application/octet-stream' },
    handle: async ({ params }, { services }) => {
      const bytes = await readTreeFile(services.ledger, `tile/${params.path}`);
      if (bytes === null) throw serverErrors.error('OMBUD_E_NO_TILE', 'beyond-end', { path: params.path });
      return text('application/octet-stream', new Uint8Array(bytes), { headers: forGood });
    },
  }),
  route({
    id: 'log-entry',
    method: 'GET',
    path: '/api/v1/log/entries/{index}',
    who: { roles: everybody, scope: 'any' },
    params: z.strictObject({ index: indexParam }),
    gives: { kind: 'json', schema: z.record(z.string(), z.unknown()) },
    handle: async ({ params }, { services }) =>
      json(JSON.parse(await services.ledger.store.readEntry(params.index))),
  }),
  route({
    id: 'log-receipt',
    method: 'GET',
    path: '/api/v1/log/entries/{index}/receipt',
    who: { roles: everybody, scope: 'any' },
    params: z.strictObject({ index: indexParam }),
    gives: { kind: 'text', type: 'text/plain; charset=utf-8' },
    handle: async ({ params }, { services }) =>
      text('text/plain; charset=utf-8', await makeReceipt(services.ledger, params.index)),
  }),
  route({
    id: 'receipt-check',
    method: 'POST',
    path: '/api/v1/receipts/check',
    who: { public: true },
    takes: 'text',
    body: z.string().min(1).max(64_000).describe('A receipt as it was given'),
    bodyLimit: 128 * 1024,
    gives: { kind: 'json', schema: checkedSchema },
    perMinute: 60,
    handle: async ({ body }, call) => {
      const { index, origin, size, entry, witnesses } = await checkReceipt({
        receipt: body,
        keys: vkeys(call),
      });
      return json({ index, origin, size, entry, witnesses });
    },
  }),
  route({
    id: 'log-follow',
    method: 'GET',
    path: '/api/v1/log/follow',
    who: { roles: ['administrator', 'operator', 'auditor'] },
    query: z.strictObject({ from: indexParam.optional() }),
    gives: { kind: 'events', schema: z.object({ checkpoint: z.string(), entries: z.array(z.unknown()) }) },
    handle: async ({ query }, call) => events(growth(call, query.from)),
  }),
  route({
    id: 'person-erase',
    method: 'POST',
    path: '/api/v1/erasures',
    who: { roles: ['clerk'] },
    body: z.strictObject({
      subjects: z
        .array(z.string().min(1).max(1000))
        .min(1)
        .max(1000)
        .optional()
        .describe('Pseudonyms as they were recorded'),
      olderThanDays: z
        .number()
        .min(0)
        .max(100_000)
        .optional()
        .describe('In place of people: everybody whose decision is older than so many days'),
      request: z.string().min(1).max(20_000).optional().describe('What was asked, as it was received'),
    }),
    gives: { kind: 'json', schema: erasedSchema },
    handle: async ({ body }, { services }) => {
      const { subjects, olderThanDays, request } = body;
      if ((subjects === undefined) === (olderThanDays === undefined))
        throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'subjects-or-age', { path: 'body' });
      return json(
        subjects === undefined
          ? await eraseOld(services, olderThanDays ?? 0, request)
          : await erasePeople(services, subjects, request),
      );
    },
  }),
  route({
    id: 'person-access',
    method: 'POST',
    path: '/api/v1/access',
    who: { roles: ['clerk'] },
    body: z.strictObject({
      subject: z.string().min(1).max(1000).describe('The person, as a pseudonym'),
      why: z.string().min(3).max(500).describe('Why: the person can read it'),
    }),
    gives: { kind: 'text', type: 'application/x-ndjson' },
    handle: async ({ body }, call) => {
      const { writer, ledger } = call.services;
      const indexes = await findSubjects(writer, [body.subject]);
      if (indexes.length === 0)
        throw serverErrors.error('OMBUD_E_NO_DECISION', 'nobody', { subject: body.subject });
      const looks = await looksAt(call.services, indexes);
      for (const index of indexes) {
        const entry = parseEntry(await ledger.store.readEntry(index));
        if (entry?.kind === 'decision')
          await recordLook(call.services, call.who, {
            system: entry.system,
            about: [index],
            parts: ['payload', 'attributes'],
            why: body.why,
          });
      }
      async function* lines(): AsyncGenerator<string> {
        yield* personalLines(call, indexes);
        yield `${JSON.stringify({ looks })}\n`;
      }
      return { kind: 'lines', type: 'application/x-ndjson', lines: lines() };
    },
  }),
  route({
    id: 'system-export',
    method: 'POST',
    path: '/api/v1/systems/{system}/export',
    who: { roles: ['auditor'], where: ['same-system'] },
    params: systemParams,
    body: z.strictObject({
      why: z.string().min(3).max(500).describe('Why: it is recorded'),
      shadow: z.boolean().optional().describe('The decisions that had no effect, in place of the others'),
      people: z.boolean().optional().describe('The decisions that people made, in place of the system’s'),
    }),
    gives: { kind: 'text', type: 'application/x-ndjson' },
    handle: async ({ params: { system }, body: { why, shadow, people } }, call) => {
      const only = (asked = false) => (asked ? 'only' : 'without');
      const query = { system, shadow: only(shadow), people: only(people) } as const;
      // Everybody is looked at: one entry about the system stands for all of them.
      await doAct(call.services, call.who, { act: 'exported', system, details: { why } }, async () => {});
      return { kind: 'lines', type: 'application/x-ndjson', lines: exported(call, query) };
    },
  }),
];
