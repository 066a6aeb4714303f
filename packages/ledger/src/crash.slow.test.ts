/** A process that is killed loses no acknowledged entry, and records none twice. */
import { join } from 'node:path';
import { postgresBinaries, sized, startPostgres, type TestPostgres } from '@ombud/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChild, until } from '../test/child.ts';
import { logOrigin, temporaryFolder } from '../test/helpers.ts';
import { closeLedger, createLedger, fsck, openLedger } from './index.ts';

const hasPostgres = postgresBinaries() !== null;
let postgres: TestPostgres | null = null;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

/** Few at once are written by the process; of many at once, after the first thousands, a thread writes. */
const fewAtOnce = { script: 'append-forever.ts', least: 1, spread: 200 };
const manyAtOnce = { script: 'append-batches-forever.ts', least: 6000, spread: 3000 };

/** Kills a writer in each round at another moment; gives the acknowledged subjects by index. */
async function killRounds(
  location: string,
  rounds: number,
  { script, least, spread } = fewAtOnce,
): Promise<Map<number, string>> {
  const acknowledged = new Map<number, string>();
  for (let round = 0; round < rounds; round++) {
    const child = startChild(script, [location, `round${round}`]);
    const enough = least + ((round * 37) % spread);
    await until(() => child.lines().length > enough || child.process.exitCode !== null);
    child.process.kill('SIGKILL');
    expect(await child.ended, child.lines().join('\n')).toBeNull();
    for (const line of child.lines().slice(1)) {
      const [index, subject] = line.split(' ');
      expect(acknowledged.has(Number(index))).toBe(false);
      acknowledged.set(Number(index), subject ?? '');
    }
  }
  return acknowledged;
}

async function requireAll(location: string, acknowledged: ReadonlyMap<number, string>): Promise<void> {
  const ledger = await openLedger(location);
  const { problem, entries } = await fsck(ledger);
  expect(problem).toBeNull();
  const recorded = new Map<number, string>();
  for await (const page of ledger.store.readPages(0, entries, { payloads: true, attributes: false }))
    for (const { index, payload } of page) recorded.set(index, JSON.parse(payload?.body ?? '{}').subject);
  await closeLedger(ledger);
  expect(recorded.size).toBe(entries);
  expect(new Set(recorded.values()).size).toBe(entries);
  for (const [index, subject] of acknowledged) expect(recorded.get(index)).toBe(subject);
}

const rounds = sized(100, 40);

test(`SQLite: kill -9 in ${rounds} rounds during appends`, async () => {
  const location = join(temporaryFolder(), 'ledger');
  await createLedger(location, logOrigin);
  const acknowledged = await killRounds(location, rounds);
  expect(acknowledged.size).toBeGreaterThan(10 * rounds);
  await requireAll(location, acknowledged);
});

test(`SQLite: kill -9 in ${sized(40, 10)} rounds while a thread commits`, async () => {
  const location = join(temporaryFolder(), 'ledger');
  await createLedger(location, logOrigin);
  const acknowledged = await killRounds(location, sized(40, 10), manyAtOnce);
  expect(acknowledged.size).toBeGreaterThan(sized(40, 10) * manyAtOnce.least);
  await requireAll(location, acknowledged);
});

test.skipIf(!hasPostgres)(
  'PostgreSQL: kill -9 of the writer in 15 rounds (skipped where none is installed)',
  async () => {
    const location = postgres?.newDatabase() ?? '';
    await createLedger(location, logOrigin);
    const acknowledged = await killRounds(location, 15);
    expect(acknowledged.size).toBeGreaterThan(100);
    await requireAll(location, acknowledged);
  },
);
