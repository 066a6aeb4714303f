/** A lock that another holds on the database for a moment: a commit waits for it, and the process goes on meanwhile. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { decision } from '../../test/helpers.ts';
import { newLedger } from '../../test/new-ledger.ts';
import { closeLedger, fsck, openLedger, openWriter } from '../index.ts';

async function lockedWorld(count: number) {
  const folder = await newLedger(0);
  const writer = await openWriter(folder);
  onTestFinished(() => writer.close());
  for (let i = 0; i < count; i += 1000)
    await writer.appendMany(Array.from({ length: 1000 }, (_, j) => decision(`before-${i + j}`)));
  const other = new DatabaseSync(join(folder, 'ledger.db'));
  onTestFinished(() => other.close());
  other.exec('begin immediate');
  return { folder, writer, release: () => other.exec('rollback') };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const many = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => decision(`${name}-${i}`));

test.each([
  ['here', 0, 20],
  ['by the thread', 4000, 1000],
])('commits that are written %s wait for a short lock, in their order', async (_, before, count) => {
  const { folder, writer, release } = await lockedWorld(before);
  const settled: string[] = [];
  const asked = ['a', 'b', 'c'].map((name) =>
    writer.appendMany(many(name, count)).then((places) => {
      settled.push(name);
      return places[0]?.index;
    }),
  );
  const one = writer.append(decision('alone'));
  await pause();
  expect(settled).toEqual([]);
  release();
  expect(await Promise.all(asked)).toEqual([before, before + count, before + 2 * count]);
  expect(await one).toMatchObject({ index: before + 3 * count });
  const ledger = await openLedger(folder);
  expect((await fsck(ledger)).problem).toBeNull();
  await closeLedger(ledger);
});

test("an application's own statements and a change without entries wait too", async () => {
  const { writer, release } = await lockedWorld(0);
  const within = writer.append([decision('a')], {
    within: async ({ run }) => void (await run('create table own (n integer)')),
  });
  const change = writer.change(({ run }) => run('insert into own values (?)', [7]));
  await pause();
  release();
  expect(await within).toMatchObject([{ index: 0 }]);
  expect(await change).toBe(1);
});

test('a lock that stays is told, nothing is recorded, and the log goes on when it is gone', async () => {
  const { writer, release } = await lockedWorld(0);
  const asked = [writer.appendMany(many('a', 20)), writer.appendMany(many('b', 20))];
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({ reason: { code: 'OMBUD_E_LEDGER_LOCKED', reason: 'busy' } });
  release();
  expect(await writer.append(decision('after'))).toMatchObject({ index: 0 });
}, 60_000);

test('too few open files are told as that, not as a folder that cannot be written', async () => {
  const folder = await newLedger(3);
  const script = fileURLToPath(new URL('../../test/append-with-few-files.ts', import.meta.url));
  const command = 'ulimit -n 80; exec node --conditions=source --no-warnings "$0" "$1"';
  const said = execFileSync('sh', ['-c', command, script, folder], { encoding: 'utf8' }).trim().split('\n');
  expect(said.at(-1)).toBe('recorded at 4');
  expect(said.length).toBeGreaterThan(5);
  expect(new Set(said.slice(0, -1))).toEqual(new Set(['OMBUD_E_LEDGER_UNREACHABLE/too-many-files']));
});
