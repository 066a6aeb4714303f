/** How batches are formed and put in order, and what becomes of those that were made ready ahead. */
import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { decision } from '../../test/helpers.ts';
import { newLedger } from '../../test/new-ledger.ts';
import { ledgerErrors } from '../errors.ts';
import { closeLedger, fsck, openLedger, openWriter } from '../index.ts';
import type { Commit } from '../store/store.ts';
import { CommitLine } from './commit-line.ts';
import { GroupCommit } from './group-commit.ts';
import { quickerHalves } from './halves.ts';

test('what comes while a batch is written is the next batch, and no batch is larger than the largest', async () => {
  const sizes: number[] = [];
  const commit = async (batch: readonly number[]) => {
    sizes.push(batch.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return batch;
  };
  const group = new GroupCommit<number, number>(commit, { most: 100, waiting: 4096 });
  const add = (count: number) => Array.from({ length: count }, (_, i) => group.add(i));
  const first = add(30);
  await new Promise((resolve) => setImmediate(resolve));
  const answers = await Promise.all([...first, ...add(130)]);
  expect(answers).toHaveLength(160);
  expect(sizes).toEqual([30, 100, 30]);
});

test('of many who come again and again one half is written while the other comes, where halves pay', async () => {
  const [sizes, most]: [number[], number[]] = [[], []];
  let [halves, underway] = [true, 0];
  const commit = async (batch: readonly number[]) => {
    underway += 1;
    sizes.push(batch.length);
    most.push(underway);
    await new Promise((resolve) => setTimeout(resolve, 3));
    underway -= 1;
    return batch;
  };
  const group = new GroupCommit<number, number>(
    commit,
    { most: 256, waiting: 4096 },
    {
      now: () => halves,
      recorded: () => {},
    },
  );
  const repeated = async (times: number) => {
    for (let i = 0; i < times; i++) await group.add(i);
  };
  await Promise.all(Array.from({ length: 201 }, () => repeated(8)));
  await group.drain();
  expect(sizes.reduce((sum, size) => sum + size)).toBe(201 * 8);
  expect(sizes.slice(0, 7)).toEqual(
    [201, 100, 100, 100, 100, 100, 100].map((size) => expect.closeTo(size, -1)),
  );
  expect(Math.max(...most)).toBe(2);
  halves = false;
  sizes.length = 0;
  most.length = 0;
  await Promise.all(Array.from({ length: 201 }, () => repeated(3)));
  expect(sizes).toEqual([201, 201, 201]);
  expect(most).toEqual([1, 1, 1]);
});

test('two halves are made where they are quicker, which is tried, and tried again', () => {
  let now = 0;
  let beside = false;
  const ways = quickerHalves(
    () => beside,
    () => now,
  );
  /** Records so many batches, and gives the share of them that were halves. */
  const share = (milliseconds: { halves: number; one: number }, batches: number): number => {
    let seen = 0;
    for (let i = 0; i < batches; i++) {
      const halves = ways.now();
      if (halves) seen += 1;
      now += halves ? milliseconds.halves / 2 : milliseconds.one;
      ways.recorded(halves ? 128 : 256);
    }
    return seen / batches;
  };
  expect(share({ halves: 20, one: 20 }, 100)).toBe(0);
  beside = true;
  expect(share({ halves: 20, one: 30 }, 1000)).toBeGreaterThan(0.85);
  const slower = share({ halves: 30, one: 20 }, 1000);
  expect(slower).toBeGreaterThan(0);
  expect(slower).toBeLessThan(0.25);
});

test('what must be alone waits for what is under way, and what comes later waits for it', async () => {
  const line = new CommitLine(2);
  const seen: string[] = [];
  const ends = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const commit = (i: number) =>
    line.beside(async () => {
      seen.push(`begin ${i}`);
      return { end: ends[i]?.promise ?? Promise.resolve() };
    });
  const all = [commit(0), commit(1), commit(2), line.alone(async () => void seen.push('alone')), commit(2)];
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  await settled();
  expect(seen).toEqual(['begin 0', 'begin 1']);
  ends[0]?.resolve();
  await settled();
  expect(seen).toEqual(['begin 0', 'begin 1', 'begin 2']);
  ends[1]?.resolve();
  ends[2]?.reject(new Error('the disk is full'));
  await Promise.allSettled(all);
  expect(seen).toEqual(['begin 0', 'begin 1', 'begin 2', 'alone', 'begin 2']);
});

/** A writer whose commits go through `change`. */
async function writerWith(
  change: (commit: (asked: Commit) => Promise<void>) => (asked: Commit) => Promise<void>,
) {
  const folder = await newLedger(3);
  const writer = await openWriter(folder);
  const { store } = writer.ledger;
  Object.assign(store, { ahead: 2, commit: change(store.commit) });
  return { folder, writer };
}

async function requireClean(folder: string, entries: number): Promise<void> {
  const ledger = await openLedger(folder);
  expect(await fsck(ledger)).toMatchObject({ entries, problem: null });
  await closeLedger(ledger);
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a commit that was made on top of one that fails is made again, and has the place of the other', async () => {
  let failed = false;
  const { folder, writer } = await writerWith((commit) => async (asked) => {
    if (failed || asked.from !== 3) return commit(asked);
    failed = true;
    await aMoment();
    throw ledgerErrors.error('OMBUD_E_LEDGER_DISK_FULL', 'full', { location: folder });
  });
  const first = writer.appendMany([decision('a')]);
  const second = writer.appendMany([decision('b'), decision('c')]);
  await expect(first).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_DISK_FULL' });
  expect((await second).map(({ index }) => index)).toEqual([3, 4]);
  expect((await writer.append(decision('d'))).index).toBe(5);
  await writer.close();
  await requireClean(folder, 6);
});

