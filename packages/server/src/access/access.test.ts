/** Who one is: passwords, sessions, second factors, keys; and that nothing of it can be guessed, reused or forged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@ombud/testing';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { askerOf, keyOf, personOf, startServer, temporaryFolder } from '../../test/world.ts';
import { routes } from '../capabilities.ts';
import { limiterOf } from '../http/limits.ts';
import { changeAccount, grantsOf, makeAccount } from './accounts.ts';
import { doAct } from './act.ts';
import { enrol, newSecret } from './second-factor.ts';
import { hashPassword, isPassword, openText, requirePassword, sealText } from './secrets.ts';

const password = 'correct horse battery staple';

/** A form of a page, as a browser sends it: with the cookies and the token that the page gave. */
async function browser(url: string) {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const get = async (path: string) =>
    keep(await fetch(`${url}${path}`, { redirect: 'manual', headers: { cookie: cookie() } }));
  const send = async (page: string, action: string, fields: Record<string, string>) => {
    const html = await (await get(page)).text();
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const body = new URLSearchParams({ token, ...fields });
    return keep(
      await fetch(`${url}${action}`, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { cookie: cookie() },
      }),
    );
  };
  return { get, send, jar };
}

const logIn = async (url: string, name: string, given = password) => {
  const page = await browser(url);
  const answer = await page.send('/login', '/login', { name, password: given });
  return { ...page, answer };
};

test('a password is kept as argon2id, and only it opens', async () => {
  const stored = await hashPassword(password);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(password, stored)).toBe(true);
  expect(await isPassword(`${password}!`, stored)).toBe(false);
  expect(await isPassword(password, null)).toBe(false);
  expect(await hashPassword(password)).not.toBe(stored);
  for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'password123456', 'ada-lovelace-1815'])
    expect(() => requirePassword(weak, 'ada')).toThrow();
  expect(() => requirePassword(password, 'ada')).not.toThrow();
});

test('what is sealed opens with the same secret and purpose alone', () => {
  const secret = Buffer.alloc(32, 7);
  const sealed = sealText(secret, 'totp', 'JBSWY3DPEHPK3PXP');
  expect(sealed).not.toContain('JBSWY3');
  expect(openText(secret, 'totp', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(() => openText(secret, 'vault', sealed)).toThrow();
  expect(() =>
    openText(secret, 'totp', Buffer.from(sealed, 'base64url').subarray(0, 20).toString('base64url')),
  ).toThrow();
  expect(() => openText(Buffer.alloc(32, 8), 'totp', sealed)).toThrow();
});

test('logging in and out; a wrong name is answered as a wrong password', async () => {
  const running = await startServer();
  const { name } = await personOf(running, 'auditor');
  const wrong = await logIn(running.url, name, 'not the password at all');
  const nobody = await logIn(running.url, 'nobody-here', 'not the password at all');
  const plain = async (response: Response) => (await response.text()).replace(/request [0-9a-f-]+/, '');
  expect(wrong.answer.status).toBe(401);
  expect(await plain(nobody.answer)).toBe(await plain(wrong.answer));
  const page = await logIn(running.url, name.toUpperCase());
  expect([page.answer.status, page.answer.headers.get('location')]).toEqual([303, '/']);
  const cookie = page.answer.headers.getSetCookie().find((one) => one.startsWith('ombud-session=')) ?? '';
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await page.get('/')).status).toBe(200);
  const out = await page.send('/', '/logout', {});
  expect(out.headers.get('location')).toBe('/login');
  expect((await page.get('/')).headers.get('location')).toBe('/login');
  const session = /=([^;]+)/.exec(cookie)?.[1] ?? '';
  const old = await fetch(running.url, {
    redirect: 'manual',
    headers: { cookie: `ombud-session=${session}` },
  });
  expect(old.status).toBe(303);
});

