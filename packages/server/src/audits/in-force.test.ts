/** A verdict is by the version in force: whoever declares alone does not read a fail as a pass. */
import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { auditEnded } from '../../test/console-world.ts';
import { askerOf, keyOf, loans, personOf, startServer } from '../../test/world.ts';
import { auditsTables } from './tables.ts';

const path = '/api/v1/systems/loans';
const voice = voiceOf(english);

/** Men are granted; women too where it is fair. One in ten of each withdrew, so that no reading makes everybody alike. */
const people = (fair: boolean) =>
  Array.from({ length: 400 }, (_, i) => ({
    subject: `p${i}`,
    decision: i % 20 < 2 ? 'withdrawn' : i % 2 === 0 || fair ? 'yes' : 'no',
    attributes: { sex: i % 2 === 0 ? 'M' : 'F' },
    inputs: { income: 1, purpose: 'car' },
  }));

type Change = Partial<typeof loans.data> | { readonly policy: unknown };

async function world(fair: boolean) {
  const running = await startServer();
  const [operator, recorder, auditor] = await Promise.all([
    keyOf(running, 'operator'),
    keyOf(running, 'recorder'),
    keyOf(running, 'auditor'),
  ]);
  const declare = async ({ policy = loans.policy, ...data }: Change & { policy?: unknown }) => {
    const document = { ...loans, policy, data: { ...loans.data, ...data } };
    const { version } = (await (await operator('PUT', path, document)).json()) as { version: number };
    return version;
  };
  const approve = async (version: number) =>
    expect((await auditor('POST', `${path}/versions/${version}/approval`)).status).toBe(200);
  const audited = async () => {
    const { id } = (await (await operator('POST', `${path}/audits`, {})).json()) as { id: string };
    return auditEnded(operator, `${path}/audits/${id}`);
  };
  const verdict = async () => (await recorder('GET', `${path}/verdict`)).json();
  const { cookie } = await personOf(running, 'operator');
  const page = async (at: string) => (await askerOf(running.url, { cookie })('GET', at)).text();
  await declare({});
  await recorder('POST', `${path}/decisions/batch`, { decisions: people(fair) });
  return { running, declare, approve, audited, verdict, page };
}

test('an operator does not turn a fail into a pass by declaring that no is positive too', async () => {
  const { declare, approve, audited, verdict, page } = await world(false);
  await audited();
  expect(await verdict()).toMatchObject({ verdict: 'fail', version: 1, approved: false });
  const lax = await declare({ decision: { column: 'approved', positive: ['yes', 'no'] } });
  expect(await audited()).toMatchObject({ state: 'done', version: 1 });
  expect(await verdict()).toMatchObject({ verdict: 'fail', judged: 'fail', version: 1 });
  const home = await page('/');
  expect(home).toContain('class="card fail"');
  expect(home).toContain(voice.say('console/version-waits', { version: lax }));
  // As lax by its limit, or by what is compared.
  await declare({ policy: { assert: { 'selection-rate': ['error', { minRatio: 0.001 }] } } });
  await declare({ groups: ['age'] });
  expect(await audited()).toMatchObject({ state: 'done', version: 1 });
  expect(await verdict()).toMatchObject({ verdict: 'fail', version: 1 });
  await approve(lax);
  await audited();
  expect(await verdict()).toMatchObject({ judged: 'pass', version: lax, approved: true });
});

test('a pass by a version that nobody else approved is none for programs, and says so on the pages', async () => {
  const { declare, approve, audited, verdict, page } = await world(true);
  await audited();
  expect(await verdict()).toMatchObject({
    verdict: 'cannot-tell',
    judged: 'pass',
    approved: false,
    doubts: ['not-approved'],
  });
  const home = await page('/');
  expect(home).toContain('class="card pass"');
  expect(home).toContain(voice.say('console/by-version-open', { version: 1 }));
  await approve(1);
  expect(await verdict()).toMatchObject({ verdict: 'pass', judged: 'pass', approved: true, doubts: [] });

  const other = await declare({ decision: { column: 'approved', positive: ['granted'] } });
  expect(await verdict()).toMatchObject({ verdict: 'cannot-tell', version: 1, doubts: ['read-otherwise'] });
  const doubted = await page('/');
  expect(doubted).toContain('class="card cannot-tell"');
  expect(doubted).toContain(voice.say('console/doubt-read-otherwise', { version: other }));
});

test('where the newest audit of everything failed, the verdict says so', async () => {
  const { running, declare, approve, audited, verdict, page } = await world(true);
  await approve(1);
  await audited();
  expect(await verdict()).toMatchObject({ verdict: 'pass', doubts: [] });
  const { state } = running.services;
  const done = await state.of(auditsTables).selectFrom('audit_runs').selectAll().executeTakeFirstOrThrow();
  const failed = {
    ...done,
    id: crypto.randomUUID(),
    state: 'failed',
    verdict: null,
    result: null,
    finished: new Date(Date.parse(done.finished ?? '') + 1000).toISOString(),
    error: JSON.stringify({ code: 'OMBUD_E_NO_ROWS', reason: 'no-rows', params: {} }),
  };
  await state.change((tx) => tx.of(auditsTables).insertInto('audit_runs').values(failed).execute());
  expect(await verdict()).toMatchObject({ verdict: 'cannot-tell', judged: 'pass', doubts: ['audit-failed'] });
  expect(await page('/')).toContain('class="card cannot-tell"');

  const groups = await declare({ groups: ['age'] });
  await approve(groups);
  expect(await audited()).toMatchObject({ state: 'failed', version: groups });
  expect(await verdict()).toMatchObject({ code: 'OMBUD_E_NO_AUDIT' });
  const home = await page('/');
  expect(home).toContain(voice.say('console/doubt-audit-failed'));
  expect(home).not.toContain('class="card pass"');
});

test('before anybody was judged a version is free to be put right, and so are names and words afterwards', async () => {
  const { declare, audited, verdict } = await world(true);
  await declare({ groups: ['age'] });
  expect(await audited()).toMatchObject({ state: 'failed', version: 2 });
  await declare({
    groups: ['sex'],
    favourable: 'positive',
    policy: { use: ['us-four-fifths'], whenCannotTell: 'warn' },
  });
  expect(await audited()).toMatchObject({ state: 'done', version: 3 });
  expect(await verdict()).toMatchObject({ judged: 'pass', version: 3 });
});
