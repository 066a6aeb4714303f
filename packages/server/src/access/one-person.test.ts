/** Four eyes are of two people, as far as an account can tell. */
import { expect, test } from 'vitest';
import { askerOf, loans, personOf, personPassword, startServer } from '../../test/world.ts';
import { makeAccount } from './accounts.ts';
import { acceptInvitation, invite } from './invitations.ts';
import { makeKey, rotateKey } from './keys.ts';
import { mailboxOf } from './mailbox.ts';
import { onePerson } from './one-person.ts';
import { beginSession } from './sessions.ts';

const dayMs = 86_400_000;
const administrator = { role: 'administrator', system: null } as const;
const nobody = { kind: 'anonymous' } as const;

test.each([
  ['Ana@Example.org', 'ana@example.org'],
  [' ana+two@example.org ', 'ana@example.org'],
  ['ａｎａ@example.org', 'ana@example.org'],
  ['ana', null],
  ['@example.org', null],
  ['ana@b@example.org', null],
  ['ana maria@example.org', null],
])('%s is the mailbox %s', (text, mailbox) => {
  expect(mailboxOf(text)).toBe(mailbox);
});

test('the same mailbox, a key of the other, and whom the other invited or made within thirty days may be one person', async () => {
  const clock = { now: Date.parse('2026-11-01T12:00:00.000Z') };
  const { services } = await startServer({ now: () => clock.now });
  const account = (name: string) =>
    makeAccount(services, nobody, { name, password: personPassword, grants: [administrator] });
  const [ana, twice, ben] = [
    await account('ana@example.org'),
    await account('ana+2@example.org'),
    await account('ben@example.org'),
  ];
  const principal = (id: string) =>
    ({ kind: 'account', id, name: id, grants: [administrator], session: 'x' }) as const;
  const how = (a: string, b: string) => onePerson(services.state, a, b, clock.now);
  expect(await how(`account:${ana}`, `account:${twice}`)).toBe('mailbox');
  expect(await how(`account:${ana}`, `account:${ben}`)).toBeNull();

  const token = await invite(services, principal(ana), administrator);
  const invited = await acceptInvitation(services, token, { name: 'carl', password: personPassword });
  expect(await how(`account:${invited}`, `account:${ana}`)).toBe('made');
  expect(await how(`account:${ana}`, `account:${invited}`)).toBe('made');
  expect(await how(`account:${invited}`, `account:${ben}`)).toBeNull();

  const keyBy = (id: string) =>
    makeKey(services, principal(id), { name: 'k', role: 'administrator', system: null, expires: null });
  const [one, two, other] = [await keyBy(ana), await keyBy(ana), await keyBy(ben)];
  expect(await how(`key:${one.id}`, `account:${ana}`)).toBe('key');
  expect(await how(`key:${one.id}`, `key:${two.id}`)).toBe('key');
  expect(await how(`key:${one.id}`, `key:${other.id}`)).toBeNull();
  expect(await how(`key:${one.id}`, `account:${twice}`)).toBe('mailbox');
  // A key that made a key, and one that took the place of another, are whoever began the line.
  const made = await makeKey(
    services,
    { kind: 'key', id: one.id, name: 'k', grants: [] },
    { name: 'k2', role: 'administrator', system: null, expires: null },
  );
  expect(await how(`key:${made.id}`, `account:${ana}`)).toBe('key');
  const rotated = await rotateKey(services, principal(ana), one.id, 60);
  expect(await how(`key:${rotated.id}`, `key:${two.id}`)).toBe('key');
  const byKey = await invite(services, { kind: 'key', id: two.id, name: 'k', grants: [] }, administrator);
  const dora = await acceptInvitation(services, byKey, { name: 'dora', password: personPassword });
  expect(await how(`account:${dora}`, `account:${ana}`)).toBe('made');

  clock.now += 31 * dayMs;
  expect(await how(`account:${invited}`, `account:${ana}`)).toBeNull();
  expect(await how(`account:${ana}`, `account:${twice}`)).toBe('mailbox');
});

async function world() {
  const running = await startServer();
  const { services } = running;
  const byCookie = async (cookie: string) => {
    const page = await askerOf(running.url, { cookie })('GET', '/account');
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    return askerOf(running.url, { cookie, 'x-form-token': token });
  };
  const asOf = async (id: string) =>
    byCookie(`ombud-session=${(await beginSession(services, id, false)).token}`);
  const account = (name: string) =>
    makeAccount(services, nobody, { name, password: personPassword, grants: [administrator] });
  return {
    author: await asOf(await account('ana@example.org')),
    again: await asOf(await account('ana+boss@example.org')),
    stranger: async () => byCookie((await personOf(running, 'administrator')).cookie),
  };
}

test('a version is approved by somebody else than its author in another account; a stranger may', async () => {
  const people = await world();
  const { author, again } = people;
  const stranger = await people.stranger();
  expect((await author('PUT', '/api/v1/systems/loans', loans)).status).toBeLessThan(300);
  const approving = '/api/v1/systems/loans/versions/1/approval';
  const refused = await again('POST', approving, {});
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { code: 'OMBUD_E_ONE_PERSON', reason: 'mailbox' },
  ]);
  expect((await stranger('POST', approving, {})).status).toBe(200);
});

test('a breaker is closed by somebody else than its proposer in another account; a stranger may', async () => {
  const people = await world();
  const [declarer, stranger] = [await people.stranger(), await people.stranger()];
  const path = '/api/v1/systems/loans';
  expect((await declarer('PUT', path, loans)).status).toBe(201);
  const why = 'Somebody was hit twice';
  expect((await stranger('POST', `${path}/breaker/opening`, { why })).status).toBe(201);
  const proposal = { why, remedy: { remedy: 'The second run was taken out' } };
  expect((await people.author('POST', `${path}/breaker/closing-proposal`, proposal)).status).toBe(201);
  const refused = await people.again('POST', `${path}/breaker/closing`);
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { code: 'OMBUD_E_ONE_PERSON', reason: 'mailbox' },
  ]);
  expect((await stranger('POST', `${path}/breaker/closing`)).status).toBe(201);
});
