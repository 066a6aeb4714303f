/** Versions are found by their number, and what is no version is said to be none. */
import { describe, expect, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { openWatch, watchedLoans } from '../../test/watch-desk.ts';
import { declareSystem, findVersion } from '../index.ts';

const { stores } = testStores();

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'the newest is found without a number, an older one by it, and none beyond the newest',
    async () => {
      const { state, now } = await openWatch(place());
      const doing = { by: 'maker', now };
      for (const title of ['one', 'two', 'three'])
        await declareSystem(state, 'loans', watchedLoans({}, { title }), doing);
      const titleOf = async (version?: number) =>
        (await findVersion(state, 'loans', version)).document['title'];
      expect([await titleOf(), await titleOf(3), await titleOf(1)]).toEqual(['three', 'three', 'one']);
      for (const version of [4, 2 ** 31, Number.MAX_SAFE_INTEGER])
        await expect(findVersion(state, 'loans', version)).rejects.toMatchObject({ reason: 'no-version' });
      await expect(findVersion(state, 'unknown', 1)).rejects.toMatchObject({ reason: 'not-declared' });
    },
  );
});
