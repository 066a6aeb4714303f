/** What people decided is no work of the system: no audit counts it unless it is asked for, and then it says so. */
import { auditDecisions, exportDecisions, reproduce } from '@ombud/app';
import { eraseSubjects } from '@ombud/ledger';
import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { applicants, askedOf, audited, auditedWorld, loansPath as path } from '../../test/audited-world.ts';
import { auditEnded } from '../../test/console-world.ts';
import { askerOf, personOf, temporaryFolder } from '../../test/world.ts';

const voice = voiceOf(english);

test('decisions that people made do not turn a fail of the system into a signed pass', async () => {
  const { running, auditor, record } = await auditedWorld();
  await record(applicants(200, 'machine', 'men'));
  await record(applicants(1000, 'person', 'all', { by: 'person' }));
  await record(applicants(20, 'beside', 'all', { by: 'person', shadow: true }));
  const own = await audited(auditor, { sign: true });
  expect(own.result.verdict.state).toBe('fail');
  expect(own.result.coverage).toMatchObject({
    rows: 200,
    counted: 200,
    excluded: [],
    people: { audited: false, leftOut: 1000 },
    shadow: { audited: false, leftOut: 20 },
  });
  expect(own.markdown).toContain(voice.say('coverage/by-people', { n: 1000 }));

  const theirs = await audited(auditor, { sign: true, people: true });
  expect(theirs.result.verdict.state).toBe('pass');
  expect(theirs.result.coverage.people).toEqual({ audited: true, leftOut: 200 });
  expect(theirs.markdown).toContain(voice.say('coverage/by-system', { n: 200 }));
  expect(theirs.markdown.split('\n##')[0]).toContain(voice.say('meaning/by-people'));
  expect(await (await auditor('GET', `${path}/verdict`)).json()).toMatchObject({
    id: own.id,
    verdict: 'fail',
    people: false,
  });
  const { cookie } = await personOf(running, 'auditor');
  const page = askerOf(running.url, { cookie });
  expect(await (await page('GET', `/systems/loans/audits/${theirs.id}`)).text()).toContain(
    voice.say('console/about-people'),
  );

  const { context, place } = running.services;
  const source = `ledger:${place.location}#loans`;
  for (const { id } of [own, theirs]) {
    const evidence = await (await auditor('GET', `${path}/audits/${id}/evidence`)).text();
    expect(await reproduce({ evidence, source }, context)).toMatchObject({ same: true });
  }
  const asked = askedOf(source);
  expect((await auditDecisions(asked, context)).coverage.counted).toBe(200);
  expect((await auditDecisions({ ...asked, people: true }, context)).coverage.counted).toBe(1000);
  const both = { ...asked, people: true, shadow: true } as const;
  expect((await auditDecisions(both, context)).coverage.counted).toBe(20);
  const request = { location: place.location, system: 'loans', to: `${temporaryFolder()}/out.csv` };
  expect(await exportDecisions(request, context)).toMatchObject({
    decisions: 200,
    apart: 20,
    byOthers: 1000,
  });
  expect(await exportDecisions({ ...request, people: true }, context)).toMatchObject({
    decisions: 1000,
    apart: 20,
    byOthers: 200,
  });
});

test('an erased decision of a person is none of the system that was lost', async () => {
  const { running, auditor, record } = await auditedWorld();
  await record(applicants(200, 'machine', 'men'));
  await record(applicants(10, 'person', 'all', { by: 'person' }));
  await eraseSubjects(running.services.writer, ['person0', 'person1']);
  const { result } = await audited(auditor, {});
  expect(result.coverage).toMatchObject({ rows: 200, excluded: [], people: { leftOut: 10 } });
});

test('a system in whose name only people decided says so', async () => {
  const { auditor, record } = await auditedWorld();
  await record(applicants(4, 'person', 'all', { by: 'person' }));
  const { id } = (await (await auditor('POST', `${path}/audits`, {})).json()) as { id: string };
  expect(await auditEnded(auditor, `${path}/audits/${id}`)).toMatchObject({
    error: { code: 'OMBUD_E_NO_ROWS', reason: 'only-people' },
  });
});
