/** The routes as one application: every request goes the same way, whatever route it is for. */
import { randomUUID } from 'node:crypto';
import { chooseLanguage, english, type Language } from '@ombud/words';
import { Hono, type Context as HonoContext } from 'hono';
import { streamSSE } from 'hono/streaming';
import { identify } from '../access/identify.ts';
import { problemPage } from '../console/problem-page.tsx';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { limitBody } from './body-limit.ts';
import type { Call } from './call.ts';
import { type Asked, askedOf, requireHost, requireOwnForm } from './forgery.ts';
import { requireRelation, requireRole } from './guard.ts';
import { pagePolicy, securityHeaders } from './headers.ts';
import type { Limiter } from './limits.ts';
import { countRequest, countSeconds } from './metrics.ts';
import { inputOf, membersOf, readBody } from './parse.ts';
import { asOmbudError, problemOf } from './problem.ts';
import type { Reply } from './reply.ts';
import { type HeaderOf, headerOf } from './request-headers.ts';
import type { Route } from './route.ts';
import { traceRequest } from './tracing.ts';
import { type Turns, turns } from './turns.ts';

const usualBody = 1024 * 1024;
const mostKey = 255;
const pingMs = 15_000;

/** What an application is made of. */
export interface Assembly {
  readonly services: Services;
  readonly routes: readonly Route[];
  readonly limiter: Limiter;
}

/** `/systems/{system}` as Hono writes it. */
const honoPath = (path: string): string =>
  path.replaceAll(/\{(\w+)\+\}/g, ':$1{.+}').replaceAll(/\{(\w+)\}/g, ':$1');

/** A path without parameters is meant by whoever asks for it, also where another path could take it for a parameter. */
const isFixed = ({ path }: Route): boolean => !path.includes('{');

/** The application, for whatever serves it. */
export function assemble(assembly: Assembly): Hono {
  const { services, routes } = assembly;
  const app = new Hono({ strict: true });
  const inTurn = turns();
  addRoutes(app, routes.filter(isFixed), assembly, inTurn);
  addRoutes(
    app,
    routes.filter((route) => !isFixed(route)),
    assembly,
    inTurn,
  );
  app.notFound((context) =>
    refuse(context, serverErrors.error('OMBUD_E_HTTP_NO_ROUTE', 'path'), services, null),
  );
  app.onError((error, context) => refuse(context, error, services, null));
  return app;
}

/** The routes, and for each of their paths a refusal of every other method. */
function addRoutes(
  app: Hono,
  routes: readonly Route[],
  { services, limiter }: Assembly,
  inTurn: Turns,
): void {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method]);
    const limit = limitBody(route.bodyLimit ?? usualBody);
    app.on(route.method, honoPath(route.path), limit, (context) =>
      traceRequest(route, headerOf(context), () => answer(context, route, { services, limiter, inTurn })),
    );
  }
  for (const [path, allowed] of methods)
    app.all(honoPath(path), () => {
      throw serverErrors.error('OMBUD_E_HTTP_NO_ROUTE', 'method', { methods: allowed });
    });
}

const languageOf = (header: HeaderOf): Language => {
  const wanted = (header('accept-language') ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  for (const tag of wanted) {
    const found = tag === undefined || tag === '' ? null : chooseLanguage(tag);
    if (found !== null) return found;
  }
  return english;
};

interface Answering extends Pick<Assembly, 'services' | 'limiter'> {
  readonly inTurn: Turns;
}

async function answer(
  context: HonoContext,
  route: Route,
  { services, limiter, inTurn }: Answering,
): Promise<Response> {
  const asked = askedOf(context, services);
  const began = performance.now();
  try {
    requireHost(asked, services);
    const who = await identify(asked, services);
    await limiter.take(route, who, asked.address);
    const params = context.req.param();
    requireRole(route, params, who);
    const { body, token } = await readBody(route, context.req.raw, asked.header);
    requireOwnForm(asked, route, who, token, services);
    const input = inputOf(route, { params, query: queryOf(context.req.url), body });
    const call: Call = {
      services,
      who,
      language: languageOf(asked.header),
      requestId: requestIdOf(context),
      idempotencyKey: idempotencyKeyOf(asked.header, route),
      get formToken() {
        return asked.formToken;
      },
      origin: asked.origin,
      address: asked.address,
      isSecure: asked.isSecure,
      agent: asked.header('user-agent') ?? '',
      cookie: asked.cookie,
      get signal() {
        return AbortSignal.any([context.req.raw.signal, services.stopping]);
      },
    };
    await requireRelation(route, input, call);
    const handle = () => route.handle(input, call);
    // Who is known is limited by their key or account; a browser without one has nothing but its address.
    const reply = await (who.kind === 'anonymous' ? inTurn.take(asked.address, handle) : handle());
    countRequest(route.id, reply.status ?? 200);
    return respond(context, reply, asked);
  } catch (error) {
    return refuse(context, error, services, route);
  } finally {
    countSeconds(route.id, (performance.now() - began) / 1000);
  }
}

/** Most requests have no query. */
const queryOf = (url: string): Record<string, unknown> =>
  url.includes('?') ? membersOf(new URL(url).searchParams) : {};

function idempotencyKeyOf(header: HeaderOf, route: Route): string | null {
  const key = route.idempotent === true ? header('idempotency-key') : undefined;
  if (key === undefined) return null;
  if (key.length < 1 || key.length > mostKey)
    throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'idempotency-key', {
      path: 'Idempotency-Key',
      most: mostKey,
    });
  return key;
}

