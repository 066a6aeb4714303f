/** Nothing is lost, doubled or half done: idempotency keys, an application's statements, lost answers, killed writers. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { startChild, until } from '../../test/child.ts';
import { decision, logOrigin } from '../../test/helpers.ts';
import { startProxy } from '../../test/proxy.ts';
import { testStores } from '../../test/stores.ts';
import {
  closeLedger,
  createLedger,
  eraseSubjects,
  fsck,
  openLedger,
  openWriter,
  type StoreTransaction,
  type Writer,
} from '../index.ts';

const { stores, server } = testStores();

async function newWriter(location: string): Promise<Writer> {
  await createLedger(location, logOrigin);
  const writer = await openWriter(location);
  onTestFinished(() => writer.close());
  return writer;
}

async function requireWhole(location: string): Promise<number> {
  const ledger = await openLedger(location);
  const { problem, entries } = await fsck(ledger);
  await closeLedger(ledger);
  expect(problem).toBeNull();
  return entries;
}

const cases = (dialect: string) => ({
  create: async ({ run }: StoreTransaction) => void (await run('create table cases (subject text)')),
  insert:
    (subject: string) =>
    async ({ run }: StoreTransaction) =>
      void (await run(
        dialect === 'sqlite' ? 'insert into cases values (?)' : 'insert into cases values ($1)',
        [subject],
      )),
  read: async (writer: Writer) => {
    let found: string[] = [];
    const within = async ({ all }: StoreTransaction) => {
      found = (await all<{ subject: string }>('select subject from cases order by 1')).map(
        ({ subject }) => subject,
      );
    };
    await writer.append([decision('reader')], { within });
    return found;
  },
});

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('a retry with the same key is not recorded again and gives the first index', async () => {
    const writer = await newWriter(place());
    const draft = { ...decision('a'), key: 'request-1' };
    const first = await writer.append(draft);
    expect(await writer.append(draft)).toEqual({ ...first, repeated: true });
    expect(await writer.appendMany([decision('b'), draft])).toEqual([
      { index: 1, leaf: expect.any(String) },
      { ...first, repeated: true },
    ]);
    const both = await Promise.all(
      [1, 2, 3].map(() => writer.append({ ...decision('c'), key: 'request-2' })),
    );
    expect(both.map(({ index }) => index)).toEqual([2, 2, 2]);
    expect(both.filter(({ repeated }) => repeated === true)).toHaveLength(2);
  });

  test.skipIf(skip)('the same file recorded again adds nothing; one that grew adds what is new', async () => {
    const location = place();
    const writer = await newWriter(location);
    const file = (rows: number) =>
      Array.from({ length: rows }, (_, i) => ({ ...decision(`s${i}`), key: `row-${i}` }));
    await writer.appendMany(file(1200));
    const again = await writer.appendMany(file(1200));
    expect(again.every(({ repeated }) => repeated === true)).toBe(true);
    expect(again.map(({ index }) => index)).toEqual(Array.from({ length: 1200 }, (_, i) => i));
    const grown = await writer.appendMany(file(1203));
    expect(grown.filter(({ repeated }) => repeated !== true).map(({ index }) => index)).toEqual([
      1200, 1201, 1202,
    ]);
    await writer.close();
    expect(await requireWhole(location)).toBe(1203);
  });

  test.skipIf(skip)('a key that was used for something else is refused, alone or in a batch', async () => {
    const writer = await newWriter(place());
    await writer.append({ ...decision('a'), key: 'k' });
    const other = { ...decision('b'), key: 'k' };
    const refused = { code: 'OMBUD_E_LEDGER_ENTRY', reason: 'key-reused' };
    await expect(writer.append(other)).rejects.toMatchObject(refused);
    await expect(writer.appendMany([decision('c'), other])).rejects.toMatchObject(refused);
    await expect(
      writer.appendMany([
        { ...decision('d'), key: 'x' },
        { ...decision('e'), key: 'x' },
      ]),
    ).rejects.toMatchObject({ reason: 'key-twice' });
    const [bad, good] = await Promise.allSettled([writer.append(other), writer.append(decision('f'))]);
    expect(bad).toMatchObject({ status: 'rejected', reason: refused });
    expect(good).toMatchObject({ status: 'fulfilled', value: { index: 1 } });
  });

  test.skipIf(skip)(
    'two systems and two kinds may number alike; another model or mark under a key is something else',
    async () => {
      const writer = await newWriter(place());
      const draft = { ...decision('a'), key: 'application-7' };
      const first = await writer.append(draft);
      expect(await writer.append({ ...draft, system: 'another' })).toEqual({
        index: 1,
        leaf: expect.any(String),
      });
      for (const change of [
        { model: 'second' },
        { marks: ['by-person'] },
        { marks: ['shadow'] },
        { modelDigest: { sha256: 'a'.repeat(64) } },
      ] as const)
        await expect(writer.append({ ...draft, ...change })).rejects.toMatchObject({ reason: 'key-reused' });
      // That it was stopped meanwhile is what the place knows; a client says when it was asked, each time anew.
      const later = { ...draft, decided: '2026-11-01T00:00:00.000Z' };
      expect(await writer.append(later)).toEqual({ ...first, repeated: true });
      expect(await writer.append({ ...draft, marks: ['while-stopped'] })).toEqual({
        ...first,
        repeated: true,
      });
    },
  );

  test.skipIf(skip)('a person who was erased does not come back by a retry', async () => {
    const location = place();
    const writer = await newWriter(location);
    const draft = { ...decision('a'), key: 'row-1' };
    await writer.append(draft);
    await eraseSubjects(writer, ['a']);
    expect(await writer.append(draft)).toMatchObject({ index: 0, repeated: true });
    await writer.close();
    expect(await requireWhole(location)).toBe(2);
  });

  test.skipIf(skip)('an application’s statements are durable with the entries, or neither is', async () => {
    const location = place();
    const writer = await newWriter(location);
    const { create, insert, read } = cases(writer.ledger.store.dialect);
    await writer.append([decision('table')], { within: create });
    await writer.append([decision('a')], { within: insert('a') });
    const failing = async (transaction: StoreTransaction) => {
      await insert('b')(transaction);
      throw new Error('the application failed');
    };
    await expect(writer.append([decision('b')], { within: failing })).rejects.toThrow();
    const tooLate = { kind: 'appeal' as const, system: 'loans', about: 99, payload: {} };
    await expect(writer.append([tooLate], { within: insert('c') })).rejects.toMatchObject({
      code: 'OMBUD_E_LEDGER_INDEX',
    });
    const retried = { ...decision('d'), key: 'd' };
    await writer.append([retried], { within: insert('d') });
    await writer.append([retried], { within: insert('d') });
    expect(await read(writer)).toEqual(['a', 'd']);
    await writer.close();
    expect(await requireWhole(location)).toBe(4);
  });

  test.skipIf(skip)('kill -9: an entry and its application’s row are both there or both not', async () => {
    const location = place();
    const writer = await newWriter(location);
    const { dialect } = writer.ledger.store;
    await writer.append([decision('table')], { within: cases(dialect).create });
    await writer.close();
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round++) {
      const child = startChild('append-within.ts', [location, `round${round}`, dialect]);
      await until(() => child.lines().length > 3 + round * 5 || child.process.exitCode !== null);
      child.process.kill('SIGKILL');
      await child.ended;
      acknowledged.push(
        ...child
          .lines()
          .slice(1)
          .map((line) => line.split(' ')[1] ?? ''),
      );
    }
    const again = await openWriter(location);
    const rows = await cases(dialect).read(again);
    const recorded: string[] = [];
    const { size } = await again.ledger.store.readLog();
    for await (const page of again.ledger.store.readPages(0, size, { payloads: true, attributes: false }))
      for (const { payload } of page) recorded.push(JSON.parse(payload?.body ?? '{}').subject);
    await again.close();
    const own = recorded.filter((subject) => subject.startsWith('round')).sort();
    expect(rows).toEqual(own);
    expect(new Set(own).size).toBe(own.length);
    for (const subject of acknowledged) expect(own).toContain(subject);
    expect(acknowledged.length).toBeGreaterThan(10);
    await requireWhole(location);
  });
});

const pg = stores[1];

/** A new ledger, and a proxy in front of it that can lose what is said. */
async function behindProxy() {
  const direct = server()?.newDatabase() ?? '';
  await createLedger(direct, logOrigin);
  const proxy = await startProxy(direct);
  onTestFinished(() => proxy.stop());
  return { direct, proxy };
}

