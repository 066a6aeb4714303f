/** The watch keeps up with whoever records without a pause: few commits, few looks for people, and what opens waits for nothing. */
import { describe, expect, test, vi } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { decisionsOf, declareAndApprove, openWatch, watchedLoans } from '../../test/watch-desk.ts';
import { readBreaker, watchLedger, watchTables } from '../index.ts';

const { stores } = testStores();
const rule = { ratios: [{ column: 'sex', watched: 'F' }], blocks: 1000 };
const many = 5000;

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'a backlog takes a commit for thousands, and a look for each page of people',
    async () => {
      const desk = await openWatch(place());
      await declareAndApprove(desk, watchedLoans(rule));
      await desk.state.writer.appendMany(decisionsOf(many, { F: 0.5, M: 0.5 }));
      const { store } = desk.state.writer.ledger;
      const commits = vi.spyOn(desk.state, 'change');
      const looks = vi.spyOn(store, 'findSubjects');
      const [each, entries] = [vi.spyOn(store, 'findSubject'), vi.spyOn(store, 'readEntry')];
      expect(await watchLedger(desk)).toEqual([]);
      expect((await readBreaker(desk.state, 'loans')).folded.counted).toBe(many);
      expect(commits.mock.calls.length).toBeLessThanOrEqual(3);
      expect(looks.mock.calls.length).toBeLessThanOrEqual(many / 32);
      expect(each).not.toHaveBeenCalled();
      expect(entries).not.toHaveBeenCalled();
    },
  );

  test.skipIf(skip)('what opens is recorded before the rest of the backlog is read', async () => {
    const desk = await openWatch(place());
    await declareAndApprove(desk, watchedLoans(rule));
    await desk.state.writer.appendMany(decisionsOf(many, { F: 0.1, M: 0.5 }));
    const cursors: number[] = [];
    const told = {
      ...desk,
      announce: async (tx: Parameters<typeof desk.announce>[0]) => {
        const cursor = await tx.of(watchTables).selectFrom('watch_cursor').select('size').execute();
        cursors.push(...cursor.map(({ size }) => Number(size)));
      },
    };
    const [opened, ...more] = await watchLedger(told);
    expect(more).toEqual([]);
    const { at } = JSON.parse(opened?.because ?? '{}') as { readonly at: number };
    expect(cursors).toHaveLength(1);
    expect(cursors[0]).toBeGreaterThan(at);
    // The page in which it was found, and no more of the backlog.
    expect(cursors[0]).toBeLessThan(many);
  });
});
