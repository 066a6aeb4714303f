/** A restore gives nobody back what was taken from them after the backup, and starts nothing that was stopped. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fsck, publish } from '@ombud/ledger';
import { expect, test } from 'vitest';
import { askerOf, keyTextOf, loans, personOf, startServer, temporaryFolder } from '../../test/world.ts';
import { changeAccount } from '../access/accounts.ts';
import { invite } from '../access/invitations.ts';
import { listKeys, revokeKey, rotateKey } from '../access/keys.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const path = '/api/v1/systems';
const who = { kind: 'key', id: 'test', name: 'test', grants: [] } as const;

async function world() {
  const folder = join(temporaryFolder(), 'ombud');
  mkdirSync(folder);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ origin: 'backup.example.org/log' }));
  const running = await startServer({ folder });
  const texts = await Promise.all(
    (['operator', 'operator', 'auditor'] as const).map((role) => keyTextOf(running, role)),
  );
  const [operator] = texts.map((key) => askerOf(running.url, { authorization: `Bearer ${key}` }));
  if (operator === undefined) throw new Error('no key');
  for (const system of ['loans', 'cards', 'rent'])
    await operator('PUT', `${path}/${system}`, { ...loans, system });
  await personOf(running, 'administrator');
  const person = await personOf(running, 'viewer');
  const token = await invite(running.services, who, { role: 'administrator', system: null });
  const { to } = await backUp({ folder, to: join(temporaryFolder(), 'backup'), now: Date.now });
  return { running, operator, texts, person, token, to };
}

test('who was shut out after the backup stays out, and what was stopped stands still', async () => {
  const { running, operator, texts, person, token, to } = await world();
  const { services } = running;
  for (const system of ['loans', 'cards'])
    await operator('POST', `${path}/${system}/breaker/opening`, { why: 'It harms people now' });
  await operator('POST', `${path}/rent/versions/1/retirement`);
  const [auditorKey, revokedKey] = await listKeys(services);
  await revokeKey(services, who, revokedKey?.id ?? '');
  await rotateKey(services, who, auditorKey?.id ?? '', 3600);
  await changeAccount(services, who, person.id, { grants: [], disabled: true });
  const published = temporaryFolder();
  await publish(services.ledger, published);

  const folder = join(temporaryFolder(), 'again');
  const { tightened } = await restore({ from: to, folder, published });
  expect(tightened).toEqual({ keys: 2, accounts: 1, passkeys: 0, versions: 1, stopped: 2, unknown: 0 });
  const again = await startServer({ folder });
  expect(await fsck(again.services.ledger, { threads: 0 })).toMatchObject({ problem: null });
  const status = async (key: string) =>
    (await askerOf(again.url, { authorization: `Bearer ${key}` })('GET', '/api/v1/me')).status;
  expect((await Promise.all(texts.map(status))).toSorted()).toEqual([200, 401, 401]);
  const remaining = texts[(await Promise.all(texts.map(status))).indexOf(200)];
  const ask = askerOf(again.url, { authorization: `Bearer ${remaining}` });
  for (const system of ['loans', 'cards'])
    expect(await (await ask('GET', `${path}/${system}/may-decide`)).json()).toMatchObject({
      mayDecide: false,
      position: 'open',
    });
  expect(await (await ask('GET', `${path}/rent`)).json()).toMatchObject({ retired: expect.any(String) });
  const page = askerOf(again.url, { cookie: person.cookie });
  expect((await page('GET', '/account')).status).not.toBe(200);
  expect((await askerOf(again.url)('GET', `/invitation/${token}`)).status).not.toBe(200);
  // The second time there is nothing left to do.
  await publish(again.services.ledger, temporaryFolder());
});

test('without the published log sessions and invitations end all the same', async () => {
  const { person, to } = await world();
  const folder = join(temporaryFolder(), 'again');
  expect(await restore({ from: to, folder })).toMatchObject({ replayed: null, tightened: null });
  const again = await startServer({ folder });
  const page = askerOf(again.url, { cookie: person.cookie });
  expect((await page('GET', '/account')).status).not.toBe(200);
});

test('a restore that was refused leaves nothing that refuses the next one', async () => {
  const { to } = await world();
  const folder = join(temporaryFolder(), 'again');
  const wrong = temporaryFolder();
  await expect(restore({ from: to, folder, published: wrong })).rejects.toThrow();
  expect(existsSync(`${folder}.part`)).toBe(false);
  await restore({ from: to, folder });
});
