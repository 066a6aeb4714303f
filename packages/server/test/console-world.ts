/** A server with something to see on each page: two versions, a few hundred decisions, audits, keys and people. */
import type { launchBrowser } from '@ombud/testing';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { makeKey } from '../src/access/keys.ts';
import type { Role } from '../src/access/roles.ts';
import { type Asker, decisions, keyOf, loans, personOf, startServer } from './world.ts';

/** Waits for an audit to end. */
export async function auditEnded(ask: Asker, path: string): Promise<{ readonly state: string }> {
  for (;;) {
    const run = (await (await ask('GET', path)).json()) as { state: string };
    if (run.state === 'done' || run.state === 'failed') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function audited(operator: Asker): Promise<string> {
  const asked = await operator('POST', '/api/v1/systems/loans/audits', { sign: true });
  const { id } = (await asked.json()) as { id: string };
  await auditEnded(operator, `/api/v1/systems/loans/audits/${id}`);
  return id;
}

/** The server, and what its pages are about. */
export async function consoleWorld() {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  const recorder = await keyOf(running, 'recorder', 'loans');
  const auditor = await keyOf(running, 'auditor');
  const document = { ...loans, title: 'Small loans', purpose: 'Decide whether to offer a small loan' };
  await operator('PUT', '/api/v1/systems/loans', document);
  await operator('PUT', '/api/v1/systems/loans', { ...document, purpose: 'Decide whether to offer a loan' });
  await auditor('POST', '/api/v1/systems/loans/versions/2/approval');
  const batch = '/api/v1/systems/loans/decisions/batch';
  let audit = '';
  for (const [from, n] of [
    [0, 300],
    [300, 500],
    [800, 900],
  ] as const) {
    await recorder('POST', batch, { decisions: decisions(n, from) });
    audit = await audited(operator);
  }
  const administrator = await personOf(running, 'administrator');
  const person = {
    kind: 'account',
    id: administrator.id,
    name: administrator.name,
    grants: [],
    session: '',
  } as const;
  await makeKey(running.services, person, {
    name: 'scoring',
    role: 'recorder',
    system: 'loans',
    expires: null,
  });
  return { running, operator, audit, administrator };
}

type World = Awaited<ReturnType<typeof consoleWorld>>;

/** A browser in which somebody with a role is logged in. */
export async function browserOf(
  browser: NonNullable<Awaited<ReturnType<typeof launchBrowser>>>,
  { running }: Pick<World, 'running'>,
  role: Role,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: running.url, ...options });
  const [name = '', value = ''] = (await personOf(running, role)).cookie.split('=');
  await context.addCookies([{ name, value, url: running.url }]);
  return context;
}