test('too many tries for one name are slowed down', async () => {
  const running = await startServer();
  const { name } = await personOf(running, 'viewer');
  for (let i = 0; i < 10; i++) await logIn(running.url, name, `wrong wrong wrong ${i}`);
  const { answer } = await logIn(running.url, name);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a second factor is asked for; each code works once, and a recovery code too', async () => {
  let now = Date.UTC(2026, 10, 25, 12);
  const running = await startServer({ now: () => now });
  const { id, name } = await personOf(running, 'administrator');
  const who = { kind: 'account' as const, id, name, grants: [], session: '' };
  const { secret, uri } = newSecret(name);
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  const codeAt = (time: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time });
  expect(await enrol(running.services, who, { secret, code: '000000' })).toBeNull();
  const recovery = (await enrol(running.services, who, { secret, code: codeAt(now) })) ?? [];
  expect(new Set(recovery).size).toBe(10);

  const enter = async (code: string) => {
    const page = await logIn(running.url, name);
    expect(page.answer.headers.get('location')).toBe('/login/code');
    expect((await page.get('/')).status).toBe(303);
    const answer = await page.send('/login/code', '/login/code', { code });
    return { status: answer.status, home: (await page.get('/')).status };
  };
  const refused = { status: 401, home: 303 };
  const accepted = { status: 303, home: 200 };
  expect(await enter(codeAt(now))).toEqual(refused);
  now += 60_000;
  expect(await enter(codeAt(now - 90_000))).toEqual(refused);
  expect(await enter(codeAt(now))).toEqual(accepted);
  expect(await enter(codeAt(now))).toEqual(refused);
  expect(await enter(recovery[3] ?? '')).toEqual(accepted);
  now += 400_000;
  expect(await enter(recovery[3] ?? '')).toEqual(refused);
});

test('a key is shown once, scoped, rotated with an overlap, revoked at once, and each of it is an entry', async () => {
  let now = Date.UTC(2026, 10, 25, 12);
  const folder = temporaryFolder();
  const running = await startServer({ folder, now: () => now });
  const administrator = await keyOf(running, 'administrator');
  const made = await administrator('POST', '/api/v1/keys', {
    name: 'scoring',
    role: 'recorder',
    system: 'loans',
  });
  const { id, key } = (await made.json()) as { id: string; key: string };
  const list = await (await administrator('GET', '/api/v1/keys')).text();
  expect(list).toContain(id);
  expect(list).not.toContain(key);
  const as = (one: string) => askerOf(running.url, { authorization: `Bearer ${one}` })('GET', '/api/v1/me');
  expect(await (await as(key)).json()).toMatchObject({ grants: [{ role: 'recorder', system: 'loans' }] });
  const rotated = await administrator('POST', `/api/v1/keys/${id}/rotation`, { overlapSeconds: 3600 });
  const fresh = (await rotated.json()) as { id: string; key: string };
  expect([(await as(key)).status, (await as(fresh.key)).status]).toEqual([200, 200]);
  now += 3_600_001;
  expect([(await as(key)).status, (await as(fresh.key)).status]).toEqual([401, 200]);
  expect((await administrator('DELETE', `/api/v1/keys/${fresh.id}`)).status).toBe(200);
  expect((await as(fresh.key)).status).toBe(401);
  expect((await administrator('DELETE', `/api/v1/keys/${fresh.id}`)).status).toBe(404);
  expect((await as('ombud_nonsense')).status).toBe(401);
  const { store } = running.services.ledger;
  const acts: string[] = [];
  for (let i = 0; i < (await store.readLog()).size; i++)
    acts.push((JSON.parse(await store.readEntry(i)) as { act: string }).act);
  expect(acts).toEqual(['key-made', 'key-made', 'key-rotated', 'key-revoked']);
});

test('the last administrator cannot be taken away, and who is disabled is out at once', async () => {
  const running = await startServer();
  const { services } = running;
  const first = await personOf(running, 'administrator');
  const by = { kind: 'anonymous' as const };
  await expect(changeAccount(services, by, first.id, { grants: [], disabled: false })).rejects.toMatchObject({
    code: 'OMBUD_E_ACCOUNT',
    reason: 'last-administrator',
  });
  const grants = [{ role: 'administrator' as const, system: null }];
  await personOf(running, 'administrator');
  const cookie = { headers: { cookie: first.cookie }, redirect: 'manual' as const };
  expect((await fetch(`${running.url}/account`, cookie)).status).toBe(200);
  await changeAccount(services, by, first.id, { grants, disabled: true });
  expect((await fetch(`${running.url}/account`, cookie)).status).toBe(303);
  await expect(makeAccount(services, by, { name: first.name, password, grants: [] })).rejects.toMatchObject({
    reason: 'name-taken',
  });
});

test('a role that is given twice is given once, as by two groups of a provider', async () => {
  const running = await startServer();
  const { services } = running;
  const { id } = await personOf(running, 'viewer');
  const administrator = await keyOf(running, 'administrator');
  const viewer = { role: 'viewer', system: null } as const;
  const changed = await administrator('PUT', `/api/v1/accounts/${id}`, { grants: [viewer, viewer] });
  expect(changed.status).toBe(200);
  expect(await grantsOf(services.state, id)).toEqual([viewer]);
  const twice = { name: 'two-groups', password: null, grants: [viewer, viewer] };
  const made = await makeAccount(services, { kind: 'anonymous' }, twice);
  expect(await grantsOf(services.state, made)).toEqual([viewer]);
});

