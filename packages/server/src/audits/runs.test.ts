/** What is asked of the runs of a system. */
import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { askerOf, keyOf, loans, personOf, startServer } from '../../test/world.ts';
import { newestDone, wasAuditedSince } from './runs.ts';
import { auditsTables } from './tables.ts';

const run = (at: number, state: 'done' | 'failed') => ({
  id: crypto.randomUUID(),
  system: 'loans',
  asked: new Date(at).toISOString(),
  asked_by: 'test',
  request: null,
  at_size: null,
  sign: 0,
  state,
  done: 0,
  finished: new Date(at).toISOString(),
  verdict: state === 'done' ? 'pass' : null,
  size: 10,
  result: null,
  evidence: null,
  envelope: null,
  error: null,
  from_time: null,
  to_time: null,
  shadow: 0,
  people: 0,
  version: 1,
});

test('a system that was audited is told as audited, however many audits failed since', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  await operator('PUT', '/api/v1/systems/loans', loans);
  const runs = [run(0, 'done'), ...Array.from({ length: 30 }, (_, i) => run(1000 + i, 'failed'))];
  await running.services.state.change((tx) =>
    tx.of(auditsTables).insertInto('audit_runs').values(runs).execute(),
  );
  expect(await newestDone(running.services, 'loans')).toMatchObject({ id: runs[0]?.id, verdict: 'pass' });
  const { cookie } = await personOf(running, 'viewer');
  const home = await (await askerOf(running.url, { cookie })('GET', '/')).text();
  expect(home).toContain(voiceOf(english).say('verdict/pass'));
  expect(home).not.toContain(voiceOf(english).say('console/not-audited'));
});

test('an audit of what people decided, or of what had no effect, is not the one that was due', async () => {
  const { services } = await startServer();
  const since = new Date(500).toISOString();
  const add = (more: object) =>
    services.state.change((tx) =>
      tx
        .of(auditsTables)
        .insertInto('audit_runs')
        .values({ ...run(1000, 'done'), ...more })
        .execute(),
    );
  await add({ people: 1 });
  await add({ shadow: 1 });
  expect(await wasAuditedSince(services, 'loans', since)).toBe(false);
  await add({});
  expect(await wasAuditedSince(services, 'loans', since)).toBe(true);
});
