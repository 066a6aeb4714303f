/** How a system stands is told by the audit that covers the most, whoever asked for what since. */
import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { auditEnded } from '../../test/console-world.ts';
import { askerOf, keyOf, loans, personOf, startServer } from '../../test/world.ts';

const path = '/api/v1/systems/loans';
const voice = voiceOf(english);

/** Fair at first, and then only men are granted. */
const people = (name: string, fair: boolean) =>
  Array.from({ length: 600 }, (_, i) => ({
    subject: `${name}${i}`,
    decision: (fair ? i % 4 < 2 : i % 2 === 0) ? 'yes' : 'no',
    attributes: { sex: i % 2 === 0 ? 'M' : 'F' },
    inputs: { income: 1, purpose: 'car' },
    decided: fair ? '2026-01-10T12:00:00Z' : '2026-02-10T12:00:00Z',
  }));

test('an operator does not make the newest verdict a pass with an old size or with a part of the time', async () => {
  const running = await startServer();
  const [operator, recorder, auditor] = await Promise.all([
    keyOf(running, 'operator'),
    keyOf(running, 'recorder'),
    keyOf(running, 'auditor'),
  ]);
  await operator('PUT', path, loans);
  const { cookie } = await personOf(running, 'operator');
  const page = async (at: string) => (await askerOf(running.url, { cookie })('GET', at)).text();
  const audited = async (ask: typeof operator, body: object) => {
    const { id } = (await (await ask('POST', `${path}/audits`, body)).json()) as { id: string };
    expect(await auditEnded(ask, `${path}/audits/${id}`)).toMatchObject({ state: 'done' });
    return (await (await ask('GET', `${path}/audits/${id}`)).json()) as Record<string, unknown>;
  };
  const verdict = async () =>
    (await (await recorder('GET', `${path}/verdict`)).json()) as Record<string, unknown>;
  const january = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };

  await recorder('POST', `${path}/decisions/batch`, { decisions: people('a', true) });
  const { size } = (await (await auditor('GET', '/api/v1/log')).json()) as { size: number };
  expect(await audited(operator, { ...january })).toMatchObject({ verdict: 'pass' });
  expect((await recorder('GET', `${path}/verdict`)).status).toBe(404);
  expect(await page('/')).toContain(voice.say('console/audited-in-part'));

  await recorder('POST', `${path}/decisions/batch`, { decisions: people('b', false) });
  const whole = await audited(auditor, { sign: true });
  expect(whole).toMatchObject({ verdict: 'fail', size: expect.any(Number) });
  for (const body of [{ atSize: size }, january]) {
    expect(await audited(operator, body)).toMatchObject({ verdict: 'pass' });
    expect(await verdict()).toMatchObject({ id: whole['id'], verdict: 'fail', size: whole['size'] });
  }
  const home = await page('/');
  expect(home).toContain('class="card fail"');
  expect(home).toContain(`The first ${voice.count(Number(whole['size']))} entries`);
  const system = await page('/systems/loans');
  expect(system).toContain(', one period after the other');
  expect(system).toContain('Only decisions from');
  // Of one size the last one counts.
  const again = await audited(operator, {});
  expect(await verdict()).toMatchObject({ id: again['id'], verdict: 'fail' });
});
