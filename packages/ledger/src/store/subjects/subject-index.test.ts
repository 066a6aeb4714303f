/** Runs are merged, and everybody is found and forgotten as in a plain list, at every moment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/helpers.ts';
import { testStores } from '../../../test/stores.ts';
import { newIndex, type TestIndex, tokenOf } from '../../../test/subject-indexes.ts';
import { type Ask, type Asking, run } from './asking.ts';
import { type Levels, nextMove, placeOf, placesOf, runLength, together } from './levels.ts';
import { bytesOfToken, type Named, recordsOf } from './records.ts';
import { addEntries, findEntries, forget } from './subject-index.ts';

const { stores } = testStores();

interface Person extends Named {
  readonly name: string;
}

/** Entries about a few hundred people, one of whom comes very often; every seventh is about nobody. */
function entriesOf(from: number, size: number): Person[] {
  const people: Person[] = [];
  for (let index = from; index < size; index++) {
    const name = index % 3 === 0 ? 'often' : `p${index % 401}`;
    if (index % 7 !== 6) people.push({ index, name, token: tokenOf(name) });
  }
  return people;
}

const add = (from: number, size: number): Asking<void> =>
  addEntries(from, size, recordsOf(entriesOf(from, size)));

const indexesOf = (people: readonly Person[], name: string): number[] =>
  people.filter((one) => one.name === name).map(({ index }) => index);

/** Adds entries in commits of these lengths. */
async function fill(index: TestIndex, from: number, size: number, lengths: readonly number[]): Promise<void> {
  for (let [at, i] = [from, 0]; at < size; i++) {
    const end = Math.min(size, at + (lengths[i % lengths.length] ?? 1));
    await index.change(add(at, end));
    at = end;
  }
}

/** Asks so many questions, then fails. */
function* failing<T>(asking: Asking<T>, after: number): Asking<T> {
  let next = asking.next();
  for (let asked = 0; next.done !== true; asked++) {
    if (asked === after) throw new Error('stopped');
    next = asking.next(yield next.value);
  }
  return next.value;
}

async function found(index: TestIndex, name: string): Promise<number[]> {
  const token = tokenOf(name);
  const [of, ofMany] = [findEntries([token]), findEntries([tokenOf('p2'), token, tokenOf('p3')])];
  const alone = (await run(of, index.answer)).get(token) ?? [];
  expect((await run(ofMany, index.answer)).get(token) ?? []).toEqual(alone);
  return alone;
}

describe.each(stores)('$name', ({ name: database, skip, place }) => {
  test.skipIf(skip)('everybody is found, and forgotten, through the merges of a long log', async () => {
    const index = await newIndex(place());
    let [at, all]: [number, Person[]] = [0, []];
    // The third level begins at 64 runs.
    const last = database === 'SQLite' ? 66 : 17;
    for (const size of [9 * runLength - 5, 9 * runLength + 1, last * runLength + 77]) {
      await fill(index, at, size, [runLength, 5000, 1, 256]);
      all = [...all, ...entriesOf(at, size)];
      at = size;
      for (const name of ['often', 'p1', 'p400'])
        expect(await found(index, name)).toEqual(indexesOf(all, name));
      const forgotten = all.filter((_, i) => i % 1999 === 0);
      // One of them is looked for by its number alone.
      await index.change(forget(forgotten.map((one, i) => (i === 1 ? { ...one, token: null } : one))));
      const gone = new Set(forgotten);
      all = all.filter((one) => !gone.has(one));
      for (const name of new Set(forgotten.map((one) => one.name)))
        expect(await found(index, name)).toEqual(indexesOf(all, name));
    }
    expect(await found(index, 'nobody')).toEqual([]);
    await index.close();
  });

  test.skipIf(skip)(
    'a commit that ends in the midst of a merge changes nothing, and goes through later',
    async () => {
      const index = await newIndex(place());
      const size = 16 * runLength;
      await fill(index, 0, size - 1, [runLength]);
      const before = await found(index, 'p5');
      let stopped = 0;
      const tried = async (): Promise<boolean> => {
        try {
          await index.change(failing(add(size - 1, size), stopped));
          return true;
        } catch {
          return false;
        }
      };
      for (; !(await tried()); stopped++) expect(await found(index, 'p5')).toEqual(before);
      expect(stopped).toBeGreaterThan(10);
      expect(await found(index, 'p5')).toEqual(indexesOf(entriesOf(0, size), 'p5'));
      await index.close();
    },
  );

  test.skipIf(skip)('who looks while runs are merged misses nobody and finds nobody twice', async () => {
    const index = await newIndex(place());
    let at = 15 * runLength;
    await fill(index, 0, at, [runLength]);
    for (let moment = 1; moment <= 4; moment++) {
      const wanted = indexesOf(entriesOf(0, at), 'p5');
      let asked = 0;
      const answer = async (ask: Ask): Promise<unknown> => {
        const answered = await index.answer(ask);
        asked += 1;
        if (asked === moment) {
          await fill(index, at, at + runLength, [runLength]);
          at += runLength;
        }
        return answered;
      };
      const token = tokenOf('p5');
      const seen = (await run(findEntries([token]), answer)).get(token) ?? [];
      expect(seen.slice(0, wanted.length)).toEqual(wanted);
      expect(new Set(seen).size).toBe(seen.length);
    }
    await index.close();
  });
});

