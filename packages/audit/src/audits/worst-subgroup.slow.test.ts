import { expect, test } from 'vitest';
import { simulateSearches } from '../testing/search-simulation.ts';

test('in noise at most 5 % of searches confirm anything', async () => {
  const { confirmed, runs } = await simulateSearches({ runs: 400, people: 3000, harm: 0, seed: 71 });
  expect(confirmed / runs).toBeLessThanOrEqual(0.05);
});

test('a planted group of three columns is found in at least 80 % of searches', async () => {
  const { found, runs } = await simulateSearches({ runs: 60, people: 8000, harm: 0.25, seed: 72 });
  expect(found / runs).toBeGreaterThanOrEqual(0.8);
});
