/** Logging in at a real OpenID provider, started here: who has a group gets its role, and nobody else gets in. */

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { expect, onTestFinished, test } from 'vitest';
import { startServer, temporaryFolder } from '../../test/world.ts';
import { listAccounts } from './accounts.ts';

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

/** A provider whose people have the groups that the test says now. */
async function startProvider(callback: () => string, groups: () => readonly string[]): Promise<string> {
  let provider: Provider | null = null;
  const server = createServer((request, response) => provider?.callback()(request, response));
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  onTestFinished(() => void server.close());
  provider = new Provider(issuer, {
    clients: [{ client_id: 'ombud', client_secret: 'a-secret-of-the-test', redirect_uris: [callback()] }],
    claims: { openid: ['sub'], email: ['email'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@example.org`, groups: [...groups()] }),
    }),
  });
  return issuer;
}

/** Follows redirects and the provider's own two forms, with one jar of cookies for each host. */
async function walk(start: string, login: string): Promise<Response> {
  const jar = new Map<string, Map<string, string>>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const { host } = new URL(url);
    const cookies = jar.get(host) ?? new Map<string, string>();
    jar.set(host, cookies);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let response = await ask(start);
  let url = start;
  for (let steps = 0; steps < 20; steps++) {
    const next = response.headers.get('location');
    if (next !== null) {
      url = new URL(next, url).href;
      response = await ask(url);
      continue;
    }
    if (new URL(url).pathname.startsWith('/interaction/')) {
      const html = await response.text();
      const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
      url = new URL(action, url).href;
      response = await ask(url, { prompt, login, password: 'anything' });
      continue;
    }
    if (response.headers.has('refresh')) return ask(new URL('/', url).href);
    return response;
  }
  return response;
}

test('a group gives its role, loses it again, and a group without one gets nobody in', async () => {
  let groups: readonly string[] = ['audit-team'];
  const folder = temporaryFolder();
  // The address must be known to the provider before the server starts on it.
  const probe = createServer();
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  const url = `http://127.0.0.1:${port}`;
  const issuer = await startProvider(
    () => `${url}/login/provider/end`,
    () => groups,
  );
  const oidc = {
    issuer,
    clientId: 'ombud',
    clientSecret: 'a-secret-of-the-test',
    grants: [
      { group: 'audit-team', role: 'auditor' },
      { group: 'loan-clerks', role: 'clerk', system: 'loans' },
    ],
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ oidc }));
  const { services } = await startServer({ folder, port });
  expect(await (await fetch(`${url}/login`)).text()).toContain('/login/provider');

  const home = await walk(`${url}/login/provider`, 'ada');
  expect(home.status).toBe(200);
  expect(await home.text()).toContain('ada@example.org');
  expect(await listAccounts(services)).toMatchObject([{ grants: [{ role: 'auditor', system: null }] }]);

  groups = ['loan-clerks', 'choir'];
  expect((await walk(`${url}/login/provider`, 'ada')).status).toBe(200);
  expect(await listAccounts(services)).toMatchObject([{ grants: [{ role: 'clerk', system: 'loans' }] }]);

  groups = ['choir'];
  expect((await walk(`${url}/login/provider`, 'eve')).status).toBe(403);
  expect(await listAccounts(services)).toHaveLength(1);
  expect((await fetch(`${url}/login/provider/end?code=x&state=y`)).status).toBe(403);
});
