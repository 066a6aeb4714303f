/** A server in the test's own process, on an empty folder, with an administrator and whoever a test needs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeAccount } from '../src/access/accounts.ts';
import { makeKey } from '../src/access/keys.ts';
import type { Role } from '../src/access/roles.ts';
import { beginSession } from '../src/access/sessions.ts';
import { type Running, type ServeOptions, serve } from '../src/index.ts';

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Receivers of the tests stand on this machine, where no message goes that nobody declared. */
function declareReceivers(folder: string): string {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ outgoing: { allow: ['127.0.0.1'] } }));
  return folder;
}

/** Starts a server; it is closed when the test ends. */
export async function startServer(options: Partial<ServeOptions> = {}): Promise<Running> {
  const running = await serve({
    folder: options.folder ?? declareReceivers(temporaryFolder()),
    host: '127.0.0.1',
    port: 0,
    withoutLimits: true,
    log: (event, details) => process.stderr.write(`${event} ${JSON.stringify(details)}\n`),
    ...options,
  });
  onTestFinished(() => running.close());
  return running;
}

/** Somebody who asks: a fetch with their key. */
export type Asker = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Response>;

const nobody = { kind: 'anonymous' as const };

/** Asks as whoever the headers say. */
export const askerOf =
  (url: string, own: Record<string, string> = {}): Asker =>
  (method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined
          ? {}
          : { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' }),
        ...own,
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

/** A new key of a role. */
export async function keyTextOf(
  { services }: Running,
  role: Role,
  system: string | null = null,
): Promise<string> {
  const by = { kind: 'key' as const, id: 'test', name: 'test', grants: [] };
  return (await makeKey(services, by, { name: role, role, system, expires: null })).key;
}

/** Asks with a new key of a role. */
export const keyOf = async (running: Running, role: Role, system: string | null = null): Promise<Asker> =>
  askerOf(running.url, { authorization: `Bearer ${await keyTextOf(running, role, system)}` });

let accounts = 0;

/** The password of every account of `personOf`. */
export const personPassword = 'correct horse battery staple';

/** A new account with a role, and the cookie of its session. */
export async function personOf(
  { services }: Running,
  role: Role,
  system: string | null = null,
): Promise<{ readonly id: string; readonly name: string; readonly cookie: string }> {
  accounts += 1;
  const name = `person-${accounts}`;
  const id = await makeAccount(services, nobody, {
    name,
    password: personPassword,
    grants: [{ role, system }],
  });
  const { token } = await beginSession(services, id, false);
  return { id, name, cookie: `ombud-session=${token}` };
}
export { decisions, loans } from './declarations.ts';

/** Waits until something holds; the time of the test ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}
