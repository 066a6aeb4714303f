/** Erasure is whole: along chains, in every file, while others work, and after a backup was restored. */
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decision, logOrigin, temporaryFolder } from '../test/helpers.ts';
import { newLedger } from '../test/new-ledger.ts';
import { testStores } from '../test/stores.ts';
import {
  closeLedger,
  createLedger,
  eraseOlderThan,
  eraseSubjects,
  findSubjects,
  fsck,
  openLedger,
  openWriter,
  parseEntry,
  publish,
  readDecisions,
  readEntry,
  recordEvidence,
  replayErasures,
  signEvidence,
} from './index.ts';
import { readCheckpoint } from './open-ledger.ts';

const { stores } = testStores();
const hashSecret = 'what-nobody-may-find-again';

function filesWith(folders: readonly string[], secret: string): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((file) => readFileSync(file).includes(secret));
}

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('a person whom somebody took out of the index is erased all the same', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location);
    await writer.appendMany(Array.from({ length: 40 }, (_, i) => decision(`s-${i % 20}`)));
    await writer.change(async ({ run }) => {
      for (const table of ['recent_subjects', 'subject_blocks']) await run(`delete from ${table}`);
    });
    expect(await findSubjects(writer, ['s-7'])).toEqual([]);
    expect(await eraseSubjects(writer, ['s-7'])).toMatchObject({ entries: 2 });
    await expect(eraseSubjects(writer, ['s-20'])).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_NOBODY' });
    const { problem, erased } = await fsck(writer.ledger);
    await writer.close();
    expect({ problem, erased }).toEqual({ problem: null, erased: 2 });
  });

  test.skipIf(skip)('a chain of six entries is erased as a whole, and nobody else', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location);
    await writer.appendMany(Array.from({ length: 20 }, (_, i) => decision(`other-${i}`)));
    const person = { ...decision('person'), payload: { subject: 'person', decision: hashSecret } };
    const step = (kind: 'notice' | 'appeal' | 'review' | 'remedy' | 'explanation', about: number) =>
      writer.append({ kind, system: 'loans', about, payload: { text: `${hashSecret} ${kind}` } });
    const { index } = await writer.append(person);
    const notice = await step('notice', index);
    await step('explanation', index);
    const appeal = await step('appeal', notice.index);
    const review = await step('review', appeal.index);
    await step('remedy', review.index);
    await writer.append(decision('last'));
    const chain = [20, 21, 22, 23, 24, 25];
    expect(await findSubjects(writer, ['person'])).toEqual(chain);
    const letter = 'Please erase what you have on me.';
    const erased = await eraseSubjects(writer, ['person'], { request: letter });
    expect(erased).toMatchObject({ entries: 6, recordedAt: [27], request: letter });
    const entry = parseEntry(await readEntry(writer.ledger.store, 27));
    expect(entry).toMatchObject({
      kind: 'erasure',
      ranges: [[20, 25]],
      request: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await findSubjects(writer, ['person'])).toEqual([]);
    await writer.close();
    const ledger = await openLedger(location);
    expect(await fsck(ledger)).toMatchObject({ problem: null, erased: 6, payloads: 21 });
    await closeLedger(ledger);
  });

  test.skipIf(skip)('appends go on during an erasure of many, and all of them are there', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location);
    const old = Array.from({ length: 5000 }, (_, i) =>
      decision(`s${i}`, i % 2 === 0 ? { decided: '2019-01-01T00:00:00.000Z' } : {}),
    );
    await writer.appendMany(old);
    const erasing = eraseOlderThan(writer, Date.UTC(2020, 0, 1));
    const appended = [];
    for (let i = 0; i < 20; i++) appended.push(await writer.append(decision(`during-${i}`)));
    expect((await erasing).entries).toBe(2500);
    await writer.close();
    const ledger = await openLedger(location);
    expect(await fsck(ledger)).toMatchObject({ problem: null, erased: 2500 });
    expect(new Set(appended.map(({ index }) => index)).size).toBe(20);
    await closeLedger(ledger);
  });

  test.skipIf(skip)(
    'a date in the future keeps nothing longer, and the person is found among 10,000',
    async () => {
      const location = place();
      await createLedger(location, logOrigin);
      const then = Date.now() - 1000 * 86_400_000;
      const writer = await openWriter(location, { now: () => then });
      const soon = new Date(then + 3600_000).toISOString();
      await writer.append(decision('first', { decided: soon }));
      await writer.appendMany(Array.from({ length: 9000 }, (_, i) => decision(`s${i}`)));
      expect(await findSubjects(writer, ['s4321', 's8999'])).toEqual([4322, 9000]);
      expect((await eraseOlderThan(writer, then + 1800_000)).entries).toBe(9001);
      await writer.close();
    },
  );

  test.skipIf(skip)(
    'evidence that counted the person is named, and the audit says what was erased since',
    async () => {
      const location = place();
      const vkey = await createLedger(location, logOrigin);
      const writer = await openWriter(location);
      await writer.appendMany(Array.from({ length: 10 }, (_, i) => decision(`s${i}`)));
      const { checkpoint } = await readCheckpoint(writer.ledger);
      const { index } = await recordEvidence(
        writer,
        'loans',
        checkpoint,
        signEvidence({ a: 1 }, writer.signers),
      );
      await eraseSubjects(writer, ['s1']);
      expect((await eraseSubjects(writer, ['s2', 's3'])).evidence).toEqual([index]);
      await writer.close();
      const { parseVerifierKey } = await import('@ombud/tlog');
      const ledger = await openLedger(location, { keys: [parseVerifierKey(vkey)] });
      const counts = async (atSize: number) => {
        const reading = await readDecisions(ledger, { system: 'loans', atSize });
        for await (const _ of reading.batches);
        return reading.coverage().counts;
      };
      expect(await counts(10)).toEqual({ counted: 7, erased: 3, erasedSince: 3, unreadable: 0 });
      expect(await counts(12)).toEqual({ counted: 7, erased: 3, erasedSince: 2, unreadable: 0 });
      await closeLedger(ledger);
    },
  );
});

