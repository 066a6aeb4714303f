/** The breaker by the API: read by all, opened by one, closed by two people; recording goes on and marks. */
import { expect, test } from 'vitest';
import { type Asker, askerOf, decisions, keyOf, loans, personOf, startServer } from '../../test/world.ts';

const watched = { ...loans, breaker: { ratios: [{ column: 'sex', watched: 'F' }], blocks: 1000 } };

async function until<T>(ask: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let left = 400; ; left--) {
    const value = await ask();
    if (good(value) || left === 0) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const reading = (asker: Asker) => async () =>
  (await (await asker('GET', '/api/v1/systems/loans/breaker')).json()) as Record<string, unknown>;

test('harm that is recorded opens it; what comes then is recorded and marked', async () => {
  const running = await startServer();
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder', 'loans')];
  await operator('PUT', '/api/v1/systems/loans', watched);
  const read = reading(recorder);
  expect(await read()).toMatchObject({ position: 'closed', mayDecide: true, closing: null });
  const unfair = decisions(3000).map((one) =>
    one.attributes.sex === 'F' && one.decision === 'yes' && Number(one.subject.slice(2)) % 4 !== 0
      ? { ...one, decision: 'no' }
      : one,
  );
  await recorder('POST', '/api/v1/systems/loans/decisions/batch', { decisions: unfair });
  const open = await until(read, ({ position }) => position === 'open');
  expect(open).toMatchObject({
    position: 'open',
    mayDecide: false,
    because: { cause: 'ratio', column: 'sex', watched: 'F' },
    closing: { state: 'cannot-tell', counted: 0, proposedBy: null },
  });
  const asked = await recorder('GET', '/api/v1/systems/loans/may-decide');
  expect(await asked.json()).toEqual({ mayDecide: false, position: 'open', reason: 'breaker' });
  const late = decisions(3, 5000);
  const marks = [];
  for (const [i, more] of [{}, { by: 'person' }, { shadow: true }].entries()) {
    const answer = await recorder('POST', '/api/v1/systems/loans/decisions', { ...late[i], ...more });
    expect(answer.status).toBe(201);
    const { index } = (await answer.json()) as { readonly index: number };
    marks.push(JSON.parse(await running.services.ledger.store.readEntry(index)).marks);
  }
  expect(marks).toEqual([['while-stopped'], ['by-person'], ['shadow']]);
});

test('one stops it, by a key too; only two people start it again', async () => {
  const running = await startServer();
  const key = await keyOf(running, 'administrator');
  await key('PUT', '/api/v1/systems/loans', watched);
  const why = 'Somebody was hit twice';
  const path = '/api/v1/systems/loans/breaker';
  expect((await key('POST', `${path}/opening`, { why })).status).toBe(201);
  expect((await key('POST', `${path}/opening`, { why })).status).toBe(409);
  const proposal = { why, remedy: { remedy: 'The second run was taken out' } };
  const byKey = await key('POST', `${path}/closing-proposal`, proposal);
  expect([byKey.status, await byKey.json()]).toMatchObject([403, { code: 'OMBUD_E_PEOPLE_ONLY' }]);
  const as = async (): Promise<Asker> => {
    const { cookie } = await personOf(running, 'operator');
    const page = await askerOf(running.url, { cookie })('GET', '/account');
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    return askerOf(running.url, { cookie, 'x-form-token': token });
  };
  const [one, other] = [await as(), await as()];
  const nowhere = '/api/v1/systems/nobodys/breaker';
  expect((await one('POST', `${nowhere}/closing-proposal`, proposal)).status).toBe(404);
  expect((await one('POST', `${nowhere}/closing`)).status).toBe(404);
  expect((await one('POST', `${path}/closing-proposal`, proposal)).status).toBe(201);
  expect((await one('POST', `${path}/closing`)).status).toBe(403);
  const closed = await other('POST', `${path}/closing`);
  expect([closed.status, await closed.json()]).toMatchObject([201, { position: 'closed' }]);
  expect(await reading(key)()).toMatchObject({ position: 'closed', mayDecide: true });
});
