import { expect, onTestFinished, test } from 'vitest';
import { askerOf } from '../../test/world.ts';
import { demonstrate } from './demonstrate.ts';
import { decisionsOf, monthsBefore } from './lender.ts';

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

test('the months are whole and the people the same each time', () => {
  const months = monthsBefore(Date.UTC(2026, 1, 3), 3);
  expect(
    months.map(({ begins, ends }) => [begins, ends].map((at) => new Date(at).toISOString().slice(0, 10))),
  ).toEqual([
    ['2025-11-01', '2025-11-30'],
    ['2025-12-01', '2025-12-31'],
    ['2026-01-01', '2026-01-31'],
  ]);
  const [month = { begins: 0, ends: 1 }] = months;
  expect(decisionsOf(month, 0, 50)).toEqual(decisionsOf(month, 0, 50));
  expect(new Set(decisionsOf(month, 1, 50).map(({ subject }) => subject)).size).toBe(50);
});