test('a retry of what is still being written is told the index of the first', async () => {
  const { folder, writer } = await writerWith((commit) => async (asked) => {
    await aMoment();
    return commit(asked);
  });
  const draft = decision('a', { key: 'once' });
  const [[first], [again]] = await Promise.all([writer.appendMany([draft]), writer.appendMany([draft])]);
  expect(first).toMatchObject({ index: 3 });
  expect(again).toEqual({ ...first, repeated: true });
  await writer.close();
  await requireClean(folder, 4);
});

/** Records batches until one went to the thread that commits; gives how many, and that thread. */
async function untilInThread(folder: string) {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const writer = await openWriter(folder);
  const thread = () => {
    const at = posted.mock.calls.findIndex(([message]) => typeof message === 'object' && 'from' in message);
    return at < 0 ? undefined : (posted.mock.contexts[at] as Worker);
  };
  let entries = 0;
  for (let round = 0; round < 500 && thread() === undefined; round++) {
    await writer.appendMany(Array.from({ length: 600 }, (_, i) => decision(`s${round}-${i}`)));
    entries += 600;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  posted.mockRestore();
  return { writer, entries, thread: thread() ?? null };
}

test('commits of a thread are as those of the process; where it is lost, nothing is acknowledged that is not there', async () => {
  const folder = await newLedger(0);
  const { writer, entries, thread } = await untilInThread(folder);
  // A machine of one processor has no such thread.
  let recorded = entries;
  const batch = (name: string) => Array.from({ length: 600 }, (_, i) => decision(`${name}-${i}`));
  const under = [writer.appendMany(batch('x')), writer.appendMany(batch('y'))];
  await thread?.terminate();
  for (const one of await Promise.allSettled(under))
    if (one.status === 'fulfilled') recorded += one.value.length;
    else expect(one.reason).toMatchObject({ reason: 'answer-lost' });
  const [after] = await writer.appendMany(batch('after'));
  expect(after?.index).toBe(recorded);
  await writer.close();
  await requireClean(folder, recorded + 600);
});
