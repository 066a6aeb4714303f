/** Passwords over TLS, with a real Trino and a real PostgreSQL: whatever happens, none stands in anything that is written. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canMakeCertificate,
  freePort,
  makeCertificate,
  postgresBinaries,
  startPostgres,
  startTrino,
  type TestCertificate,
  type TestPostgres,
  type TestTrino,
  trinoInstalled,
  trinoReadsPasswords,
} from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand } from '../../test/built-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-secrets-'));
const secret = 'hunter2-Zq9';
const command = buildCommand();
afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

let certificate: TestCertificate;
beforeAll(() => {
  if (canMakeCertificate()) certificate = makeCertificate(folder);
});

interface Run {
  readonly exit: number | null;
  /** All that came out: both streams and every file. */
  readonly written: string;
  readonly result: unknown;
}

let runs = 0;

/** Audits in a process of its own, since what a machine trusts is settled when it starts. */
async function audited(
  source: string,
  roles: readonly string[],
  given: Readonly<Record<string, string>>,
): Promise<Run> {
  const out = join(folder, `out${runs++}`);
  const env = { ...process.env, OMBUD_DEBUG: '1', ...given };
  const words = [command.file, 'audit', source, ...roles, '--out', `${out}/`];
  const done = spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [done.stdout, done.stderr]) stream.on('data', (part) => printed.push(part));
  const [exit] = (await once(done, 'close')) as [number | null];
  const files = exit === 0 ? readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8')) : [];
  const result = exit === 0 ? JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) : null;
  return { exit, written: [Buffer.concat(printed).toString(), ...files].join('\n'), result };
}

/** A result without what is its own: where the rows lie, and this run. */
const measured = (run: Run): unknown => {
  const { source, run: _run, ...rest } = run.result as { source: { location: string }; run: unknown };
  return { ...rest, source: { ...source, location: '' } };
};

const basic = (user: string): string => Buffer.from(`${user}:${secret}`).toString('base64');

/** Neither the password nor what is made of it. */
function expectNoSecret({ written }: Run): void {
  expect(written).not.toContain(secret);
  expect(written).not.toContain(basic('auditor'));
}

const noTrino = trinoInstalled() === null || !canMakeCertificate();
if (noTrino) process.stderr.write('No Trino or no openssl here: passwords of Trino are not tested.\n');

describe.skipIf(noTrino)('Trino', () => {
  let trino: TestTrino;
  let gateway: Server;
  let gatewayHost = '';
  const roles = ['--decision', 'acctbal>=4000', '--groups', 'mktsegment', '--favourable', 'positive'];
  const table = 'tpch/tiny/customer?tls=true';

  /** What stands before a cluster in most places: it ends TLS, asks for the password, and hands on the rest. */
  function handOn(asked: IncomingMessage, answer: ServerResponse): void {
    if (asked.headers.authorization !== `Basic ${basic('auditor')}`) {
      answer.writeHead(401).end(`no: ${asked.headers.authorization ?? 'nothing'}`);
      return;
    }
    const { authorization: _, ...headers } = asked.headers;
    const [host = '', port = ''] = trino.host.split(':');
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': gatewayHost };
    const onward = request(
      { host, port, method: asked.method, path: asked.url, headers: { ...headers, ...forwarded } },
      (got) => got.pipe(answer.writeHead(got.statusCode ?? 500, got.headers)),
    );
    asked.pipe(onward);
  }

  beforeAll(async () => {
    trino = await startTrino(0, certificate.pem);
    const port = await freePort();
    gatewayHost = `127.0.0.1:${port}`;
    const pems = { key: readFileSync(certificate.key), cert: readFileSync(certificate.certificate) };
    gateway = createSecureServer(pems, handOn).listen(port, '127.0.0.1');
  }, 300_000);
  afterAll(async () => {
    gateway?.close();
    await trino?.stop();
  });

  const trusting = () => ({ NODE_EXTRA_CA_CERTS: certificate.certificate });

  test('with TLS of its own and with a password through a gateway: the same result as without', async () => {
    const open = await audited(`trino://auditor@${trino.host}/tpch/tiny/customer`, roles, {});
    expect(open.exit).toBe(0);
    const secure = await audited(`trino://auditor@${trino.secureHost}/${table}`, roles, trusting());
    const guarded = await audited(`trino://auditor@${gatewayHost}/${table}`, roles, {
      ...trusting(),
      OMBUD_TRINO_PASSWORD: secret,
    });
    expect([secure.exit, guarded.exit]).toEqual([0, 0]);
    expect(measured(secure)).toEqual(measured(open));
    expect(measured(guarded)).toEqual(measured(open));
    expectNoSecret(guarded);
    expect(trino.logs()).not.toContain(secret);
  });

  test.each([
    ['a wrong password', () => gatewayHost, { OMBUD_TRINO_PASSWORD: 'wrong-1' }, 'refused (401)'],
    ['no password', () => gatewayHost, {}, 'refused (401)'],
    [
      'a password that Trino itself does not want',
      () => trino.secureHost,
      { OMBUD_TRINO_PASSWORD: secret },
      'refused (401)',
    ],
    ['an unknown table', () => gatewayHost, { OMBUD_TRINO_PASSWORD: secret }, 'OMBUD_E_DATABASE_LOCATION'],
    [
      'a certificate that nobody vouches for',
      () => gatewayHost,
      { OMBUD_TRINO_PASSWORD: secret, NODE_EXTRA_CA_CERTS: '' },
      'vouched for by nobody',
    ],
    [
      'a password without TLS',
      () => trino.host,
      { OMBUD_TRINO_PASSWORD: secret, plain: '1' },
      'OMBUD_E_DATABASE_LOCATION',
    ],
  ])('%s is one sentence and no secret', async (what, host, env, sentence) => {
    const asked = what.includes('table')
      ? 'tpch/tiny/absent?tls=true'
      : 'plain' in env
        ? 'tpch/tiny/customer'
        : table;
    const ran = await audited(`trino://auditor@${host()}/${asked}`, roles, { ...trusting(), ...env });
    expect(ran.exit).toBe(2);
    expect(ran.written).toContain(sentence);
    expectNoSecret(ran);
    expect(ran.written).not.toContain('wrong-1');
  });
});

