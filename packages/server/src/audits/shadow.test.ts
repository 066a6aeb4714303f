/** Decisions that had no effect are none about people: no audit counts them unless it is asked for, and then it says so. */
import { auditDecisions, exportDecisions, reproduce } from '@ombud/app';
import { eraseSubjects } from '@ombud/ledger';
import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { applicants, askedOf, audited, auditedWorld, loansPath as path } from '../../test/audited-world.ts';
import { auditEnded } from '../../test/console-world.ts';
import { askerOf, keyOf, loans, personOf, startServer, temporaryFolder } from '../../test/world.ts';

const voice = voiceOf(english);

async function world() {
  const made = await auditedWorld();
  await made.record(applicants(200, 'real', 'men'));
  return made;
}

test('shadow decisions do not turn a fail into a signed pass', async () => {
  const { running, auditor, record } = await world();
  expect((await audited(auditor, {})).result.verdict.state).toBe('fail');
  await record(applicants(1000, 'beside', 'all', { shadow: true }));
  const real = await audited(auditor, { sign: true });
  expect(real.result.verdict.state).toBe('fail');
  expect(real.result.coverage).toMatchObject({
    rows: 200,
    counted: 200,
    excluded: [],
    shadow: { audited: false, leftOut: 1000 },
  });
  expect(real.markdown).toContain(voice.say('coverage/shadow', { n: 1000 }));

  const others = await audited(auditor, { sign: true, shadow: true });
  expect(others.result.verdict.state).toBe('pass');
  expect(others.result.coverage.shadow).toEqual({ audited: true, leftOut: 200 });
  expect(others.markdown.split('\n##')[0]).toContain(voice.say('meaning/shadow'));
  expect(await (await auditor('GET', `${path}/verdict`)).json()).toMatchObject({
    id: real.id,
    verdict: 'fail',
    shadow: false,
  });
  const { cookie } = await personOf(running, 'auditor');
  const page = askerOf(running.url, { cookie });
  expect(await (await page('GET', `/systems/loans/audits/${others.id}`)).text()).toContain(
    voice.say('console/about-shadow'),
  );

  const { context, place } = running.services;
  const source = `ledger:${place.location}#loans`;
  for (const { id } of [real, others]) {
    const evidence = await (await auditor('GET', `${path}/audits/${id}/evidence`)).text();
    expect(await reproduce({ evidence, source }, context)).toMatchObject({ same: true });
  }
  const asked = askedOf(source);
  expect((await auditDecisions(asked, context)).coverage.counted).toBe(200);
  expect((await auditDecisions({ ...asked, shadow: true }, context)).coverage.counted).toBe(1000);
  const to = `${temporaryFolder()}/out.csv`;
  const request = { location: place.location, system: 'loans', to };
  expect(await exportDecisions(request, context)).toMatchObject({ decisions: 200, apart: 1000 });
  expect(await exportDecisions({ ...request, shadow: true }, context)).toMatchObject({
    decisions: 1000,
    apart: 200,
  });
});

test('an erased shadow decision is no decision about people that was lost', async () => {
  const { running, auditor, record } = await world();
  await record(applicants(10, 'beside', 'all', { shadow: true }));
  const { writer } = running.services;
  await eraseSubjects(writer, ['beside0', 'beside1']);
  const { result } = await audited(auditor, {});
  expect(result.coverage).toMatchObject({ rows: 200, excluded: [], shadow: { leftOut: 10 } });
  await eraseSubjects(writer, ['real0']);
  expect((await audited(auditor, {})).result.coverage).toMatchObject({
    rows: 200,
    counted: 199,
    excluded: [{ reason: { code: 'erased' }, rows: 1 }],
  });
});

test('an outcome named by a person is of their decision that had an effect', async () => {
  const { auditor, recorder, record } = await world();
  const [real] = await record(applicants(1, 'both', 'all'));
  await record(applicants(1, 'both', 'all', { shadow: true }));
  const outcomes = [{ subject: 'both0', outcome: 'no' }];
  const answer = await recorder('POST', `${path}/outcomes/batch`, { outcomes });
  const { decisions } = (await answer.json()) as { decisions: { index: number }[] };
  const entry = await auditor('GET', `/api/v1/log/entries/${decisions[0]?.index}`);
  expect(await entry.json()).toMatchObject({ kind: 'correction', about: real });
});

test('a system that decided in the shadow only says so', async () => {
  const running = await startServer();
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder')];
  await operator('PUT', path, loans);
  const decisions = applicants(4, 'beside', 'all', { shadow: true });
  await recorder('POST', `${path}/decisions/batch`, { decisions });
  const { id } = (await (await operator('POST', `${path}/audits`, {})).json()) as { id: string };
  expect(await auditEnded(operator, `${path}/audits/${id}`)).toMatchObject({
    error: { code: 'OMBUD_E_NO_ROWS', reason: 'only-shadow' },
  });
});
