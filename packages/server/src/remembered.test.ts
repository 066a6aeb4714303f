import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresBinaries, startPostgres, type TestPostgres } from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { keyOf, startServer, temporaryFolder } from '../test/world.ts';

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
});