test('in SQLite every token that is held stands there once, and none that was forgotten, through all merges', async () => {
  const folder = join(temporaryFolder(), 'ledger');
  const index = await newIndex(folder);
  const named = Array.from({ length: 20 * runLength }, (_, i) => ({ index: i, token: tokenOf(`one-${i}`) }));
  const gone = new Set<Named>();
  for (let [at, end, i] = [0, 0, 0]; at < named.length; at = end, i++) {
    end = Math.min(named.length, at + ([2500, 1, 256][i % 3] ?? 0));
    await index.change(addEntries(at, end, recordsOf(named.slice(at, end))));
    const some = named.slice(0, end).filter((one, i) => i % 997 === 3 && !gone.has(one));
    await index.change(forget(some));
    for (const one of some) gone.add(one);
  }
  await index.close();
  const bytes = readFileSync(join(folder, 'ledger.db')).toString('latin1');
  const times = (one: Named): number =>
    bytes.split(Buffer.from(bytesOfToken(one.token)).toString('latin1')).length - 1;
  expect([...gone].filter((one) => times(one) > 0)).toEqual([]);
  const held = named.filter((one, i) => i % 401 === 0 && !gone.has(one));
  expect(held.filter((one) => times(one) !== 1)).toEqual([]);
});

test('a person lies in one slot of at most seven runs a level, whatever the log has come to', () => {
  fc.assert(
    fc.property(
      fc.nat(4000),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.nat(20),
      (runs, token, lag) => {
        const levels = merged(runs, lag);
        const places = placesOf(levels, token);
        const perLevel = Map.groupBy(places, ({ level }) => level);
        if (lag === 0) for (const some of perLevel.values()) expect(some.length).toBeLessThan(together);
        const seen = new Set(places.map(({ level, slot }) => `${level} ${slot}`));
        for (const run of [0, Math.floor(runs / 3), runs - 1].filter((one) => one >= 0 && one < runs)) {
          const at = placeOf(levels, token, run * runLength);
          expect(seen.has(`${at?.level} ${at?.slot}`)).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});

/** The levels after so many runs, with some moves left to be made. */
function merged(runs: number, lag: number): Levels {
  const levels = [runs];
  const moves: number[] = [];
  for (let move = nextMove(levels); move !== null; move = nextMove(levels)) {
    const { level } = move.to;
    levels[level] = (levels[level] ?? 0) + 1;
    moves.push(level);
  }
  for (const level of moves.slice(moves.length - Math.min(lag, moves.length)).reverse())
    levels[level] = (levels[level] ?? 0) - 1;
  return levels;
}
