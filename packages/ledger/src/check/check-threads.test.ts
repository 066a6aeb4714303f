/** A check that threads share says what a check by one says, whatever is wrong and wherever. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decision, temporaryFolder } from '../../test/helpers.ts';
import { changeDatabase, repeatEntries } from '../../test/insider.ts';
import { newLedger } from '../../test/new-ledger.ts';
import { addKey, closeLedger, eraseSubjects, fsck, openLedger, openWriter } from '../index.ts';

let whole = '';

beforeAll(async () => {
  whole = await newLedger(13_000, join(mkdtempSync(join(tmpdir(), 'ombud-test-')), 'ledger'));
  const writer = await openWriter(whole);
  await eraseSubjects(writer, ['subject-77', 'subject-9000']);
  await writer.appendMany(Array.from({ length: 5000 }, (_, i) => decision(`later-${i}`)));
  await writer.close();
  await addKey(whole);
  changeDatabase(whole, 'pragma wal_checkpoint(truncate)');
});

afterAll(() => rmSync(dirname(whole), { recursive: true }));

function copyOfWhole(): string {
  const folder = join(temporaryFolder(), 'ledger');
  cpSync(whole, folder, { recursive: true });
  return folder;
}

async function both(folder: string) {
  const ledger = await openLedger(folder);
  const alone = await fsck(ledger, { threads: 0 });
  const shared = await fsck(ledger, { threads: 2 });
  await closeLedger(ledger);
  return { alone, shared };
}

test('a whole ledger: the same counts, and the same checkpoint', async () => {
  const { alone, shared } = await both(whole);
  expect(shared).toEqual(alone);
  expect(shared).toMatchObject({ problem: null, entries: 18_002, erased: 2 });
});

test('what is checked goes on from a size in the middle of a run', async () => {
  const folder = copyOfWhole();
  const writer = await openWriter(folder);
  const first = await fsck(writer.ledger, { threads: 2 });
  await writer.appendMany(Array.from({ length: 9000 }, (_, i) => decision(`after-${i}`)));
  const since = first.checkpoint;
  if (since === null) throw new Error('nothing was checked');
  const [alone, shared] = [
    await fsck(writer.ledger, { threads: 0, since }),
    await fsck(writer.ledger, { threads: 2, since }),
  ];
  await writer.close();
  expect(shared).toEqual(alone);
  expect(shared).toMatchObject({ problem: null, entries: 9000 });
});

test('an entry that is wrong before the first run leaves no thread behind', async () => {
  const folder = copyOfWhole();
  const writer = await openWriter(folder);
  const { checkpoint } = await fsck(writer.ledger, { threads: 0 });
  await writer.appendMany(Array.from({ length: 9000 }, (_, i) => decision(`after-${i}`)));
  await writer.close();
  changeDatabase(folder, rename(18_500));
  if (checkpoint === null) throw new Error('nothing was checked');
  const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
  const before = ports();
  const ledger = await openLedger(folder);
  const { problem } = await fsck(ledger, { threads: 2, since: checkpoint });
  await closeLedger(ledger);
  expect(problem?.params).toMatchObject({ index: 18_500 });
  expect(ports()).toBe(before);
});

const rename = (index: number) =>
  `update entries set body = replace(body, '"system":"', '"system":"x') where idx = ${index}`;

test.each([
  ['a payload in a run', "update payloads set body = replace(body, 'yes', 'no') where idx = 5001"],
  ['a payload that is gone', 'delete from payloads where idx = 9999'],
  ['an entry in a run', rename(8190)],
  ['an entry at the end of a run', rename(4095)],
  ['an entry behind the runs', rename(17_900)],
  ['a tile', 'update tiles set hashes = zeroblob(length(hashes)) where level = 0 and idx = 20'],
  ['an upper tile', 'update tiles set hashes = zeroblob(length(hashes)) where level = 1 and idx = 0'],
  ['an entry that is gone', 'delete from entries where idx = 6000'],
  [
    'a date that goes back',
    `update entries set body = replace(body, '"time":"2', '"time":"1') where idx = 8192`,
  ],
])('%s: the same is named', async (_, change) => {
  const folder = copyOfWhole();
  changeDatabase(folder, change);
  const { alone, shared } = await both(folder);
  expect(alone.problem).not.toBeNull();
  expect(shared.problem?.reason).toBe(alone.problem?.reason);
  expect(shared.problem?.params).toEqual(alone.problem?.params);
});

test('one decision that comes again in a run of another thread, signed with the stolen key', async () => {
  const folder = copyOfWhole();
  await repeatEntries(folder, [10, 11, 12]);
  const writer = await openWriter(folder);
  await writer.appendMany(Array.from({ length: 3000 }, (_, i) => decision(`after-${i}`)));
  await writer.close();
  const { alone, shared } = await both(folder);
  expect(alone.problem).toMatchObject({ reason: 'replayed', params: { index: 18_002 } });
  expect(shared.problem).toMatchObject({ reason: 'replayed', params: { index: 18_002 } });
});