test('an erased chain leaves no byte in the database, its files or the published tree, after rows of every length', async () => {
  const folder = await newLedger(500);
  const to = temporaryFolder();
  const writer = await openWriter(folder);
  for (let i = 0; i < 60; i++) {
    const long = `${hashSecret}${'ä'.repeat(i * 700)}`;
    const { index } = await writer.append({
      ...decision('person'),
      payload: { subject: 'person', decision: hashSecret, inputs: { letter: long } },
      attributes: { sex: hashSecret },
    });
    await writer.append({ kind: 'appeal', system: 'loans', about: index, payload: { text: hashSecret } });
    await writer.appendMany(Array.from({ length: 7 }, (_, k) => decision(`between-${i}-${k}`)));
  }
  await publish(writer.ledger, to);
  expect(filesWith([folder], hashSecret)).not.toEqual([]);
  await eraseSubjects(writer, ['subject-3', 'subject-77']);
  await eraseSubjects(writer, ['person']);
  expect(filesWith([folder, to], hashSecret)).toEqual([]);
  await publish(writer.ledger, to);
  await writer.close();
  expect(filesWith([folder, to], hashSecret)).toEqual([]);
  const ledger = await openLedger(folder);
  expect(await fsck(ledger)).toMatchObject({ problem: null, erased: 122 });
  await closeLedger(ledger);
});

test('a backup that is restored has the erasures replayed that came after it', async () => {
  const folder = await newLedger(50);
  const backup = join(temporaryFolder(), 'backup');
  cpSync(folder, backup, { recursive: true });
  const to = temporaryFolder();
  const writer = await openWriter(folder);
  await eraseSubjects(writer, ['subject-7']);
  await writer.append(decision('later'));
  await eraseSubjects(writer, ['subject-9']);
  await publish(writer.ledger, to);
  await writer.close();
  expect(filesWith([backup], '"subject-7"')).not.toEqual([]);
  const restored = await openWriter(backup);
  const told: string[] = [];
  const forget = (subjects: readonly string[]) => {
    told.push(...subjects);
    return async () => {};
  };
  expect(await replayErasures(restored, to, forget)).toEqual({ erasures: 2, entries: 2, size: 53 });
  expect(told).toEqual(['subject-7', 'subject-9']);
  expect(await replayErasures(restored, to)).toMatchObject({ entries: 0 });
  expect(await fsck(restored.ledger, { threads: 0 })).toMatchObject({ problem: null, erased: 2 });
  await restored.close();
  for (const name of ['"subject-7"', '"subject-9"']) expect(filesWith([backup], name)).toEqual([]);
  expect(filesWith([backup], '"subject-8"')).not.toEqual([]);
});

test('the database, its write-ahead log, its lock and its keys are for their owner alone', async () => {
  const folder = join(temporaryFolder(), 'ledger');
  const before = process.umask(0o000);
  onTestFinished(() => void process.umask(before));
  await createLedger(folder, logOrigin);
  const writer = await openWriter(folder);
  await writer.append(decision('a'));
  const files = readdirSync(folder);
  expect(files).toEqual(
    expect.arrayContaining(['ledger.db', 'ledger.db-wal', 'ledger.db-shm', 'signing-keys']),
  );
  for (const file of files)
    expect([file, (statSync(join(folder, file)).mode & 0o777).toString(8)]).toEqual([file, '600']);
  await writer.close();
  rmSync(folder, { recursive: true });
});
