/** Whether it lives, whether it can work, its numbers, and what it can do. */
import { countOutbox, watchTables } from '@ombud/app';
import { readCheckpoint } from '@ombud/ledger';
import type { Language } from '@ombud/words';
import { z } from 'zod';
import { metricsText, type Standing } from '../http/metrics.ts';
import { openApi } from '../http/openapi.ts';
import { json, page, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { apiPage } from './api-page.tsx';

const stateSchema = z.object({ state: z.literal('ok') });

async function standingOf({ ledger, state }: Services): Promise<Standing> {
  const { size } = await ledger.store.readLog();
  const breakers = await state
    .of(watchTables)
    .selectFrom('watch_breakers')
    .select((eb) => eb.fn.countAll<number | string>().as('n'))
    .where('position', '!=', 'closed')
    .executeTakeFirstOrThrow();
  return { entries: size, stopped: Number(breakers.n), messages: await countOutbox(state) };
}

const documents = new Map<string, string>();

/** The document is the same for as long as the process lives. */
function documentIn(language: Language, routes: () => readonly Route[]): string {
  const made = documents.get(language.tag) ?? JSON.stringify(openApi(routes(), language));
  documents.set(language.tag, made);
  return made;
}

/**
 * The routes for whoever operates or uses the server.
 * @param routes gives every route of the server, for the document of them
 */
export const operationsRoutes = (routes: () => readonly Route[]): readonly Route[] => [
  route({
    id: 'health',
    method: 'GET',
    path: '/healthz',
    who: { public: true },
    gives: { kind: 'json', schema: stateSchema },
    handle: async () => json({ state: 'ok' }),
  }),
  route({
    id: 'ready',
    method: 'GET',
    path: '/readyz',
    who: { public: true },
    gives: { kind: 'json', schema: stateSchema },
    handle: async (_, { services }) => {
      await readCheckpoint(services.ledger);
      return json({ state: 'ok' });
    },
  }),
  route({
    id: 'metrics',
    method: 'GET',
    path: '/metrics',
    who: { roles: ['administrator', 'operator', 'viewer'] },
    gives: { kind: 'text', type: 'text/plain; version=0.0.4; charset=utf-8' },
    handle: async (_, { services }) => {
      const metrics = await metricsText(await standingOf(services));
      return text(metrics.type, metrics.text);
    },
  }),
  route({
    id: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    who: { public: true },
    gives: { kind: 'json', schema: z.record(z.string(), z.unknown()) },
    handle: async (_, { language }) => text('application/json; charset=utf-8', documentIn(language, routes)),
  }),
  route({
    id: 'api-page',
    method: 'GET',
    path: '/api',
    who: { public: true },
    gives: { kind: 'page' },
    handle: async (_, call) => page(apiPage(routes(), call)),
  }),
];
