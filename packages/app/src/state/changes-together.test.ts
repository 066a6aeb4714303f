/** Changes of the same moment share a commit, and each is answered for itself, on both databases. */
import { createLedger, openWriter, type Writer } from '@ombud/ledger';
import { describe, expect, onTestFinished, test } from 'vitest';
import { logOrigin } from '../../../ledger/test/helpers.ts';
import { testStores } from '../../../ledger/test/stores.ts';
import { notes } from '../../test/notes.ts';
import { appErrors, openState, type State } from '../index.ts';
import { changesTogether } from './changes-together.ts';

const { stores } = testStores();
const many = 100;

async function newState(
  location: string,
): Promise<{ readonly state: State; readonly commits: () => number }> {
  await createLedger(location, logOrigin);
  const writer = await openWriter(location);
  onTestFinished(() => writer.close());
  const state = await openState(writer, [notes]);
  let commits = 0;
  const change = writer.change.bind(writer) as Writer['change'];
  writer.change = (work) => {
    commits += 1;
    return change(work);
  };
  return { state, commits: () => commits };
}

const subjects = async (state: State): Promise<readonly string[]> =>
  (await state.of(notes).selectFrom('notes').select('subject').execute())
    .map(({ subject }) => subject)
    .sort();

const add = (state: State, subject: string) =>
  state.change((tx) => tx.of(notes).insertInto('notes').values({ subject, entry: null }).execute());

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'a hundred at once need a few commits, and each is read when it is answered',
    async () => {
      const { state, commits } = await newState(place());
      const names = Array.from({ length: many }, (_, i) => `s${String(i).padStart(3, '0')}`);
      await Promise.all(
        names.map(async (name) => {
          await add(state, name);
          expect(await subjects(state)).toContain(name);
        }),
      );
      expect(await subjects(state)).toEqual(names);
      expect(commits()).toBeLessThan(many / 4);
    },
  );

  test.skipIf(skip)('one that throws takes back itself alone, whatever it throws', async () => {
    const { state } = await newState(place());
    const refusal = appErrors.error('OMBUD_E_STATE_USE', 'changes-while-reading');
    const refused = state.change(async (tx) => {
      await tx.of(notes).insertInto('notes').values({ subject: 'gone', entry: null }).execute();
      throw refusal;
    });
    // What the database itself refuses is told as the store tells it.
    const wrong = state.change((tx) =>
      tx
        .of(notes)
        .insertInto('notes')
        .values({ subject: null as never, entry: null })
        .execute(),
    );
    const settled = await Promise.allSettled([
      add(state, 'a'),
      refused,
      add(state, 'b'),
      wrong,
      add(state, 'c'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    await expect(refused).rejects.toBe(refusal);
    await expect(wrong).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_STORE' });
    expect(await subjects(state)).toEqual(['a', 'b', 'c']);
  });

  test.skipIf(skip)('a later one sees what an earlier one has changed', async () => {
    const { state } = await newState(place());
    const count = () =>
      state.change(async (tx) => {
        const rows = await tx.of(notes).selectFrom('notes').select('subject').execute();
        await tx
          .of(notes)
          .insertInto('notes')
          .values({ subject: `n${rows.length}`, entry: null })
          .execute();
        return rows.length;
      });
    const seen = await Promise.all(Array.from({ length: many }, count));
    expect(seen).toEqual(Array.from({ length: many }, (_, i) => i));
  });
});

test('where the commit fails nobody was answered with a yes; where nothing begins everybody hears of it', async () => {
  const fails = changesTogether(async (work) => {
    await work({ run: async () => 0, all: async () => [], query: async () => ({ rows: [], changes: 0 }) });
    throw new Error('the disk is full');
  });
  const never = changesTogether(() => Promise.reject(new Error('closed')));
  for (const change of [fails, never]) {
    const settled = await Promise.allSettled([1, 2, 3].map((i) => change(async () => i)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(change(async () => 4)).rejects.toThrow(/full|closed/);
  }
});
