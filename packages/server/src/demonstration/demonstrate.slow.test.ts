import { expect, onTestFinished, test } from 'vitest';
import { askerOf } from '../../test/world.ts';
import { demonstrate } from './demonstrate.ts';

test('twenty thousand decisions over six months, audited at the end of each, and a key that records one more', async () => {
  const shown = await demonstrate(0);
  onTestFinished(() => shown.close());
  const ask = askerOf(shown.url, { authorization: `Bearer ${shown.key}` });
  const answer = await ask('POST', `/api/v1/systems/${shown.system}/decisions`, {
    subject: 'me',
    decision: 'yes',
    inputs: { income: 2500, amount: 4000, purpose: 'car' },
    attributes: { sex: 'F', age: '30-49' },
  });
  expect(answer.status).toBe(201);
  const { index } = (await answer.json()) as { index: number };
  expect(index).toBeGreaterThan(20_000);
  expect((await ask('GET', `/api/v1/log/entries/${index}/receipt`)).status).toBe(200);
  expect(await (await ask('GET', `/api/v1/systems/${shown.system}/verdict`)).json()).toMatchObject({
    state: 'done',
    verdict: 'fail',
    evidence: expect.any(Number),
  });
});
