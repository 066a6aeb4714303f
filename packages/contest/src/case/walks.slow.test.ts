import { expect, test } from 'vitest';
import { walkAtRandom } from '../../test/walk.ts';

test('100,000 random steps over all machines keep what must be, and come everywhere', () => {
  const { steps, moves, unreached } = walkAtRandom(1000);
  expect(steps).toBe(100_000);
  expect(moves).toBeGreaterThan(20_000);
  // A state that no walk reaches would be kept by no invariant.
  expect(unreached).toEqual([]);
});
