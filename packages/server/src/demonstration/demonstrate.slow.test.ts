import { expect, onTestFinished, test } from 'vitest';
import { askerOf } from '../../test/world.ts';
import { appealBy } from '../incidents/appeal-by.ts';
import { visitorOf } from '../incidents/visitor.ts';
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
  // The person's side: the code of the letter opens the case, and an appeal can be lodged.
  const { code, born } = shown.letter;
  const person = visitorOf(shown.url);
  const told = { facts: { income: '2600' }, words: 'My income was more.', file: null, late: false };
  await appealBy(person, { case: '', code, second: born }, told);
  const office = visitorOf(shown.url);
  await office.get('/login');
  await office.post('/login', { name: shown.office, password: shown.password });
  expect((await office.get('/desk')).html).toContain('appeal');
});
