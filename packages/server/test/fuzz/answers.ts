/** Asks an application without a socket, and judges what it answers. */
import type { Hono } from 'hono';
import type { Role } from '../../src/access/roles.ts';
import type { Route } from '../../src/http/route.ts';
import type { Asked } from './requests.ts';

/** Somebody who asks, and how. */
export interface Asker {
  readonly role: Role | null;
  readonly how: 'nobody' | 'key' | 'session';
  readonly headers: Readonly<Record<string, string>>;
}

/** What an answer was. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** As the adapter of Node hands a request over. */
const bindings = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };

async function answerOf(app: Hono, request: Request): Promise<Answered> {
  const response = await app.fetch(request, bindings);
  const type = response.headers.get('content-type') ?? '';
  // Streams do not end by themselves.
  if (!type.includes('event-stream')) return { status: response.status, type, text: await response.text() };
  await response.body?.cancel();
  return { status: response.status, type, text: '' };
}

/** Asks; null where it hangs. */
export async function ask(
  app: Hono,
  method: string,
  asker: Asker,
  { path, body, headers }: Asked,
  hangMs: number,
): Promise<Answered | null> {
  const isText = headers['content-type']?.startsWith('text/') === true;
  const request = new Request(`http://127.0.0.1${path}`, {
    method,
    headers: { host: '127.0.0.1', ...headers, ...asker.headers },
    ...(body === undefined || method === 'GET' ? {} : { body: isText ? String(body) : JSON.stringify(body) }),
  });
  let timer: NodeJS.Timeout | undefined;
  const hangs = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), hangMs);
  });
  try {
    return await Promise.race([answerOf(app, request), hangs]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a role may use a route. */
export const allows = ({ who }: Route, role: Role | null): boolean =>
  'public' in who || (role !== null && who.roles.includes(role));

/** What is wrong with an answer; null where nothing is. */
export function wrongWith(route: Route, role: Role | null, { status, type, text }: Answered): string | null {
  if (status >= 500) return 'a fault';
  // An empty part, or one of dots, makes it another address.
  const isElsewhere = status === 404 && text.includes('"code":"OMBUD_E_HTTP_NO_ROUTE"');
  if (!allows(route, role) && !isElsewhere && status !== (role === null ? 401 : 403))
    return 'was not refused';
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return 'is no problem+json';
    return /"code":"OMBUD_E_[A-Z_]+"/.test(text) ? null : 'has no code';
  }
  const { gives } = route;
  if (gives.kind !== 'json') return null;
  const { error } = gives.schema.safeParse(JSON.parse(text));
  return error === undefined ? null : `is not as documented: ${error.message.slice(0, 300)}`;
}