describe.skipIf(pg?.skip !== false)('PostgreSQL: connections that are lost', () => {
  test('a COMMIT whose answer was lost is asked about, not repeated', async () => {
    const { direct, proxy } = await behindProxy();
    const writer = await openWriter(proxy.url);
    await writer.append(decision('a'));
    proxy.swallowCommit();
    expect(await writer.append(decision('b'))).toMatchObject({ index: 1 });
    expect(await writer.append(decision('c'))).toMatchObject({ index: 2 });
    await writer.close();
    expect(await requireWhole(direct)).toBe(3);
  });

  test('a connection that is cut is a clear error, and the writer goes on', async () => {
    const { direct, proxy } = await behindProxy();
    const writer = await openWriter(proxy.url);
    await writer.append(decision('a'));
    const cutWithin = async () => {
      proxy.cut();
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await expect(writer.append([decision('b')], { within: cutWithin })).rejects.toMatchObject({
      code: 'OMBUD_E_LEDGER_UNREACHABLE',
      reason: 'connection-lost',
    });
    expect(await writer.append(decision('c'))).toMatchObject({ index: 1 });
    await writer.close();
    expect(await requireWhole(direct)).toBe(2);
  });

  test('another writer that took over meanwhile is not written over', async () => {
    const { direct, proxy } = await behindProxy();
    const first = await openWriter(proxy.url);
    await first.append(decision('a'));
    proxy.cut();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = await openWriter(direct);
    await second.append(decision('b'));
    await expect(first.append(decision('c'))).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_LOCKED' });
    await second.close();
    expect(await first.append(decision('c'))).toMatchObject({ index: 2 });
    await first.close();
    expect(await requireWhole(direct)).toBe(3);
  });
});
