/** A backup of a server that works, and what becomes of it: the same ledger, or a refusal. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fsck, openLedger, publish, readCheckpoint } from '@ombud/ledger';
import { postgresBinaries, startPostgres, type TestPostgres } from '@ombud/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contestWorld, entered } from '../../test/contest-world.ts';
import { askerOf, decisions, keyTextOf, loans, startServer, temporaryFolder } from '../../test/world.ts';
import type { Running } from '../index.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const hasPostgres = postgresBinaries() !== null;
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

const databases = ['SQLite', ...(hasPostgres ? ['PostgreSQL'] : [])];

/** A folder whose settings name a new database, or none. */
function folderOn(database: string): { readonly folder: string; readonly settings: string } {
  const folder = join(temporaryFolder(), 'ombud');
  mkdirSync(folder);
  const url = database === 'PostgreSQL' ? postgres?.newDatabase() : undefined;
  const settings = JSON.stringify({ origin: 'backup.example.org/log', database: url });
  writeFileSync(join(folder, 'settings.json'), settings);
  return { folder, settings };
}

/** Where a backup of such a folder is restored to. */
const elsewhere = (database: string) => {
  const url = database === 'PostgreSQL' ? postgres?.newDatabase() : undefined;
  return { folder: join(temporaryFolder(), 'again'), ...(url === undefined ? {} : { database: url }) };
};

const rootOf = async ({ services }: Running) => {
  const { size, root } = (await readCheckpoint(services.ledger)).checkpoint;
  return { size, root: Buffer.from(root).toString('base64') };
};

const backup = (folder: string) => backUp({ folder, to: join(temporaryFolder(), 'backup'), now: Date.now });

describe.each(databases)('on %s', (database) => {
  test('a backup that is taken while decisions come in is restored as the same ledger, whole', async () => {
    const { folder } = folderOn(database);
    const running = await startServer({ folder });
    const key = await keyTextOf(running, 'operator');
    const ask = askerOf(running.url, { authorization: `Bearer ${key}` });
    await ask('PUT', '/api/v1/systems/loans', loans);
    const batch = '/api/v1/systems/loans/decisions/batch';
    await ask('POST', batch, { decisions: decisions(300) });
    const before = await rootOf(running);
    let isOver = false;
    const writing = (async () => {
      for (let from = 300; !isOver; from += 20)
        expect((await ask('POST', batch, { decisions: decisions(20, from) })).status).toBe(200);
    })();
    const taken = await backup(folder);
    isOver = true;
    await writing;
    expect(taken.size).toBeGreaterThanOrEqual(before.size);
    const to = elsewhere(database);
    const restored = await restore({ from: taken.to, ...to });
    expect(restored).toMatchObject({ size: taken.size, root: taken.root, replayed: null });
    const receipt = await (await ask('GET', `/api/v1/log/entries/${before.size - 1}/receipt`)).text();
    const again = await startServer({ folder: to.folder });
    // Nothing was recorded in between, so it is the same tree to the last entry.
    expect(await rootOf(again)).toEqual({ size: taken.size, root: taken.root });
    const askAgain = askerOf(again.url, { authorization: `Bearer ${key}` });
    expect((await askAgain('POST', '/api/v1/receipts/check', receipt)).status).toBe(200);
    expect((await askAgain('POST', batch, { decisions: decisions(5, 1_000_000) })).status).toBe(200);
    expect(await fsck(again.services.ledger, { threads: 0 })).toMatchObject({ problem: null });
    if (to.database === undefined) return;
    const taking = restore({ from: taken.to, ...elsewhere(database), database: to.database });
    await expect(taking).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_EXISTS' });
  });

  test('who was erased after the backup is erased again: ledger, vault and letters, on record', async () => {
    const { folder } = folderOn(database);
    const world = await contestWorld({ folder });
    const { running } = world;
    await world.tell(2);
    const clerk = askerOf(running.url, { authorization: `Bearer ${await keyTextOf(running, 'clerk')}` });
    for (const subject of ['p-0', 'p-1'])
      await clerk('PUT', '/api/v1/vault/people', {
        subject,
        person: { name: `Name ${subject}`, language: 'en' },
      });
    const taken = await backup(folder);
    expect((await clerk('POST', '/api/v1/erasures', { subjects: ['p-0'] })).status).toBe(200);
    const published = temporaryFolder();
    await publish(running.services.ledger, published);
    const to = elsewhere(database);
    const { replayed } = await restore({ from: taken.to, ...to, published });
    expect(replayed?.erasures).toBe(1);
    expect(replayed?.entries).toBeGreaterThan(1);
    const again = await startServer({ folder: to.folder });
    expect(await fsck(again.services.ledger, { threads: 0 })).toMatchObject({ problem: null });
    const askAgain = askerOf(again.url, { authorization: `Bearer ${await keyTextOf(again, 'clerk')}` });
    const look = async (subject: string) =>
      (await askAgain('POST', '/api/v1/vault/look', { subject, why: 'Who is it' })).status;
    expect([await look('p-0'), await look('p-1')]).toEqual([404, 200]);
    for (const { services } of [running, again]) {
      const letters = await services.ledger.store.query<{ n: number }>(
        'select count(*) as n from contest_letters',
      );
      expect(Number(letters[0]?.n)).toBe(1);
    }
  });

  test('why somebody looked, cases and visits of who was erased after the backup do not come back, by request or by age', async () => {
    const { folder } = folderOn(database);
    const world = await contestWorld({ folder });
    const { running } = world;
    const told = await world.tell(2);
    const clerk = askerOf(running.url, { authorization: `Bearer ${await keyTextOf(running, 'clerk')}` });
    for (const one of told) {
      await entered(running, one);
      const at = `/api/v1/systems/payments/decisions/${one.decision}/look`;
      expect((await clerk('POST', at, { why: 'Mrs Example of 5 High Street rang' })).status).toBe(200);
    }
    const taken = await backup(folder);
    const heldAfter = async (erasure: object) => {
      expect((await clerk('POST', '/api/v1/erasures', erasure)).status).toBe(200);
      const published = temporaryFolder();
      await publish(running.services.ledger, published);
      const to = elsewhere(database);
      await restore({ from: taken.to, ...to, published });
      const { services } = await startServer({ folder: to.folder, withoutJobs: true });
      const count = async (what: string) =>
        Number((await services.ledger.store.query<{ n: number }>(`select count(*) as n from ${what}`))[0]?.n);
      return {
        reasons: await count(`looks where why like 'Mrs%'`),
        visits: await count('portal_visits'),
        letters: await count('contest_letters'),
        people: await count('contest_cases where subject is not null'),
      };
    };
    expect(await heldAfter({ subjects: ['p-0'] })).toEqual({ reasons: 1, visits: 1, letters: 1, people: 1 });
    expect(await heldAfter({ olderThanDays: 0 })).toEqual({ reasons: 0, visits: 0, letters: 0, people: 0 });
  });
});

