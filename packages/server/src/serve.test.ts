/** The thin path, end to end: an empty folder, a declared system, decisions, a receipt, an audit, the evidence. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReceipt } from '@ombud/app';
import { describe, expect, test } from 'vitest';
import { testStores } from '../../ledger/test/stores.ts';
import { askerOf, decisions, keyOf, loans, startServer, temporaryFolder } from '../test/world.ts';

const { stores } = testStores();

async function ended(ask: (method: string, path: string) => Promise<Response>, path: string) {
  for (;;) {
    const run = (await (await ask('GET', path)).json()) as { state: string };
    if (run.state === 'done' || run.state === 'failed') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.each(stores)('$name', ({ name, skip, place }) => {
  test.skipIf(skip)('declared, recorded, proved, audited, judged, signed', async () => {
    const folder = temporaryFolder();
    if (name.startsWith('PostgreSQL'))
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ database: place() }));
    const running = await startServer({ folder });
    const operator = await keyOf(running, 'operator');
    const recorder = await keyOf(running, 'recorder', 'loans');
    const auditor = await keyOf(running, 'auditor');

    const early = await recorder('POST', '/api/v1/systems/loans/decisions', decisions(1)[0]);
    expect(early.status).toBe(404);
    expect(await early.json()).toMatchObject({ code: 'OMBUD_E_SYSTEM', reason: 'not-declared' });

    const declared = await operator('PUT', '/api/v1/systems/loans', loans);
    expect(declared.status).toBe(201);
    expect(await declared.json()).toMatchObject({ version: 1, entry: expect.any(Number), approved: null });
    expect((await operator('POST', '/api/v1/systems/loans/versions/1/approval')).status).toBe(403);
    const approved = await auditor('POST', '/api/v1/systems/loans/versions/1/approval');
    expect(await approved.json()).toMatchObject({ approved: expect.any(String) });

    const one = await recorder('POST', '/api/v1/systems/loans/decisions', decisions(1)[0], {
      'idempotency-key': 'first',
    });
    expect(one.status).toBe(201);
    const { index } = (await one.json()) as { index: number };
    const again = await recorder('POST', '/api/v1/systems/loans/decisions', decisions(1)[0], {
      'idempotency-key': 'first',
    });
    expect([again.status, await again.json()]).toMatchObject([200, { index, repeated: true }]);

    const [good = {}] = decisions(1, 7);
    const mixed = [
      good,
      { ...good, subject: '' },
      { ...good, inputs: { income: 'much', purpose: 'car' } },
      { ...good, inputs: { income: 1, purpos: 'car' } },
      { ...good, attributes: { religion: 'x' } },
      { ...good, version: 9 },
      'no object',
      ...decisions(600, 10),
    ];
    const batch = await recorder('POST', '/api/v1/systems/loans/decisions/batch', { decisions: mixed });
    const answered = (await batch.json()) as {
      accepted: number;
      refused: number;
      decisions: { reason?: string; title?: string }[];
    };
    expect([answered.accepted, answered.refused]).toEqual([601, 6]);
    expect(answered.decisions.slice(0, 7).map(({ reason }) => reason)).toEqual([
      undefined,
      'unfit-member',
      'input-type',
      'input-not-declared',
      'attribute-not-declared',
      'no-version',
      'unfit-member',
    ]);
    expect(answered.decisions[3]?.title).toContain('did you mean "purpose"?');

    const head = (await (await recorder('GET', '/api/v1/log')).json()) as { size: number; keys: string[] };
    const receipt = await (await recorder('GET', `/api/v1/log/entries/${index}/receipt`)).text();
    expect(await checkReceipt({ receipt, keys: head.keys })).toMatchObject({
      index,
      entry: { kind: 'decision' },
    });
    const anybody = askerOf(running.url);
    expect(await (await anybody('POST', '/api/v1/receipts/check', receipt)).json()).toMatchObject({ index });
    const forged = await anybody(
      'POST',
      '/api/v1/receipts/check',
      receipt.replace(/\n([A-Za-z0-9+/]{8})/, '\nAAAAAAAA'),
    );
    expect([400, 422]).toContain(forged.status);
    const tile = await recorder('GET', '/log/tile/0/000');
    expect((await tile.arrayBuffer()).byteLength).toBe(256 * 32);
    expect(tile.headers.get('cache-control')).toContain('immutable');
    expect((await recorder('GET', '/log/tile/0/x999/000')).status).toBe(404);
    const entry = (await (await recorder('GET', `/api/v1/log/entries/${index}`)).json()) as Record<
      string,
      unknown
    >;
    expect(entry).toMatchObject({ kind: 'decision', system: 'loans', declared: expect.any(Number) });
    expect(JSON.stringify(entry)).not.toContain('s-0');

    expect((await auditor('GET', '/api/v1/systems/loans/verdict')).status).toBe(404);
    const asked = await auditor(
      'POST',
      '/api/v1/systems/loans/audits',
      { sign: true },
      { 'idempotency-key': 'a' },
    );
    expect(asked.status).toBe(202);
    const { id } = (await asked.json()) as { id: string };
    const repeated = await auditor(
      'POST',
      '/api/v1/systems/loans/audits',
      { sign: true },
      { 'idempotency-key': 'a' },
    );
    expect(await repeated.json()).toMatchObject({ id });
    const run = await ended(auditor, `/api/v1/systems/loans/audits/${id}`);
    expect(run).toMatchObject({
      state: 'done',
      verdict: expect.any(String),
      evidence: expect.any(Number),
      error: null,
    });
    expect(await (await recorder('GET', '/api/v1/systems/loans/verdict')).json()).toMatchObject({ id });
    const report = await auditor('GET', `/api/v1/systems/loans/audits/${id}/report?format=html`);
    expect(await report.text()).toContain('<!');
    const events = await (await auditor('GET', `/api/v1/systems/loans/audits/${id}/events`)).text();
    expect(events).toContain('"state":"done"');
    const envelope = await (await auditor('GET', `/api/v1/systems/loans/audits/${id}/evidence`)).json();
    expect(envelope).toMatchObject({ signatures: expect.any(Array) });

    const retired = await operator('POST', '/api/v1/systems/loans/versions/1/retirement');
    expect(retired.status).toBe(200);
    const late = await recorder('POST', '/api/v1/systems/loans/decisions', {
      ...decisions(1, 9)[0],
      by: 'person',
    });
    const { index: marked } = (await late.json()) as { index: number };
    expect(await (await recorder('GET', `/api/v1/log/entries/${marked}`)).json()).toMatchObject({
      marks: ['by-person', 'retired'],
    });
  });

  test.skipIf(skip)(
    'a look is recorded before it is shown, told to the person, and goes with them',
    async () => {
      const folder = temporaryFolder();
      if (name.startsWith('PostgreSQL'))
        writeFileSync(join(folder, 'settings.json'), JSON.stringify({ database: place() }));
      const running = await startServer({ folder });
      const [operator, recorder, clerk, auditor] = await Promise.all([
        keyOf(running, 'operator'),
        keyOf(running, 'recorder'),
        keyOf(running, 'clerk'),
        keyOf(running, 'auditor'),
      ]);
      await operator('PUT', '/api/v1/systems/loans', loans);
      const made = await recorder('POST', '/api/v1/systems/loans/decisions', decisions(1)[0]);
      const { index } = (await made.json()) as { index: number };
      const look = (ask: typeof clerk) =>
        ask('POST', `/api/v1/systems/loans/decisions/${index}/look`, { why: 'an appeal came in' });
      for (const ask of [operator, recorder, auditor]) expect((await look(ask)).status).toBe(403);
      const seen = (await (await look(clerk)).json()) as { looks: { entry: number }[]; attributes?: unknown };
      expect(seen).toMatchObject({
        subject: 's-0',
        decision: 'yes',
        looks: [{ about: index, why: 'an appeal came in' }],
      });
      expect(seen.attributes).toBeUndefined();
      const entry = await (await auditor('GET', `/api/v1/log/entries/${seen.looks[0]?.entry}`)).json();
      expect(entry).toMatchObject({ kind: 'look', about: index });
      const told = await (await clerk('POST', '/api/v1/looks/search', { subject: 's-0' })).json();
      expect(told).toMatchObject({ items: [{ about: index, parts: ['payload'] }] });
      const access = await clerk('POST', '/api/v1/access', { subject: 's-0', why: 'the person asked' });
      const lines = (await access.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines[0]).toMatchObject({ index, payload: { subject: 's-0' }, attributes: { sex: 'F' } });
      const erased = await clerk('POST', '/api/v1/erasures', {
        subjects: ['s-0'],
        request: 'please erase me',
      });
      expect(await erased.json()).toMatchObject({ entries: expect.any(Number) });
      expect((await look(clerk)).status).toBe(404);
      expect(await (await clerk('POST', '/api/v1/looks/search', { subject: 's-0' })).json()).toEqual({
        items: [],
      });
    },
  );
});

test('an empty folder becomes a place; the link of the first administrator works once', async () => {
  const folder = temporaryFolder();
  const running = await startServer({ folder });
  expect(await (await fetch(`${running.url}/healthz`)).json()).toEqual({ state: 'ok' });
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  const first = await fetch(running.invitation ?? '');
  const html = await first.text();
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const form = (changes: Record<string, string>) =>
    new URLSearchParams({
      token: /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '',
      invitation: /name="invitation" value="([^"]+)"/.exec(html)?.[1] ?? '',
      name: 'Ada',
      password: 'correct horse battery staple',
      ...changes,
    });
  const send = (body: URLSearchParams, headers = {}) =>
    fetch(`${running.url}/setup`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie, ...headers },
    });
  expect((await send(form({ token: 'x' }))).status).toBe(403);
  expect((await send(form({}), { origin: 'https://evil.example' })).status).toBe(403);
  expect((await send(form({}), { cookie: '' })).status).toBe(403);
  const weak = await send(form({ password: 'password1234' }));
  expect(weak.status).toBe(400);
  const made = await send(form({}));
  expect(made.status).toBe(303);
  const session =
    made.headers
      .getSetCookie()
      .find((one) => one.startsWith('ombud-session='))
      ?.split(';')[0] ?? '';
  const home = await fetch(running.url, { headers: { cookie: session } });
  expect(home.status).toBe(200);
  expect(await home.text()).toContain('ada');
  expect((await send(form({ name: 'Eve' }))).status).toBe(404);
  await running.close();
  const again = await startServer({ folder });
  expect(again.invitation).toBeNull();
});

test('others cannot reach it before it is administered and nobody can read along', async () => {
  const folder = temporaryFolder();
  await expect(startServer({ folder, host: '0.0.0.0' })).rejects.toMatchObject({
    reason: 'no-administrator',
  });
  const { personOf } = await import('../test/world.ts');
  const running = await startServer({ folder });
  await personOf(running, 'administrator');
  await running.close();
  await expect(startServer({ folder, host: '0.0.0.0' })).rejects.toMatchObject({ reason: 'no-tls' });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ trustedProxy: true }));
  const open = await startServer({ folder, host: '0.0.0.0' });
  const reached = open.url.replace('0.0.0.0', '127.0.0.1');
  expect((await fetch(`${reached}/healthz`)).status).toBe(200);
});
