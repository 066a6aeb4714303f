import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresBinaries, startPostgres, type TestPostgres } from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askerOf, keyOf, keyTextOf, personOf, startServer, temporaryFolder } from '../test/world.ts';
import { changeAccount } from './access/accounts.ts';
import { findKey, revokeKey } from './access/keys.ts';
import { knownOf } from './access/roles.ts';

const hasPostgres = postgresBinaries() !== null;

let postgres: TestPostgres;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

describe.skipIf(!hasPostgres)('on PostgreSQL', () => {
  test('a key that another process revokes while the lock is lost opens nothing, and is not remembered from before', async () => {
    const database = postgres.newDatabase();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ origin: 'two.example.org/log', database }));
    const running = await startServer({ folder, withoutJobs: true });
    const { state, writer } = running.services;
    const viewer = await keyOf(running, 'viewer');
    const status = async () => (await viewer('GET', '/api/v1/systems')).status;
    const table = postgres
      .sql(
        database,
        `select table_schema || '.' || table_name from information_schema.tables where table_name like '%api_keys'`,
      )
      .trim();
    const revoke = (at: string) => postgres.sql(database, `update ${table} set revoked = ${at}`);
    expect(await status()).toBe(200);

    postgres.sql(database, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
    await vi.waitFor(() => expect(writer.generation).toBeNull());
    revoke(`'2026-01-01T00:00:00.000Z'`);
    expect(await status()).toBe(401);

    await state.change(async () => {});
    expect(await status()).toBe(401);
    await state.change(async () => revoke('null'));
    expect(await status()).toBe(200);
    // The lock goes and comes back between two requests.
    postgres.sql(database, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
    await vi.waitFor(() => expect(writer.generation).toBeNull());
    revoke(`'2026-01-01T00:00:00.000Z'`);
    await writer.ledger.store.reconnect();
    expect(await status()).toBe(401);
  });

  test('rights that a second server changes are not shown by the first, which has lost the lock', async () => {
    const database = postgres.newDatabase();
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ origin: 'pair.example.org/log', database }),
    );
    const first = await startServer({ folder, withoutJobs: true });
    const asked = async (url: string, key: string) =>
      (await askerOf(url, { authorization: `Bearer ${key}` })('GET', '/api/v1/systems')).status;
    const [revoked, remaining] = [await keyTextOf(first, 'viewer'), await keyTextOf(first, 'viewer')];
    // One administrator stays.
    await personOf(first, 'administrator');
    const { cookie, id } = await personOf(first, 'administrator');
    const page = async (url: string) => (await askerOf(url, { cookie })('GET', '/people')).status;
    expect([
      await asked(first.url, revoked),
      await asked(first.url, remaining),
      await page(first.url),
    ]).toEqual([200, 200, 200]);
    // Two servers never write one ledger.
    await expect(startServer({ folder, withoutJobs: true })).rejects.toMatchObject({ kind: 'conflict' });

    postgres.sql(database, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
    await vi.waitFor(() => expect(first.services.writer.generation).toBeNull());
    const second = await startServer({ folder, withoutJobs: true });
    const by = { kind: 'key' as const, id: 'test', name: 'test', grants: [] };
    const gone = knownOf((await findKey(second.services, revoked)) ?? { kind: 'anonymous' });
    await revokeKey(second.services, by, gone.id);
    await changeAccount(second.services, by, id, {
      grants: [{ role: 'viewer', system: null }],
      disabled: false,
    });
    for (const { url } of [first, second])
      expect([await asked(url, revoked), await asked(url, remaining), await page(url)]).toEqual([
        401, 200, 403,
      ]);
  });
});
