/** Stopping is easy and starting is not; a system that nothing allows does not decide; a breaker that nothing opens is none. */
import { expect, test } from 'vitest';
import { keyOf, loans, startServer } from '../../test/world.ts';

const path = '/api/v1/systems/loans';

test('a system that was left to people can be stopped at all, and not the other way', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  await operator('PUT', path, loans);
  const open = async (position: string) =>
    (await operator('POST', `${path}/breaker/opening`, { why: 'to be on the safe side', position })).status;
  expect(await open('human-only')).toBe(201);
  expect(await open('human-only')).toBe(409);
  expect(await open('open')).toBe(201);
  expect(await open('human-only')).toBe(409);
  expect(await open('open')).toBe(409);
  expect(await (await operator('GET', `${path}/may-decide`)).json()).toEqual({
    mayDecide: false,
    position: 'open',
    reason: 'breaker',
  });
  expect(await (await operator('GET', `${path}/breaker`)).json()).toMatchObject({
    position: 'open',
    mayDecide: false,
  });
});

test('a system all of whose versions are retired may not decide', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  await operator('PUT', path, loans);
  await operator('PUT', path, { ...loans, title: 'Loans again' });
  const may = async () => (await operator('GET', `${path}/may-decide`)).json();
  expect(await may()).toEqual({ mayDecide: true, position: 'closed', reason: null });
  await operator('POST', `${path}/versions/2/retirement`);
  expect(await may()).toMatchObject({ mayDecide: true });
  await operator('POST', `${path}/versions/1/retirement`);
  expect(await may()).toEqual({ mayDecide: false, position: 'closed', reason: 'retired' });
  expect(await (await operator('GET', `${path}/breaker`)).json()).toMatchObject({ mayDecide: false });
});

test('a breaker that can never open is refused where it is declared', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  const ratio = { column: 'sex', watched: 'F' };
  const { decision: _, outcome: __, ...withoutDecision } = loans.data;
  for (const [reason, document] of [
    ['no-group', { ...loans, breaker: { ratios: [{ ...ratio, column: 'sexx' }] } }],
    ['blocks', { ...loans, breaker: { ratios: [ratio], blocks: 1e200 } }],
    ['blocks', { ...loans, breaker: { overturned: { limit: 0.2, blocks: 1e60 } } }],
    ['itself', { ...loans, breaker: { ratios: [{ ...ratio, reference: 'F' }] } }],
    ['no-positive', { ...loans, data: withoutDecision, breaker: { ratios: [ratio] } }],
  ] as const) {
    const answer = await operator('PUT', path, document);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { code: 'OMBUD_E_BREAKER_RULE', reason },
    ]);
  }
  const fine = await operator('PUT', path, { ...loans, breaker: { ratios: [ratio], blocks: 1e6 } });
  expect(fine.status).toBe(201);
});
