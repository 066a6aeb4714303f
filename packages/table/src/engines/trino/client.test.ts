/** What a server, or somebody who plays one, may answer; a real Trino is asked in packages/audit/src/trino-engine.slow.test.ts. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { told } from '@ombud/testing';
import { afterEach, expect, test } from 'vitest';
import { openSource } from '../../sources/open-source.ts';
import { askTrino } from './client.ts';

type Handler = (
  request: IncomingMessage,
  origin: string,
  statement: string,
) => { status?: number; body: unknown; drop?: boolean };

const servers: Server[] = [];
afterEach(() => {
  delete process.env['OMBUD_TRINO_PASSWORD'];
  for (const server of servers.splice(0)) server.close();
});

async function serve(handle: Handler): Promise<string> {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const { port } = server.address() as AddressInfo;
    const { status = 200, body, drop } = handle(request, `http://127.0.0.1:${port}`, await text(request));
    if (drop) request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const running = { state: 'RUNNING', progressPercentage: 50 };
const finished = { state: 'FINISHED', progressPercentage: 100 };
const ask = async (host: string) =>
  (
    await askTrino(
      { origin: `http://${host}`, headers: { Authorization: 'Basic c2VjcmV0' } },
      'SELECT 1',
      () => {},
    )
  ).rows;

test('rows of all pages, in order', async () => {
  const host = await serve(({ url = '' }, origin) => {
    const place = Number(url.split('/').pop()) || 0;
    return place === 2
      ? { body: { data: [[3]], stats: finished } }
      : { body: { data: [[place + 1]], nextUri: `${origin}/next/${place + 1}`, stats: running } };
  });
  expect(await ask(host)).toEqual([[1], [2], [3]]);
});

test('an error in the body of a good answer is an error, and the rows before it are none', async () => {
  const host = await serve(({ method }, origin) =>
    method === 'POST'
      ? { body: { data: [[1]], nextUri: `${origin}/next`, stats: running } }
      : { body: { error: { errorName: 'REMOTE_HOST_GONE', message: 'gone' }, stats: { state: 'FAILED' } } },
  );
  await expect(ask(host)).rejects.toMatchObject({ kind: 'query', state: 'REMOTE_HOST_GONE' });
});

test.each([
  ['cut off', { body: null, drop: true }],
  ['without an end', { body: { data: [[2]], stats: running } }],
] as const)('an answer %s is an error', async (_, last) => {
  const host = await serve(({ method }, origin) =>
    method === 'POST' ? { body: { data: [[1]], nextUri: `${origin}/next`, stats: running } } : last,
  );
  await expect(ask(host)).rejects.toMatchObject({ kind: 'lost' });
});

test('a next page of another origin is not asked for, with or without credentials', async () => {
  const asked: unknown[] = [];
  const other = await serve(({ headers }) => {
    asked.push(headers);
    return { body: { data: [[1]], stats: finished } };
  });
  const host = await serve(() => ({ body: { nextUri: `http://${other}/next`, stats: running } }));
  await expect(ask(host)).rejects.toMatchObject({ kind: 'not-trino' });
  expect(asked).toEqual([]);
});

test('a server that is busy is asked again', async () => {
  let times = 0;
  const host = await serve(() => {
    times += 1;
    return times < 3 ? { status: 503, body: null } : { body: { data: [[1]], stats: finished } };
  });
  expect(await ask(host)).toEqual([[1]]);
});

const location = (host: string) => `trino://auditor@${host}/lake/loans/decisions`;
const error = (name: string) => ({
  body: { error: { errorName: name, message: 'of Alice' }, stats: { state: 'FAILED' } },
});

test.each([
  [
    'REMOTE_HOST_GONE',
    () => error('REMOTE_HOST_GONE'),
    /machine of the cluster.*Nothing was counted.*OMBUD_E_DATABASE/,
  ],
  ['TABLE_NOT_FOUND', () => error('TABLE_NOT_FOUND'), /no table "decisions".*OMBUD_E_DATABASE_LOCATION/],
  ['GENERIC_INTERNAL_ERROR', () => error('GENERIC_INTERNAL_ERROR'), /could not answer/],
  ['401', () => ({ status: 401, body: 'x' }), /refused/],
  ['a page of something else', () => ({ body: { hello: 1 } }), /does not speak the protocol/],
] as const)('%s is told in a sentence that quotes nobody', async (_, answer, sentence) => {
  const host = await serve(answer);
  const text = await told(() => openSource(location(host)));
  expect(text).toMatch(sentence);
  expect(text).not.toContain('Alice');
});

/** Plays a table, and notes what it was asked. */
async function table(answer: (statement: string) => object) {
  const asked: string[] = [];
  const host = await serve((_, __, statement) => {
    asked.push(statement);
    return { body: { stats: finished, ...answer(statement) } };
  });
  return { asked, host };
}

test('a table without times is opened by one statement that is not run; one with times by asking how finely they are read', async () => {
  const columns = [{ name: 'sex', type: 'varchar(1)' }];
  const plain = await table(() => ({ columns }));
  await openSource(location(plain.host));
  expect(plain.asked).toEqual(['SELECT * FROM "lake"."loans"."decisions" LIMIT 0']);
  const timed = await table(() => ({ columns: [...columns, { name: 'day', type: 'array(timestamp(3))' }] }));
  await openSource(location(timed.host));
  expect(timed.asked.map((statement) => statement.split(' ')[0])).toEqual(['SELECT', 'SHOW']);
});

test('who may not see every column is told of those that they may', async () => {
  const denied = error('PERMISSION_DENIED').body;
  const some = await table((statement) =>
    /LIMIT 0$/.test(statement) ? denied : { data: [['sex', 'varchar']] },
  );
  const engine = await openSource(location(some.host));
  expect(engine.columns).toEqual([{ name: 'sex', type: 'varchar', numeric: false }]);
  const none = await table((statement) => (/LIMIT 0$/.test(statement) ? denied : { data: [] }));
  expect(await told(() => openSource(location(none.host)))).toMatch(/refused/);
});

test('nobody there', async () => {
  expect(await told(() => openSource('trino://127.0.0.1:1/a/b/c'))).toMatch(/No database answers/);
});

const secret = 'hunter2-Zq9';

test('a password goes over no open connection', async () => {
  process.env['OMBUD_TRINO_PASSWORD'] = secret;
  const heard: string[] = [];
  const host = await serve(({ headers }) => {
    heard.push(JSON.stringify(headers));
    return { body: { stats: finished } };
  });
  expect(await told(() => openSource(location(host)))).toMatch(/not sent.*without encryption/);
  expect(heard).toEqual([]);
});

test.each([
  `trino://auditor:${secret}@127.0.0.1:8080/a/b/c`,
  `trino://127.0.0.1:8080/a/b/c?password=${secret}`,
])('a password in the location is refused and not repeated: %#', async (source) => {
  const thrown: unknown = await openSource(source).catch((caught: unknown) => caught);
  expect(await told(() => Promise.reject(thrown))).toMatch(/OMBUD_E_DATABASE_LOCATION/);
  expect(inspect(thrown, { depth: 9, showHidden: true })).not.toContain(secret);
});
