/** The client against a real server: what it says was recorded is recorded, once, in order, whoever dies. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeKey } from '../../server/src/access/keys.ts';
import { decisions, keyOf, loans, startServer, temporaryFolder } from '../../server/test/world.ts';
import { recordedNumbers } from '../test/recorded.ts';
import { type ClientOptions, OmbudClient } from './index.ts';

type Options = Partial<ClientOptions> & { readonly url: string };

function clientOf(options: Options): OmbudClient {
  const usual = { key: 'ombud_x', system: 'loans', attempts: 2, backoffMs: 1 };
  const client = new OmbudClient({ ...usual, ...options } as ClientOptions);
  onTestFinished(() => client.close());
  return client;
}

async function servedLoans() {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  await operator('PUT', '/api/v1/systems/loans', loans);
  const by = { kind: 'key' as const, id: 'test', name: 'test', grants: [] };
  const { key } = await makeKey(running.services, by, {
    name: 'client',
    role: 'recorder',
    system: 'loans',
    expires: null,
  });
  return { running, url: running.url, key };
}

/** A server that answers as it is told, and counts. */
async function standIn(answer: (asked: number) => { status: number; body: unknown } | null) {
  let asked = 0;
  const server: Server = createServer((request, response) => {
    const told = answer(asked++);
    request.resume().on('end', () => {
      if (told === null) request.socket.destroy();
      else response.writeHead(told.status).end(JSON.stringify(told.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

describe('recording', () => {
  test('one and many; a bad one is refused with its reason, a repeated one is not recorded again', async () => {
    const { url, key } = await servedLoans();
    const ombud = clientOf({ url, key });
    const [good = { subject: '', decision: '' }] = decisions(1);
    const first = await ombud.record({ ...good, key: 'k-1' });
    expect(first).toMatchObject({ state: 'recorded', index: expect.any(Number), repeated: false });
    expect(await ombud.record({ ...good, key: 'k-1' })).toEqual({ ...first, repeated: true });
    expect(await ombud.record({ ...good, subject: 'another', key: 'k-1' })).toMatchObject({
      state: 'refused',
      reason: 'OMBUD_E_LEDGER_ENTRY/key-reused',
    });
    const many = await ombud.recordMany([
      ...decisions(2500, 10),
      { ...good, inputs: {} },
      ...decisions(1, 9000),
    ]);
    expect(many.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 2500 }, () => 'recorded'),
      'refused',
      'recorded',
    ]);
    const indices = many.flatMap((one) => (one.state === 'recorded' ? [one.index] : []));
    expect(indices).toEqual([...indices].sort((a, b) => a - b));
  });

  test('what cannot be let in is an error that names why', async () => {
    const { url, key } = await servedLoans();
    const wrong = clientOf({ url, key: 'ombud_wrong' });
    await expect(wrong.record({ subject: 's', decision: 'yes' })).rejects.toMatchObject({
      code: 'OMBUD_E_WHO',
      status: 401,
    });
    const other = clientOf({ url, key, system: 'others' });
    await expect(other.record({ subject: 's', decision: 'yes' })).rejects.toMatchObject({
      code: 'OMBUD_E_FORBIDDEN',
      status: 403,
    });
  });

  test('an answer that was lost is asked for again with the same key', async () => {
    const { running, url, key } = await servedLoans();
    let lost = 0;
    const proxy = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(`${url}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: Buffer.concat(chunks),
      });
      const body = await answer.text();
      // The server has recorded it; the one who asks never hears of it.
      if (lost++ === 0) request.socket.destroy();
      else response.writeHead(answer.status).end(body);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const ombud = clientOf({ url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    const before = (await running.services.ledger.store.readLog()).size;
    const [outcome] = await ombud.recordMany(decisions(1));
    expect(outcome).toMatchObject({ state: 'recorded', index: before, repeated: true });
    expect((await running.services.ledger.store.readLog()).size).toBe(before + 1);
  });

  test.each([500, 502, 503, 429])('%i is asked again, as often as was said', async (status) => {
    const server = await standIn(() => ({ status, body: {} }));
    const ombud = clientOf({ url: server.url, attempts: 3 });
    await expect(ombud.record({ subject: 's', decision: 'yes' })).rejects.toMatchObject({ status });
    expect(server.asked()).toBe(3);
  });

  test.each([
    ['a page', 'not ours'],
    ['fewer answers than decisions', { decisions: [] }],
  ])('%s in place of an answer says nothing of a decision', async (_, body) => {
    const server = await standIn(() => ({ status: 200, body }));
    const ombud = clientOf({ url: server.url });
    await expect(ombud.record({ subject: 's', decision: 'yes' })).rejects.toMatchObject({
      reason: 'not-an-answer',
    });
  });
});

const root = join(import.meta.dirname, '..', '..', '..');
const run = async (program: string, args: readonly string[], env: Record<string, string>, cwd: string) => {
  const { stdout, stderr } = await promisify(execFile)(program, [...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  return `${stdout}${stderr}`;
};
const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)(
  'the client of Python records with the real server (skipped without python3)',
  async () => {
    const { url, key } = await servedLoans();
    const env = { OMBUD_TEST_SERVER: url, OMBUD_TEST_KEY: key };
    const told = await run(
      'python3',
      [join(root, 'python', 'tests', 'test_client.py'), 'RealServerTest'],
      env,
      root,
    );
    expect(told).toMatch(/Ran 1 test .*\n\nOK\s*$/);
  },
);

test('the examples of a batch and of a shell record with the real server', async () => {
  const { url, key } = await servedLoans();
  const env = { OMBUD_URL: url, OMBUD_KEY: key };
  const folder = temporaryFolder();
  const examples = join(root, 'examples', 'clients');
  const lines = decisions(1200).map((one, i) => JSON.stringify({ ...one, key: `night-${i}` }));
  writeFileSync(join(folder, 'lines'), lines.join('\n'));
  const batch = `"${process.execPath}" --conditions=source --no-warnings "${examples}/batch/record-file.mjs" < lines`;
  expect(await run('sh', ['-c', batch], env, folder)).toBe('1200 recorded, 0 were there, 0 refused\n');
  expect(await run('sh', ['-c', batch], env, folder)).toBe('0 recorded, 1200 were there, 0 refused\n');
  const told = await run('sh', [join(examples, 'curl', 'record.sh')], env, folder);
  expect(told).toMatch(/"index":\d+.*\nreceipt: \d{3,} bytes\n/);
});

const none = { subject: '', decision: '' };

describe('the spool', () => {
  const spooling = (url: string, key: string, spool: string): Options => ({
    url,
    key,
    whenDown: 'spool',
    spool,
    everyMs: 1_000_000,
  });

  test('keeps decisions in order while the server is away; a torn last line is not taken for one', async () => {
    const { running, url, key } = await servedLoans();
    const spool = join(temporaryFolder(), 'spool');
    const away = clientOf(spooling('http://127.0.0.1:9', key, spool));
    const [a = none, b = none, c = none] = decisions(3);
    expect(await away.recordMany([a, b])).toMatchObject([{ state: 'spooled' }, { state: 'spooled' }]);
    expect(await away.record({ ...a, subject: 'bad', inputs: {} })).toMatchObject({ state: 'spooled' });
    expect(statSync(spool).mode & 0o777).toBe(0o600);
    await away.close();
    appendFileSync(spool, '{"decision":{"subject":"torn');

    const sent: string[] = [];
    const onSent = ({ subject }: { subject: string }, { state }: { state: string }) =>
      sent.push(`${subject} ${state}`);
    const back = clientOf({ ...spooling(url, key, spool), onSent } as Options);
    await back.flush();
    expect(sent).toEqual(['s-0 recorded', 's-1 recorded', 'bad refused']);
    expect(await back.record(c)).toMatchObject({ state: 'recorded' });
    expect(await back.waiting()).toBe(0);
    expect(readFileSync(spool, 'utf8')).toBe('');
    expect(JSON.parse(readFileSync(`${spool}.refused`, 'utf8'))).toMatchObject({
      reason: 'input-missing',
      decision: { subject: 'bad' },
    });
    await running.close();
    expect(await recordedNumbers(running.services.place.location)).toEqual([0, 1, 2]);
  });

  test('is one process’s alone; a file that is none is left as it is', async () => {
    const spool = join(temporaryFolder(), 'spool');
    const first = clientOf(spooling('http://127.0.0.1:9', 'k', spool));
    await first.record({ subject: 's', decision: 'yes' });
    const script = `import { OmbudClient } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
      const client = new OmbudClient({ url: 'http://127.0.0.1:9', key: 'k', system: 'loans', attempts: 1, whenDown: 'spool', spool: ${JSON.stringify(spool)} });
      await client.record({ subject: 't', decision: 'yes' }).catch((error) => console.log(error.code, error.reason));
      await client.close();`;
    const other = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', script]);
    let told = '';
    other.stdout.on('data', (chunk: Buffer) => {
      told += chunk;
    });
    await new Promise((resolve) => other.on('close', resolve));
    expect(told).toBe('OMBUD_CLIENT_SPOOL in-use\n');
    expect(await first.waiting()).toBe(1);

    const letter = join(temporaryFolder(), 'letter');
    appendFileSync(letter, 'Dear Ada,\n');
    const wrong = clientOf(spooling('http://127.0.0.1:9', 'k', letter));
    await expect(wrong.record({ subject: 's', decision: 'yes' })).rejects.toMatchObject({
      reason: 'not-a-spool',
    });
    expect(readFileSync(letter, 'utf8')).toBe('Dear Ada,\n');
    expect(existsSync(`${letter}.lock`)).toBe(false);
  });
});

describe('mayDecide', () => {
  test('says what the breaker says, and asks it no more often than every second', async () => {
    const states = [
      { mayDecide: true, position: 'closed' },
      { mayDecide: false, position: 'open' },
      { mayDecide: false, position: 'human-only' },
    ];
    const server = await standIn((asked) => ({ status: 200, body: states[asked % states.length] }));
    const asks = clientOf({ url: server.url, breakerMs: 0 });
    expect([await asks.mayDecide(), await asks.breaker(), await asks.mayDecide()]).toEqual([
      true,
      'open',
      false,
    ]);
    const calm = clientOf({ url: server.url });
    const before = server.asked();
    expect([await calm.mayDecide(), await calm.mayDecide()]).toEqual([true, true]);
    expect(server.asked()).toBe(before + 1);
  });

  test('of a real server: yes, and no once somebody opened the breaker', async () => {
    const { running, url, key } = await servedLoans();
    const ombud = clientOf({ url, key, breakerMs: 0 });
    expect([await ombud.mayDecide(), await ombud.breaker()]).toEqual([true, 'closed']);
    const operator = await keyOf(running, 'operator');
    const opened = await operator('POST', '/api/v1/systems/loans/breaker/opening', {
      why: 'a fault was found',
    });
    expect(opened.status).toBe(201);
    expect([await ombud.mayDecide(), await ombud.breaker()]).toEqual([false, 'open']);
    const outcome = await ombud.record({ ...none, ...decisions(1)[0] });
    expect(outcome).toMatchObject({ state: 'recorded' });
  });

  test('no answer is no leave, unless it was said before', async () => {
    const url = 'http://127.0.0.1:9';
    expect(await clientOf({ url }).mayDecide()).toBe(false);
    const willing = clientOf({ url, whenUnknown: 'decide' });
    expect([await willing.mayDecide(), await willing.breaker()]).toEqual([true, 'unknown']);
  });
});