test('an act that fails leaves neither change nor entry', async () => {
  const { services } = await startServer();
  const before = (await services.ledger.store.readLog()).size;
  await expect(
    doAct(services, { kind: 'anonymous' }, { act: 'tried', details: {} }, async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow();
  expect((await services.ledger.store.readLog()).size).toBe(before);
});

test('a session moves nothing from another page: origin, site and token are asked', async () => {
  const running = await startServer();
  const { cookie } = await personOf(running, 'administrator');
  const page = await (await fetch(`${running.url}/account`, { headers: { cookie } })).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const ask = (headers: Record<string, string>) =>
    askerOf(running.url, { cookie, ...headers })('POST', '/api/v1/accounts/invitations', { role: 'viewer' });
  expect((await ask({})).status).toBe(403);
  expect((await ask({ 'x-form-token': 'x'.repeat(token.length) })).status).toBe(403);
  expect((await ask({ 'x-form-token': token, origin: 'https://evil.example' })).status).toBe(403);
  expect((await ask({ 'x-form-token': token, origin: 'null' })).status).toBe(403);
  expect((await ask({ 'x-form-token': token, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await ask({ 'x-form-token': token, origin: running.url })).status).toBe(201);
});

test('a public address that is declared with a slash at its end makes no link with two', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}/`;
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ publicUrl }));
  const running = await startServer({ folder, port });
  const administrator = await keyOf(running, 'administrator');
  const invited = await administrator('POST', '/api/v1/accounts/invitations', { role: 'viewer' });
  const { url } = (await invited.json()) as { readonly url: string };
  expect(url.startsWith(`${publicUrl}setup?`)).toBe(true);
  expect((await fetch(url)).status).toBe(200);
});

test('whoever asks too often waits', async () => {
  const limiter = limiterOf();
  const limited = routes.find(({ id }) => id === 'receipt-check');
  if (limited === undefined) throw new Error('no such route');
  const take = (address: string) => limiter.take(limited, { kind: 'anonymous' }, address);
  for (let i = 0; i < 60; i++) await take('192.0.2.1');
  await expect(take('192.0.2.1')).rejects.toMatchObject({ code: 'OMBUD_E_HTTP_LIMIT', kind: 'too-often' });
  await take('192.0.2.2');
});

test('a second factor is replaced with the password and the old one, and with a secret that the server made', async () => {
  let now = Date.UTC(2026, 10, 25, 12);
  const running = await startServer({ now: () => now });
  const { name } = await personOf(running, 'auditor');
  const page = await logIn(running.url, name);
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
  const offered = async () => {
    const html = await (await page.get('/account')).text();
    return {
      offer: /name="offer" value="([^"]+)"/.exec(html)?.[1] ?? '',
      secret: /<p class="code">([A-Z2-7]+)<\/p>/.exec(html)?.[1] ?? '',
      html,
    };
  };
  const set = async (fields: Record<string, string>) =>
    page.send('/account', '/account/second-factor', fields);

  const first = await offered();
  expect(first.html).not.toContain('name="old"');
  // The client brings no secret of its own, and a session alone is not enough.
  const own = 'A'.repeat(32);
  expect((await set({ secret: own, code: codeOf(own), password })).status).toBe(400);
  expect((await set({ offer: own, code: codeOf(own), password })).status).toBe(401);
  expect((await set({ offer: first.offer, code: codeOf(first.secret), password: 'wrong' })).status).toBe(401);
  expect((await set({ offer: first.offer, code: codeOf(first.secret) })).status).toBe(401);
  const made = await set({ offer: first.offer, code: codeOf(first.secret), password });
  expect(made.status).toBe(200);
  const recovery = (await made.text()).match(/\b[0-9a-f]{20}\b/g) ?? [];
  expect(recovery).toHaveLength(10);

  now += 60_000;
  const second = await offered();
  expect(second.html).toContain('name="old"');
  const fresh = () => ({ offer: second.offer, code: codeOf(second.secret), password });
  expect((await set(fresh())).status).toBe(401);
  expect((await set({ ...fresh(), old: '000000' })).status).toBe(401);
  expect((await set({ ...fresh(), old: codeOf(second.secret) })).status).toBe(401);
  expect((await set({ ...fresh(), password: '', old: codeOf(first.secret) })).status).toBe(401);
  expect((await set({ ...fresh(), old: codeOf(first.secret) })).status).toBe(200);

  // An offer is of one session and of a quarter of an hour.
  const other = await logIn(running.url, name);
  const third = await offered();
  now += 16 * 60_000;
  expect(
    (await set({ ...fresh(), offer: third.offer, code: codeOf(third.secret), old: codeOf(second.secret) }))
      .status,
  ).toBe(401);
  expect(other.answer.headers.get('location')).toBe('/login/code');
});
