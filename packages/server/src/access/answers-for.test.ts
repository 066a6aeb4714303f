/** What needs two people is not done by one who made a key, nor with somebody who was shut out. */
import { expect, test } from 'vitest';
import { type Asker, askerOf, loans, personOf, startServer } from '../../test/world.ts';

const path = '/api/v1/systems/loans';

async function loggedIn(url: string, cookie: string): Promise<Asker> {
  const page = await askerOf(url, { cookie })('GET', '/account');
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return askerOf(url, { cookie, 'x-form-token': token });
}

const keyBy = async (asker: Asker, url: string, role: string): Promise<Asker> => {
  const answer = await asker('POST', '/api/v1/keys', { name: role, role });
  const { key } = (await answer.json()) as { key: string };
  return askerOf(url, { authorization: `Bearer ${key}` });
};

test('an administrator does not approve with a key of their own what they declared, nor the other way round', async () => {
  const running = await startServer();
  const { url } = running;
  const [one, other] = [await personOf(running, 'administrator'), await personOf(running, 'administrator')];
  const [admin, second] = [await loggedIn(url, one.cookie), await loggedIn(url, other.cookie)];
  const key = await keyBy(admin, url, 'administrator');
  const keyOfKey = await keyBy(key, url, 'operator');
  expect((await admin('PUT', path, loans)).status).toBe(201);
  for (const own of [admin, key, keyOfKey]) {
    const answer = await own('POST', `${path}/versions/1/approval`);
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'OMBUD_E_SAME_PERSON' }]);
  }
  expect((await keyOfKey('PUT', path, { ...loans, title: 'Other' })).status).toBe(201);
  expect((await admin('POST', `${path}/versions/2/approval`)).status).toBe(403);
  expect((await second('POST', `${path}/versions/2/approval`)).status).toBe(200);
  const keys = (await (await admin('GET', '/api/v1/keys')).json()) as { items: { madeBy: string }[] };
  expect(keys.items.map(({ madeBy }) => madeBy)).toContain(one.id);
  // Whoever declared by a key starts nothing again that was stopped under it.
  const why = 'Somebody was hit twice';
  expect((await second('POST', `${path}/breaker/opening`, { why })).status).toBe(201);
  const proposal = { why, remedy: { remedy: 'The second run was taken out' } };
  expect((await admin('POST', `${path}/breaker/closing-proposal`, proposal)).status).toBe(403);
});

test('a breaker is not closed on the proposal of somebody who was shut out', async () => {
  const running = await startServer();
  const { url } = running;
  const maker = await personOf(running, 'operator');
  const administrator = await loggedIn(url, (await personOf(running, 'administrator')).cookie);
  const proposer = await personOf(running, 'operator');
  const closer = await loggedIn(url, (await personOf(running, 'operator')).cookie);
  await (await loggedIn(url, maker.cookie))('PUT', path, loans);
  const why = 'Somebody was hit twice';
  await closer('POST', `${path}/breaker/opening`, { why });
  const proposal = { why, remedy: { remedy: 'The second run was taken out' } };
  const asked = await (await loggedIn(url, proposer.cookie))(
    'POST',
    `${path}/breaker/closing-proposal`,
    proposal,
  );
  expect(asked.status).toBe(201);
  const change = (body: object) => administrator('PUT', `/api/v1/accounts/${proposer.id}`, body);
  const grants = [{ role: 'operator', system: null }];
  for (const body of [
    { grants, disabled: true },
    { grants: [], disabled: false },
    { grants: [{ role: 'operator', system: 'cards' }], disabled: false },
  ]) {
    expect((await change(body)).status).toBe(200);
    const closing = await closer('POST', `${path}/breaker/closing`);
    expect(await closing.json()).toMatchObject({ code: 'OMBUD_E_BREAKER', reason: 'no-proposal' });
  }
  expect((await change({ grants, disabled: false })).status).toBe(200);
  expect((await closer('POST', `${path}/breaker/closing`)).status).toBe(201);
});
