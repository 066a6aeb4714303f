/** Who should know is told once: by a signed webhook and by mail, over restarts, on both databases. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outbox } from '@ombud/app';
import { describe, expect, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { hookSecret, mailServer, webhooks } from '../../test/receivers.ts';
import {
  type Asker,
  decisions,
  keyOf,
  loans,
  startServer,
  temporaryFolder,
  until,
} from '../../test/world.ts';
import { newestDone } from '../audits/runs.ts';
import type { Running } from '../index.ts';

const { stores } = testStores();
const watched = { ...loans, breaker: { ratios: [{ column: 'sex', watched: 'F' }], blocks: 1000 } };
const hourMs = 3_600_000;

/** A folder whose mail goes to a server, and whose receivers stand on this machine. */
function folderWith(settings: object): string {
  const folder = temporaryFolder();
  const all = { outgoing: { allow: ['127.0.0.1'] }, ...settings };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(all));
  return folder;
}

const unfair = (n: number, from = 0) =>
  decisions(n, from).map((one) =>
    one.attributes.sex === 'F' && one.decision === 'yes' && Number(one.subject.slice(2)) % 4 !== 0
      ? { ...one, decision: 'no' }
      : one,
  );

async function batch(asker: Asker, rows: readonly unknown[]): Promise<void> {
  const answer = await asker('POST', '/api/v1/systems/loans/decisions/batch', { decisions: rows });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
}

async function alertsOf(asker: Asker): Promise<{ kind: string; about: string; details: object }[]> {
  const { items } = (await (await asker('GET', '/api/v1/systems/loans/alerts')).json()) as { items: never[] };
  return items;
}

