/** A key is rotated once, so that no retry makes one that dies at once; none is made that is dead already. */
import { expect, test } from 'vitest';
import { askerOf, keyOf, startServer } from '../../test/world.ts';

test('a second rotation of a key is refused, and the new key lives on', async () => {
  const running = await startServer();
  const administrator = await keyOf(running, 'administrator');
  const made = await administrator('POST', '/api/v1/keys', { name: 'scoring', role: 'viewer' });
  const { id } = (await made.json()) as { id: string };
  const rotate = (key: string, overlapSeconds: number) =>
    administrator('POST', `/api/v1/keys/${key}/rotation`, { overlapSeconds });
  const answers = await Promise.all([rotate(id, 0), rotate(id, 0), rotate(id, 3)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const fresh = (await answers.find(({ status }) => status === 201)?.json()) as { id: string; key: string };
  const asks = askerOf(running.url, { authorization: `Bearer ${fresh.key}` });
  expect((await asks('GET', '/api/v1/me')).status).toBe(200);
  expect((await rotate(fresh.id, 3)).status).toBe(201);
});

test('a key that would have ended already is not made', async () => {
  const running = await startServer();
  const administrator = await keyOf(running, 'administrator');
  const past = await administrator('POST', '/api/v1/keys', {
    name: 'old',
    role: 'viewer',
    expires: '2020-01-01T00:00:00Z',
  });
  expect([past.status, await past.json()]).toMatchObject([
    409,
    { code: 'OMBUD_E_KEY', reason: 'expires-past' },
  ]);
});