const ids = new WeakMap<Request, string>();

function requestIdOf(context: HonoContext): string {
  const { raw } = context.req;
  const known = ids.get(raw) ?? randomUUID();
  ids.set(raw, known);
  return known;
}

type Head = Record<string, string>;

/** Headers with more than one of a name, where there are cookies; else as they are, which is quicker to write. */
function withCookies(head: Head, cookies: readonly string[]): Head | Headers {
  if (cookies.length === 0) return head;
  const headers = new Headers(head);
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return headers;
}

function respond(context: HonoContext, reply: Reply, asked: Asked): Response | Promise<Response> {
  const head: Head = {
    ...securityHeaders(asked.isSecure),
    'x-request-id': requestIdOf(context),
    ...reply.headers,
  };
  const cookies = [...asked.newCookies, ...(reply.cookies ?? [])];
  const status = reply.status ?? (reply.kind === 'none' ? 204 : 200);
  const answered = (body: string | Uint8Array<ArrayBuffer> | ReadableStream | null, more: Head) =>
    new Response(body, { status, headers: withCookies({ ...head, ...more }, cookies) });
  switch (reply.kind) {
    case 'none':
      return answered(null, {});
    case 'json':
      return answered(JSON.stringify(reply.value), { 'content-type': 'application/json; charset=utf-8' });
    case 'text':
      return answered(reply.text, { 'content-type': reply.type });
    case 'page':
      return answered(reply.html, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy(reply.html),
      });
    case 'lines':
      return answered(streamOf(reply.lines), { 'content-type': reply.type });
    case 'events':
      for (const [name, value] of Object.entries(head)) context.header(name, value);
      for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
      context.header('x-accel-buffering', 'no');
      return streamSSE(context, async (stream) => {
        const ping = setInterval(() => void stream.write(': \n\n'), pingMs);
        try {
          for await (const { event, data, id } of reply.events) {
            if (stream.aborted) return;
            await stream.writeSSE({ event, data: JSON.stringify(data), ...(id === undefined ? {} : { id }) });
          }
        } finally {
          clearInterval(ping);
        }
      });
  }
}

/** Lines as bytes, drawn as fast as the reader takes them. */
function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** Who is told of an error, for the frame of its page; a request that is not what it seems is nobody's. */
async function askerOf(
  context: HonoContext,
  services: Services,
): Promise<Pick<Call, 'who' | 'formToken'> | null> {
  const asked = askedOf(context, services);
  const who = await identify(asked, services).catch(() => null);
  return who === null ? null : { who, formToken: asked.formToken };
}

/** What is away or held for a moment is asked again no sooner. */
const laterSeconds = 5;

/** An error as a problem, or as a page for whoever asked for a page. */
async function refuse(
  context: HonoContext,
  thrown: unknown,
  services: Services,
  route: Route | null,
): Promise<Response> {
  const error = asOmbudError(thrown);
  const header = headerOf(context);
  const language = languageOf(header);
  const problem = problemOf(error, services.ledger.origin, language, requestIdOf(context));
  if (error.kind === 'fault')
    services.log('fault', {
      request: problem.requestId,
      error: String((error.cause instanceof Error ? error.cause.stack : error.message) ?? ''),
    });
  countRequest(route?.id ?? 'none', problem.status);
  const headers = new Headers(securityHeaders(false));
  headers.set('x-request-id', problem.requestId);
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  const { seconds, methods } = error.params;
  if (typeof seconds === 'number') headers.set('retry-after', String(seconds));
  else if (problem.status === 503) headers.set('retry-after', String(laterSeconds));
  if (Array.isArray(methods)) headers.set('allow', methods.join(', '));
  const isPage =
    route?.gives.kind === 'page' ||
    route?.takes === 'form' ||
    (route === null && (header('accept') ?? '').includes('text/html'));
  if (isPage && problem.status === 401 && context.req.method === 'GET')
    return new Response(null, { status: 303, headers: { location: '/login' } });
  if (isPage) {
    const html = `<!doctype html>${problemPage(problem, language, services, await askerOf(context, services))}`;
    headers.set('content-type', 'text/html; charset=utf-8');
    headers.set('content-security-policy', pagePolicy(html));
    return new Response(html, { status: problem.status, headers });
  }
  headers.set('content-type', 'application/problem+json');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