/** Lets every job look once more, and what it wants to send leave. */
async function lookAgain({ services }: Running): Promise<void> {
  for (const job of ['watch', 'hard-rules', 'schedules', 'audits', 'schedules', 'watch-outbox']) {
    services.kick(job);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

describe.each(stores)('$name', ({ name, skip, place }) => {
  test.skipIf(skip)(
    'a breaker that opens: one webhook, one mail, one hold, also after a restart',
    async () => {
      const [hooks, mail, decider] = [await webhooks(), await mailServer(), await webhooks()];
      const database = name === 'SQLite' ? {} : { database: place() };
      const folder = folderWith({ ...database, mail: mail.settings });
      const first = await startServer({ folder });
      const operator = await keyOf(first, 'operator');
      await operator('PUT', '/api/v1/systems/loans', { ...watched, title: 'Small loans' });
      const declared = await operator('PUT', '/api/v1/systems/loans/watch', {
        alerts: [
          { webhook: { url: hooks.url, secret: hookSecret } },
          { mail: 'risk@example.org' },
          { mail: 'riesgos@example.org', language: 'es' },
          { mail: 'nobody@example.org' },
        ],
        decider: { url: decider.url, secret: hookSecret },
      });
      expect(declared.status).toBe(200);
      const told = await (await operator('GET', '/api/v1/systems/loans/watch')).text();
      expect(told).not.toContain(hookSecret);
      await batch(await keyOf(first, 'recorder', 'loans'), unfair(3000));
      await until(() => hooks.came.length > 0 && mail.came.length > 1 && decider.came.length > 0);
      expect(hooks.came[0]).toMatchObject({
        type: 'alert',
        data: {
          kind: 'breaker-opened',
          system: 'loans',
          details: { position: 'open', because: { cause: 'ratio' } },
        },
      });
      const subjects = mail.came.map(({ subject }) => subject).sort();
      expect(subjects).toEqual(['Small loans fue detenido', 'Small loans was stopped']);
      const english = mail.came.find(({ subject }) => subject?.endsWith('stopped'));
      expect(english?.text).toContain('For "sex" F, the good decision comes less than 0.8 times as often');
      expect(decider.came).toMatchObject([
        { type: 'breaker.hold', data: { system: 'loans', position: 'open' } },
      ]);
      await until(async () => {
        const waiting = first.services.state.of(outbox).selectFrom('outbox').select('id');
        return (await waiting.where('state', '=', 'waiting').execute()).length === 0;
      });
      // An address that nobody has is not tried for ever.
      const refused = first.services.state.of(outbox).selectFrom('outbox').select('status');
      expect(await refused.where('state', '=', 'refused').execute()).toEqual([{ status: 410 }]);
      await first.close();

      const second = await startServer({ folder });
      await batch(await keyOf(second, 'recorder', 'loans'), unfair(2000, 3000));
      await lookAgain(second);
      expect(await alertsOf(await keyOf(second, 'auditor'))).toHaveLength(1);
      expect([hooks.came.length, mail.came.length, decider.came.length]).toEqual([1, 2, 1]);
      const stored = (await (
        await (
          await keyOf(second, 'viewer')
        )('GET', '/api/v1/systems/loans/breaker')
      ).json()) as {
        hold: unknown;
      };
      expect(stored.hold).toMatchObject({ held: true, confirmed: expect.any(String) });
    },
  );
});

test('effects are not called held before the deciding system says so; a release overtakes a hold', async () => {
  const answers = [503, 202];
  const decider = await webhooks((_, response) => void response.writeHead(answers.shift() ?? 200).end());
  const clock = { now: Date.now() };
  const running = await startServer({ now: () => clock.now });
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder', 'loans')];
  await operator('PUT', '/api/v1/systems/loans', watched);
  const at = '/api/v1/systems/loans';
  await operator('PUT', `${at}/watch`, { decider: { url: decider.url, secret: hookSecret } });
  const why = 'Somebody was hit twice';
  const stopped = (await (await operator('POST', `${at}/breaker/opening`, { why })).json()) as {
    entry: number;
  };
  const hold = async () =>
    ((await (await operator('GET', `${at}/breaker`)).json()) as { hold: Record<string, unknown> }).hold;
  await until(() => decider.came.length === 1);
  expect(await hold()).toMatchObject({ entry: stopped.entry, held: true, confirmed: null });
  // Later the same message comes again, and is only taken in: 202 says that it came, not that it was done.
  clock.now += 61_000;
  running.services.kick('watch-outbox');
  await until(() => decider.came.length === 2);
  expect(decider.came[1]).toEqual(decider.came[0]);
  await lookAgain(running);
  expect(await hold()).toMatchObject({ confirmed: null });
  const wrong = await recorder('POST', `${at}/breaker/hold-confirmation`, { entry: stopped.entry + 1 });
  expect(wrong.status).toBe(404);
  const answered = await recorder('POST', `${at}/breaker/hold-confirmation`, { entry: stopped.entry });
  expect(answered.status).toBe(200);
  expect(await hold()).toMatchObject({ held: true, confirmed: expect.any(String) });
});

test('schedules are an archive: the same failing verdict for weeks tells nobody; what is missing is told once', async () => {
  const hooks = await webhooks();
  const clock = { now: Date.parse('2026-01-15T12:00:00.000Z') };
  const running = await startServer({ now: () => clock.now });
  const operator = await keyOf(running, 'operator');
  const recorder = await keyOf(running, 'recorder', 'loans');
  await operator('PUT', '/api/v1/systems/loans', loans);
  await operator('PUT', '/api/v1/systems/loans/watch', {
    schedule: { every: 'week' },
    silentHours: 200,
    alerts: [{ webhook: { url: hooks.url, secret: hookSecret } }],
  });
  const runs = async () =>
    (
      (await (await operator('GET', '/api/v1/systems/loans/audits')).json()) as {
        items: { verdict: string; from: string; to: string; askedBy: string; state: string }[];
      }
    ).items;
  for (let week = 1; week <= 4; week++) {
    await batch(recorder, unfair(600, 600 * week));
    clock.now = Date.UTC(2026, 0, 13 + 7 * week);
    running.services.kick('schedules');
    await until(async () => (await runs()).filter(({ state }) => state === 'done').length === week);
  }
  const archive = await runs();
  expect(archive.map(({ from, to }) => [from.slice(5, 10), to.slice(5, 10)])).toEqual([
    ['02-02', '02-09'],
    ['01-26', '02-02'],
    ['01-19', '01-26'],
    ['01-12', '01-19'],
  ]);
  expect(new Set(archive.map(({ verdict, askedBy }) => `${verdict} ${askedBy}`))).toEqual(
    new Set(['fail schedule']),
  );
  await lookAgain(running);
  expect(await alertsOf(operator)).toEqual([]);

  // Nothing is recorded for two weeks: an audit of nobody is no missing audit, but the silence is told of, once.
  clock.now += 14 * 24 * hourMs;
  for (let i = 0; i < 3; i++) {
    await lookAgain(running);
    clock.now += 30 * hourMs;
  }
  expect(await alertsOf(operator)).toMatchObject([{ kind: 'recording-stopped', details: { hours: 200 } }]);
  // Decisions go on, and end anew: that is another silence.
  await batch(recorder, unfair(10, 9000));
  await lookAgain(running);
  clock.now += 9 * 24 * hourMs;
  await lookAgain(running);
  await lookAgain(running);
  expect((await alertsOf(operator)).map(({ kind }) => kind)).toEqual([
    'recording-stopped',
    'recording-stopped',
  ]);
  await until(() => hooks.came.length === 2);
  await lookAgain(running);
  expect(hooks.came.map(({ data }) => data['kind'])).toEqual(['recording-stopped', 'recording-stopped']);
}, 60_000);

test('an audit that fails is overdue, and told of once for each period; drift is told once', async () => {
  const hooks = await webhooks();
  const clock = { now: Date.parse('2026-01-15T12:00:00.000Z') };
  const running = await startServer({ now: () => clock.now });
  const [operator, recorder] = [await keyOf(running, 'operator'), await keyOf(running, 'recorder', 'loans')];
  const document = { ...loans, data: { ...loans.data, period: 'week' } };
  await operator('PUT', '/api/v1/systems/loans', document);
  await operator('PUT', '/api/v1/systems/loans/watch', {
    schedule: { every: 'week', over: 'everything' },
    drift: { level: 0.01 },
    alerts: [{ webhook: { url: hooks.url, secret: hookSecret } }],
  });
  // In the third week three in four are women where it was one in two; in the fourth again.
  const people = (week: number) =>
    decisions(400, 400 * week).map((one, i) => ({
      ...one,
      attributes: { sex: week < 3 ? one.attributes.sex : i % 4 === 0 ? 'M' : 'F' },
    }));
  for (let week = 1; week <= 4; week++) {
    await batch(recorder, people(week));
    clock.now = Date.UTC(2026, 0, 13 + 7 * week);
    await lookAgain(running);
    await until(
      async () =>
        (await newestDone(running.services, 'loans'))?.finished === new Date(clock.now).toISOString(),
    );
    await lookAgain(running);
  }
  const drifted = (await alertsOf(operator)).filter(({ kind }) => kind === 'drift');
  expect(drifted).toMatchObject([{ about: '1 sex', details: { column: 'sex', n: 400 } }]);

  // A declaration that no audit can follow: each week without one is told of once.
  await operator('PUT', '/api/v1/systems/loans', {
    ...document,
    data: { ...document.data, groups: ['none'] },
  });
  // What nobody has approved judges nothing.
  const auditor = await keyOf(running, 'auditor');
  expect((await auditor('POST', '/api/v1/systems/loans/versions/2/approval')).status).toBe(200);
  for (let week = 5; week <= 6; week++) {
    await batch(recorder, people(week));
    clock.now = Date.UTC(2026, 0, 13 + 7 * week);
    for (let i = 0; i < 3; i++) {
      await lookAgain(running);
      clock.now += 8 * hourMs;
    }
  }
  const overdue = (await alertsOf(operator)).filter(({ kind }) => kind === 'audit-overdue');
  expect(overdue.map(({ about }) => about.slice(5, 10))).toEqual(['02-23', '02-16']);
  await until(() => hooks.came.length === 3);
  await lookAgain(running);
  expect(hooks.came).toHaveLength(3);
}, 60_000);