test('half a backup is refused, and so is a place where something is', async () => {
  const { folder } = folderOn('SQLite');
  const running = await startServer({ folder });
  const { to } = await backup(folder);
  await expect(backUp({ folder, to, now: Date.now })).rejects.toMatchObject({ reason: 'exists' });
  const spoiled = (how: (copy: string) => void) => {
    const copy = join(temporaryFolder(), 'copy');
    cpSync(to, copy, { recursive: true });
    how(copy);
    return restore({ from: copy, folder: join(temporaryFolder(), 'again') });
  };
  const db = join('ledger', 'ledger.db');
  await expect(
    spoiled((copy) => truncateSync(join(copy, db), statSync(join(copy, db)).size / 2)),
  ).rejects.toMatchObject({ reason: 'file', params: { file: db } });
  await expect(spoiled((copy) => rmSync(join(copy, 'secret')))).rejects.toMatchObject({ reason: 'file' });
  await expect(spoiled((copy) => rmSync(join(copy, 'backup.json')))).rejects.toMatchObject({
    reason: 'no-backup',
  });
  await expect(spoiled((copy) => truncateSync(join(copy, 'backup.json'), 100))).rejects.toMatchObject({
    reason: 'file',
  });
  const later = readFileSync(join(to, 'backup.json'), 'utf8').replace('ombud/backup@1', 'ombud/backup@2');
  await expect(spoiled((copy) => writeFileSync(join(copy, 'backup.json'), later))).rejects.toMatchObject({
    reason: 'newer',
  });
  await expect(restore({ from: to, folder })).rejects.toMatchObject({ reason: 'not-empty' });
  await expect(
    restore({ from: to, folder: join(temporaryFolder(), 'x'), database: 'postgres://localhost/x' }),
  ).rejects.toMatchObject({ reason: 'not-for-database' });
  expect(running.url).toContain('127.0.0.1');
});

test('a run that was killed leaves no backup: what it leaves is named, and refused as one', async () => {
  const { folder } = folderOn('SQLite');
  await startServer({ folder });
  const to = join(temporaryFolder(), 'backup');
  mkdirSync(`${to}.part`);
  await expect(backUp({ folder, to, now: Date.now })).rejects.toMatchObject({ reason: 'unfinished' });
  await expect(restore({ from: `${to}.part`, folder: join(temporaryFolder(), 'x') })).rejects.toMatchObject({
    reason: 'no-backup',
  });
  expect(existsSync(to)).toBe(false);
});

test('a backup is for its owner alone, and one file holds the database', async () => {
  const { folder } = folderOn('SQLite');
  await startServer({ folder });
  const { to, size } = await backup(folder);
  const names = readdirSync(to, { recursive: true, withFileTypes: true });
  for (const one of names) {
    const mode = statSync(join(one.parentPath, one.name)).mode & 0o777;
    expect([one.name, mode]).toEqual([one.name, one.isDirectory() ? 0o700 : 0o600]);
  }
  expect(readdirSync(join(to, 'ledger')).sort()).toEqual(['ledger.db', 'signing-keys', 'trusted-keys']);
  const ledger = await openLedger(join(to, 'ledger'));
  expect((await readCheckpoint(ledger)).checkpoint.size).toBe(size);
  await ledger.store.close();
});
