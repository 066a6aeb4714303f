/** Where messages go is told to many; a password or a token in the address is told to nobody. */
import { expect, test } from 'vitest';
import { askerOf, keyOf, loans, personOf, startServer } from '../../test/world.ts';

const path = '/api/v1/systems/loans';
const secret = 'x'.repeat(32);

test('a name and a password in an address are refused, and a token after the ? is not told', async () => {
  const running = await startServer();
  const [operator, auditor] = [await keyOf(running, 'operator'), await keyOf(running, 'auditor')];
  await operator('PUT', path, loans);
  for (const url of [
    'https://user:SECRETPW@hooks.example.org/a',
    'https://SECRETPW@hooks.example.org',
    'HTTPS://user:SECRETPW@hooks.example.org/',
  ])
    for (const body of [{ decider: { url, secret } }, { alerts: [{ webhook: { url, secret } }] }])
      expect((await operator('PUT', `${path}/watch`, body)).status).toBe(400);
  const url = 'https://hooks.example.org/a@b?token=SECRETQ';
  const body = { decider: { url, secret }, alerts: [{ webhook: { url, secret } }] };
  expect((await operator('PUT', `${path}/watch`, body)).status).toBe(200);
  const told = await (await auditor('GET', `${path}/watch`)).text();
  expect(told).toContain('https://hooks.example.org/a@b?not-told-again');
  const { cookie } = await personOf(running, 'operator');
  const page = await (await askerOf(running.url, { cookie })('GET', '/systems/loans/watch')).text();
  expect(page).toContain('hooks.example.org');
  expect(told + page).not.toContain('SECRET');
});

test('a blank pseudonym is nobody, and a refusal ends in one full stop', async () => {
  const running = await startServer();
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder')];
  await operator('PUT', path, loans);
  const one = { decision: 'yes', attributes: { sex: 'F' }, inputs: { income: 1, purpose: 'car' } };
  const record = (body: object) => recorder('POST', `${path}/decisions`, body);
  for (const subject of [' ', '\t\n']) expect((await record({ ...one, subject })).status).toBe(400);
  expect((await record({ ...one, subject: 'p', key: 'k' })).status).toBe(201);
  const refused = (await (await record({ ...one, subject: 'q', key: 'k' })).json()) as { title: string };
  expect(refused.title).toMatch(/[^.]\.$/);
});
