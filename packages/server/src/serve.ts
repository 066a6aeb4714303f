/** Opens the place, starts, and stops without losing anything. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { openState } from '@ombud/app';
import { openWriter, type Writer } from '@ombud/ledger';
import { hasAdministrator } from './access/accounts.ts';
import { inviteFirst } from './access/invitations.ts';
import { capabilities, routes } from './capabilities.ts';
import { serverErrors } from './errors.ts';
import { assemble } from './http/assemble.ts';
import { limiterOf, unlimited } from './http/limits.ts';
import { runnerOf } from './jobs/runner.ts';
import { openPlace, type Place } from './place/place.ts';
import type { Services } from './services.ts';

/** How a server is started. */
export interface ServeOptions {
  readonly folder: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly log?: Services['log'];
  /** No limits of how often: for tests that ask as fast as they can. */
  readonly withoutLimits?: boolean;
  /** Nothing goes on by itself: for tests that look at what one request leaves behind. */
  readonly withoutJobs?: boolean;
  /** Milliseconds since 1970; the machine's where left out. */
  readonly now?: () => number;
}

/** A server that runs. */
export interface Running {
  readonly url: string;
  /** Where the first administrator makes an account, once; null where there is one. */
  readonly invitation: string | null;
  readonly services: Services;
  /** Answers what was asked, lets jobs end, closes the ledger. */
  close(): Promise<void>;
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const graceMs = 10_000;
const closeIdleMs = 50;
/** Turns of the event loop in which a connection is taken, and what it brought is read. */
const turnsToRead = 8;
const requestMs = 60_000;
const headersMs = 15_000;
/** Longer than the proxies before it keep a connection: whoever closes first must not be the one who is about to be asked. */
const keepAliveMs = 75_000;

/**
 * Starts a server on a folder; an empty one becomes a place in under a second.
 * @throws OmbudError `OMBUD_E_SERVE` where others could reach it and it is not safe yet, or what the ledger says
 * @example const { url, invitation, close } = await serve({ folder: './ombud', host: '127.0.0.1', port: 8443 });
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const place = await openPlace(options.folder);
  const writer = await openWriter(place.location, options.now === undefined ? {} : { now: options.now });
  try {
    return await serveOver(place, writer, options);
  } catch (error) {
    await writer.close();
    throw error;
  }
}

async function serveOver(place: Place, writer: Writer, options: ServeOptions): Promise<Running> {
  const { host, port, log = () => {}, now = Date.now } = options;
  const stop = new AbortController();
  const state = await openState(writer, [...new Set(capabilities.flatMap((one) => one.state ?? []))]);
  const runner = runnerOf(capabilities.flatMap((one) => one.jobs ?? []));
  const services: Services = {
    place,
    writer,
    ledger: writer.ledger,
    state,
    context: { now, randomBytes, progress: () => {}, writer, signal: stop.signal },
    navigation: capabilities.flatMap((one) => one.navigation ?? []),
    kick: runner.kick,
    stopping: stop.signal,
    log,
  };
  const ready = await hasAdministrator(services);
  requireSafe(place, host, ready);
  const limiter = options.withoutLimits === true ? unlimited : limiterOf();
  const app = assemble({ services, routes, limiter });
  const server = await listenerOf(app.fetch, place);
  await listen(server, host, port);
  const url = urlOf(server, place, host);
  const invitation = ready ? null : `${url}/setup?token=${await inviteFirst(services)}`;
  if (options.withoutJobs !== true) runner.start(services);
  return {
    url,
    invitation,
    services,
    close: async () => {
      stop.abort();
      await closeServer(server);
      await runner.stop();
      await writer.close();
    },
  };
}

/** Others may reach it only where somebody administers it and nobody on the way can read along. */
function requireSafe({ settings }: Place, host: string, hasAdministrator: boolean): void {
  if (loopback.has(host)) return;
  if (!hasAdministrator) throw serverErrors.error('OMBUD_E_SERVE', 'no-administrator', { host });
  if (settings.tls === undefined && settings.trustedProxy !== true)
    throw serverErrors.error('OMBUD_E_SERVE', 'no-tls', { host });
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

async function listenerOf(fetch: Fetch, { settings: { tls } }: Place): Promise<Server> {
  const server =
    tls === undefined
      ? createAdaptorServer({ fetch })
      : createAdaptorServer({
          fetch,
          createServer,
          serverOptions: { cert: await readFile(tls.certificate), key: await readFile(tls.key) },
        });
  const plain = server as Server;
  plain.requestTimeout = requestMs;
  plain.headersTimeout = headersMs;
  plain.keepAliveTimeout = keepAliveMs;
  return plain;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(serverErrors.error('OMBUD_E_SERVE_LISTEN', 'cannot-listen', { host, port }, { cause }));
    });
    server.listen(port, host, () => resolve());
  });
}

function urlOf(server: Server, { settings }: Place, host: string): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const scheme = settings.tls === undefined ? 'http' : 'https';
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Requests under way are answered; connections that idle, now or once they are answered, are closed, and what hangs is cut
 * after a while. Whoever goes on asking on an open connection is answered and told that it closes: else a busy client would
 * keep it open until it is cut, with a decision recorded and not answered.
 */
async function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.setHeader('connection', 'close');
  });
  // What has arrived and was not read yet, because the process was busy, is a request too.
  for (let turn = 0; turn < turnsToRead; turn++) await new Promise((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    const closing = setInterval(() => server.closeIdleConnections(), closeIdleMs);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(closing);
      resolve();
    });
    server.closeIdleConnections();
  });
}
