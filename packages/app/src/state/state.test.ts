/** State and entries are durable together or not at all, on both databases; migrations go forward and back. */
import { closeLedger, createLedger, openLedger, openWriter } from '@ombud/ledger';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startChild, until } from '../../../ledger/test/child.ts';
import { decision, logOrigin } from '../../../ledger/test/helpers.ts';
import { testStores } from '../../../ledger/test/stores.ts';
import { notes } from '../../test/notes.ts';
import { type AnyCapability, defineCapability, openState, readState, type State } from '../index.ts';

const { stores } = testStores();
const childScript = new URL('../../test/note-forever.ts', import.meta.url).href;

async function reopen(location: string, capabilities: readonly AnyCapability[] = [notes]): Promise<State> {
  const writer = await openWriter(location);
  onTestFinished(() => writer.close());
  return openState(writer, capabilities);
}

async function newState(location: string): Promise<State> {
  await createLedger(location, logOrigin);
  return reopen(location);
}

const all = (state: State) => state.of(notes).selectFrom('notes').selectAll().orderBy('entry').execute();
const add = (subject: string, entry: number | null = null) => ({ subject, entry });

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('a change is read after it, and not where the work throws', async () => {
    const state = await newState(place());
    const changed = await state.change((tx) =>
      tx
        .of(notes)
        .insertInto('notes')
        .values([add('a', 0), add('b', 1)])
        .executeTakeFirst(),
    );
    expect(Number(changed.numInsertedOrUpdatedRows)).toBe(2);
    await expect(
      state.change(async (tx) => {
        await tx.of(notes).deleteFrom('notes').execute();
        expect(await tx.of(notes).selectFrom('notes').selectAll().execute()).toEqual([]);
        throw new Error('the work failed');
      }),
    ).rejects.toThrow();
    expect(await all(state)).toEqual([add('a', 0), add('b', 1)]);
    const [gone] = await state.change((tx) =>
      tx.of(notes).deleteFrom('notes').where('entry', '=', 1).returningAll().execute(),
    );
    expect(gone).toEqual(add('b', 1));
  });

  test.skipIf(skip)(
    'entries and state are there together, or neither; the work knows the entries',
    async () => {
      const state = await newState(place());
      const keyed = { ...decision('a'), key: 'request-1' };
      const note = (subject: string) =>
        state.record([keyed, decision(subject)], async (tx, entries) => {
          const values = entries.map(({ index }) => add(subject, index));
          await tx.of(notes).insertInto('notes').values(values).execute();
        });
      await note('b');
      await note('c');
      // The first was recorded before and keeps its place.
      expect(await all(state)).toEqual([add('b', 0), add('c', 0), add('b', 1), add('c', 2)]);
      await expect(
        state.record([decision('d')], async (tx) => {
          await tx.of(notes).deleteFrom('notes').execute();
          throw new Error('the work failed');
        }),
      ).rejects.toThrow();
      const tooLate = { kind: 'appeal' as const, system: 'loans', about: 99, payload: {} };
      await expect(
        state.record([tooLate], (tx) => tx.of(notes).deleteFrom('notes').execute()),
      ).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_INDEX' });
      expect(await all(state)).toHaveLength(4);
      expect((await state.writer.ledger.store.readLog()).size).toBe(3);
    },
  );

  test.skipIf(skip)('a reader beside the writer reads, and changes nothing', async () => {
    const location = place();
    const state = await newState(location);
    await state.change((tx) => tx.of(notes).insertInto('notes').values(add('a', 7)).execute());
    const ledger = await openLedger(location);
    onTestFinished(() => closeLedger(ledger));
    const reading = readState(ledger, [notes]).of(notes);
    expect(await reading.selectFrom('notes').selectAll().execute()).toEqual([add('a', 7)]);
    await expect(reading.deleteFrom('notes').execute()).rejects.toMatchObject({
      code: 'OMBUD_E_STATE_USE',
      reason: 'changes-while-reading',
    });
    await expect(state.of(notes).deleteFrom('notes').execute()).rejects.toMatchObject({
      reason: 'changes-while-reading',
    });
  });

  test.skipIf(skip)('migrations go back one by one, and forward again by opening', async () => {
    const location = place();
    const state = await newState(location);
    await state.change((tx) => tx.of(notes).insertInto('notes').values(add('a', 7)).execute());
    await state.migrate(notes, '0001-first');
    expect(await state.of(notes).selectFrom('notes').selectAll().execute()).toEqual([{ subject: 'a' }]);
    await state.migrate(notes, null);
    await expect(all(state)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_STORE' });
    await expect(state.migrate(notes, '0009')).rejects.toMatchObject({ reason: 'no-migration' });
    await state.writer.close();
    expect(await all(await reopen(location))).toEqual([]);
  });

  test.skipIf(skip)('tables of a newer version are refused', async () => {
    const location = place();
    await (await newState(location)).writer.close();
    const older: AnyCapability = {
      ...notes,
      migrations: (at) => ({ '0001-first': Object.values(notes.migrations(at))[0] as never }),
    };
    await expect(reopen(location, [older])).rejects.toMatchObject({ code: 'OMBUD_E_STATE', reason: 'newer' });
  });

  test.skipIf(skip)('kill -9: a decision and its note are both there or both not', async () => {
    const location = place();
    await (await newState(location)).writer.close();
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const child = startChild(childScript, [location, `round${round}`]);
      await until(() => child.lines().length > 4 + round * 5 || child.process.exitCode !== null);
      child.process.kill('SIGKILL');
      await child.ended;
      acknowledged.push(...child.lines().slice(1));
    }
    const state = await reopen(location);
    const rows = await all(state);
    const { size } = await state.writer.ledger.store.readLog();
    expect(rows.map(({ entry }) => entry)).toEqual(Array.from({ length: size }, (_, i) => i));
    expect(rows.map(({ subject }) => subject)).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(10);
  });
});

test('two ledgers in one schema keep their states apart, and no name of the ledger is taken', async () => {
  const pg = stores[1];
  if (pg?.skip !== false) return;
  const base = pg.place();
  const one = await newState(`${base}?ledger=one`);
  const two = await newState(`${base}?ledger=two`);
  await one.change((tx) => tx.of(notes).insertInto('notes').values(add('a', 1)).execute());
  expect(await all(two)).toEqual([]);
  expect(await all(one)).toHaveLength(1);
});

test('a capability whose table has a name of the ledger is refused', async () => {
  const location = stores[0]?.place() ?? '';
  await (await newState(location)).writer.close();
  const taken = defineCapability<{ entries: object }>({
    name: 'x',
    tables: ['entries'],
    migrations: () => ({}),
  });
  await expect(reopen(location, [taken])).rejects.toMatchObject({ reason: 'name-taken' });
});
