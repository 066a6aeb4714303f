/** The database of the ledger is held by another process, or is full: what cannot be recorded now is told as that. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { decisions, keyOf, loans, startServer } from '../../test/world.ts';

async function world() {
  const running = await startServer({ withoutJobs: true });
  const operator = await keyOf(running, 'operator');
  const recorder = await keyOf(running, 'recorder');
  expect((await operator('PUT', '/api/v1/systems/loans', loans)).status).toBe(201);
  const [one] = decisions(1);
  const record = () => recorder('POST', '/api/v1/systems/loans/decisions', one);
  const { origin } = running.services.ledger;
  return { running, recorder, record, origin };
}

test('a short lock is waited for; one that stays is 503 with the name of the ledger and when to ask again', async () => {
  const { running, record, origin, recorder } = await world();
  const other = new DatabaseSync(join(running.services.place.location, 'ledger.db'));
  onTestFinished(() => other.close());
  other.exec('begin exclusive');
  const short = record();
  // While it waits, others are answered.
  expect((await recorder('GET', '/healthz')).status).toBe(200);
  other.exec('rollback');
  expect((await short).status).toBe(201);
  other.exec('begin exclusive');
  const held = await record();
  other.exec('rollback');
  expect(held.status).toBe(503);
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await held.json()).toMatchObject({
    code: 'OMBUD_E_LEDGER_LOCKED',
    reason: 'busy',
    params: { location: origin },
    title: expect.stringContaining(origin),
  });
  expect((await record()).status).toBe(201);
}, 60_000);

test('a full disk is told with the name of the ledger, not with its place or none', async () => {
  const { running, record, origin } = await world();
  await running.services.writer.change(({ all }) => all('pragma max_page_count = 1'));
  const answers = [];
  for (let full = false; !full; ) {
    const answer = await record();
    full = answer.status !== 201;
    if (full) answers.push(answer);
  }
  const [answer] = answers;
  expect(answer?.status).toBe(503);
  expect(answer?.headers.get('retry-after')).not.toBeNull();
  const problem = (await answer?.json()) as { readonly title: string };
  expect(problem).toMatchObject({ code: 'OMBUD_E_LEDGER_DISK_FULL', params: { location: origin } });
  expect(problem.title).toContain(origin);
});
