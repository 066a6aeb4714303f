/** A schedule that is declared with the system: it holds, is shown, and is changed by a new version alone. */
import { countOutbox } from '@ombud/app';
import { expect, test } from 'vitest';
import { askerOf, decisions, keyOf, loans, personOf, startServer } from '../../test/world.ts';
import { requestsMade } from '../audits/runs.ts';
import { raiseNow } from './raise.ts';
import { schedulesJob } from './schedule.ts';
import { allWatchSettings } from './settings.ts';

const dayMs = 86_400_000;
const path = '/api/v1/systems/loans';
const watch = {
  schedule: { every: 'week', over: 'everything' },
  tell: [{ mail: 'risk@example.org', language: 'es' }],
};
const declared = { every: 'week', over: 'everything', sign: false, lateHours: 24 };
const webhook = { webhook: { url: 'https://hooks.example.org/a', secret: 'x'.repeat(32) } };

async function world() {
  const clock = { now: Date.parse('2026-03-04T12:00:00Z') };
  const running = await startServer({ withoutJobs: true, now: () => clock.now });
  const operator = await keyOf(running, 'operator');
  expect((await operator('PUT', path, { ...loans, watch })).status).toBe(201);
  const read = async () => (await operator('GET', `${path}/watch`)).json();
  const set = async (body: object) => {
    const answer = await operator('PUT', `${path}/watch`, body);
    return [answer.status, ((await answer.json()) as { readonly reason?: string }).reason];
  };
  return { running, operator, clock, read, set };
}

test('what is declared holds without anything being set, and audits are asked for by it', async () => {
  const { running, operator, clock, read } = await world();
  expect(await read()).toMatchObject({ schedule: declared, alerts: watch.tell });
  await operator('POST', `${path}/decisions/batch`, { decisions: decisions(50) });
  clock.now += 7 * dayMs;
  await schedulesJob.run(running.services);
  const request = 'schedule loans week everything 2026-03-02T00:00:00.000Z';
  expect((await requestsMade(running.services, [request])).has(request)).toBe(true);
});

test('page and API do not change it: what says otherwise is refused, what it leaves open is kept beside it', async () => {
  const { running, read, set } = await world();
  expect(await set({ schedule: { every: 'day' } })).toEqual([409, 'schedule']);
  expect(await set({ alerts: [{ mail: 'other@example.org' }] })).toEqual([409, 'tell']);
  expect(await set({ schedule: declared, alerts: [webhook, ...watch.tell], silentHours: 5 })).toEqual([
    200,
    undefined,
  ]);
  expect(await read()).toMatchObject({
    schedule: declared,
    silentHours: 5,
    alerts: [{ webhook: { url: webhook.webhook.url } }, ...watch.tell],
  });

  const { cookie } = await personOf(running, 'operator');
  const person = askerOf(running.url, { cookie });
  const page = await (await person('GET', '/systems/loans/watch')).text();
  expect(page).toContain('This is declared with the system, in ombud.yaml');
  expect(page).toContain('risk@example.org');
  for (const name of ['every', 'over', 'sign', 'mail']) expect(page).not.toContain(`name="${name}"`);
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const form = (fields: Record<string, string>) =>
    person(
      'POST',
      '/systems/loans/watch',
      new URLSearchParams({ token, drift: 'no', ...fields }).toString(),
      {
        'content-type': 'application/x-www-form-urlencoded',
      },
    );
  expect((await form({ silent: '9', every: 'day' })).status).toBe(409);
  expect((await form({ silent: '9' })).status).toBe(303);
  expect(await read()).toMatchObject({ schedule: declared, silentHours: 9, alerts: [{}, watch.tell[0]] });
});

test('a new version changes it, and where it leaves it open nothing old comes back', async () => {
  const { running, operator, clock, read, set } = await world();
  await set({ schedule: declared, alerts: watch.tell });
  const since = async () =>
    (await allWatchSettings(running.services.state, running.services.place.secret)).get('loans')?.since;
  const first = await since();
  clock.now += dayMs;
  await operator('PUT', path, { ...loans, watch: { ...watch, tell: [] } });
  expect(await read()).toMatchObject({ schedule: declared, alerts: [] });
  expect(await since()).toBe(first);
  await operator('PUT', path, { ...loans, watch: { schedule: { every: 'month' } } });
  expect(await read()).toMatchObject({ schedule: { every: 'month', over: 'period' }, alerts: [] });
  expect(Date.parse((await since()) ?? '')).toBe(clock.now);
  await operator('PUT', path, loans);
  expect(await read()).toMatchObject({ schedule: null, alerts: [] });
  expect(await set({ schedule: { every: 'day' } })).toEqual([200, undefined]);
});

test('what waits for whom only an older version told is not sent, also where nothing is declared or set any more', async () => {
  const { running, operator } = await world();
  const { services } = running;
  const waiting = async () => {
    await schedulesJob.run(services);
    return (await countOutbox(services.state)).waiting;
  };
  const details = { index: 1, time: '2026-03-04T12:00:00.000Z', hours: 1 };
  await raiseNow(services, { kind: 'recording-stopped', system: 'loans', about: '1', details });
  expect(await waiting()).toBe(1);
  await operator('PUT', path, loans);
  expect(await waiting()).toBe(0);
});

test('a declaration whose schedule means nothing is refused', async () => {
  const { operator } = await world();
  for (const wrong of [{ schedule: { every: 'year' } }, { tell: [{ mail: 'nobody' }] }, { webhook }])
    expect((await operator('PUT', path, { ...loans, watch: wrong })).status).toBe(400);
});

test('drift that nobody would look for is refused', async () => {
  const operator = await keyOf(await startServer(), 'operator');
  await operator('PUT', path, loans);
  const drift = { level: 0.01, index: 0.1 };
  for (const settings of [{ drift }, { drift, schedule: { every: 'month', over: 'period' } }]) {
    const answer = await operator('PUT', `${path}/watch`, settings);
    expect([answer.status, await answer.json()]).toMatchObject([400, { reason: 'drift-alone' }]);
  }
  const schedule = { every: 'month', over: 'everything' };
  expect((await operator('PUT', `${path}/watch`, { drift, schedule })).status).toBe(200);
});