const noAuthenticator = noTrino || !trinoReadsPasswords();
if (noAuthenticator)
  process.stderr.write('No plugin for passwords here: those of Trino itself are not tested.\n');

describe.skipIf(noAuthenticator)('Trino that asks for the password itself', () => {
  let trino: TestTrino;
  const roles = ['--decision', 'acctbal>=4000', '--groups', 'mktsegment', '--favourable', 'positive'];
  const trusting = () => ({ NODE_EXTRA_CA_CERTS: certificate.certificate });
  const asked = (user: string, given: Readonly<Record<string, string>>) =>
    audited(`trino://${user}@${trino.secureHost}/tpch/tiny/customer?tls=true`, roles, {
      ...trusting(),
      ...given,
    });

  beforeAll(async () => {
    trino = await startTrino(0, certificate.pem, { user: 'auditor', password: secret });
  }, 300_000);
  afterAll(() => trino?.stop());

  test('the right password: the same result as in the open, and it is nowhere', async () => {
    const open = await audited(`trino://auditor@${trino.host}/tpch/tiny/customer`, roles, {});
    const guarded = await asked('auditor', { OMBUD_TRINO_PASSWORD: secret });
    expect([open.exit, guarded.exit]).toEqual([0, 0]);
    expect(measured(guarded)).toEqual(measured(open));
    expectNoSecret(guarded);
    expect(trino.logs()).not.toContain(secret);
  });

  test.each([
    ['a wrong password', 'auditor', { OMBUD_TRINO_PASSWORD: 'wrong-1' }],
    ['somebody unknown', 'nobody', { OMBUD_TRINO_PASSWORD: secret }],
    ['no password', 'auditor', {}],
  ])('%s is one sentence and no secret', async (_, user, given) => {
    const ran = await asked(user, given);
    expect(ran.exit).toBe(2);
    expect(ran.written).toContain('refused (401)');
    expectNoSecret(ran);
    expect(ran.written).not.toContain('wrong-1');
    expect(ran.written).not.toContain(basic(user));
  });
});

const noPostgres = postgresBinaries() === null || !canMakeCertificate();
if (noPostgres) process.stderr.write('No PostgreSQL or no openssl here: its passwords are not tested.\n');

describe.skipIf(noPostgres)('PostgreSQL', () => {
  let postgres: TestPostgres;
  let place = '';
  const roles = ['--decision', 'hired=yes', '--groups', 'sex', '--favourable', 'positive'];

  beforeAll(async () => {
    postgres = await startPostgres();
    const database = postgres.newDatabase();
    const data = postgres.sql(database, 'show data_directory').trim();
    const { uid, gid } = statSync(data);
    const put = (name: string, text: string): void => {
      writeFileSync(join(data, name), text, { mode: 0o600 });
      chownSync(join(data, name), uid, gid);
    };
    put('server.key', readFileSync(certificate.key, 'utf8'));
    put('server.crt', readFileSync(certificate.certificate, 'utf8'));
    put(
      'pg_hba.conf',
      'local all all trust\nhostssl all auditor 127.0.0.1/32 scram-sha-256\nhost all ombud 127.0.0.1/32 trust\n',
    );
    postgres.sql(
      database,
      `create role auditor login password '${secret}'; create table people as select (array['F','M'])[1 + i % 2] as sex, (array['yes','no'])[1 + i % 3 % 2] as hired from generate_series(1, 600) i; grant select on people to auditor`,
    );
    for (const setting of ['ssl = on', "ssl_cert_file = 'server.crt'", "ssl_key_file = 'server.key'"])
      postgres.sql(database, `alter system set ${setting}`);
    postgres.sql(database, 'select pg_reload_conf()');
    place = database.replace('ombud@', 'auditor@');
  }, 60_000);
  afterAll(() => postgres?.stop());

  const trusted = () => `sslmode=verify-full&sslrootcert=${certificate.certificate}`;

  test('a password over TLS: audited, and it is nowhere', async () => {
    const ran = await audited(`${place}?${trusted()}#people`, roles, { PGPASSWORD: secret });
    expect(ran.exit).toBe(0);
    expectNoSecret(ran);
  });

  test.each([
    ['a wrong password', trusted, 'wrong-1', '#people', 'refused'],
    ['an unknown table', trusted, secret, '#absent', 'OMBUD_E_DATABASE_LOCATION'],
    [
      'a certificate that nobody vouches for',
      () => 'sslmode=verify-full',
      secret,
      '#people',
      'vouched for by nobody',
    ],
    ['a password without TLS', () => 'sslmode=disable', secret, '#people', 'OMBUD_E_DATABASE'],
  ])('%s is one sentence and no secret', async (_, settings, password, table, sentence) => {
    const ran = await audited(`${place}?${settings()}${table}`, roles, { PGPASSWORD: password });
    expect(ran.exit).toBe(2);
    expect(ran.written).toContain(sentence);
    expectNoSecret(ran);
    expect(ran.written).not.toContain('wrong-1');
  });
});
