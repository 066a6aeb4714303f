import { refusalOf } from '@ombud/testing/errors';
import { expect, test } from 'vitest';
import { multinomialBootstrap } from './multinomial-bootstrap.ts';

const rate = (cells: Float64Array): number => (cells[0] ?? 0) / ((cells[0] ?? 0) + (cells[1] ?? 0));

test('the bootstrap of a rate has the quantiles of the binomial distribution', () => {
  const interval = multinomialBootstrap([300, 700], rate, { seed: 5, level: 0.95, replicates: 20_000 });
  // scipy.stats.binom(1000, 0.3).ppf([0.025, 0.975]) = 272, 329.
  expect(Math.abs((interval?.low ?? 0) * 1000 - 272)).toBeLessThanOrEqual(1);
  expect(Math.abs((interval?.high ?? 0) * 1000 - 329)).toBeLessThanOrEqual(1);
});

test('the seed fixes the answer, and another seed gives another', () => {
  const options = { seed: 5, level: 0.9, replicates: 200 };
  const cells = [3000, 7001, 50, 0];
  expect(multinomialBootstrap(cells, rate, options)).toEqual(multinomialBootstrap(cells, rate, options));
  expect(multinomialBootstrap(cells, rate, options)).not.toEqual(
    multinomialBootstrap(cells, rate, { ...options, seed: 6 }),
  );
});

test('every drawing has all people, and empty cells stay empty', () => {
  multinomialBootstrap(
    [5, 0, 17, 3],
    (cells) => {
      expect(cells.reduce((sum, count) => sum + count, 0)).toBe(25);
      expect(cells[1]).toBe(0);
      return 0;
    },
    { seed: 1, level: 0.95, replicates: 50 },
  );
});

test('where the statistic mostly has no value there is no interval', async () => {
  expect(multinomialBootstrap([5, 5], () => null, { seed: 1, level: 0.95, replicates: 50 })).toBeNull();
  expect(multinomialBootstrap([0, 0], rate, { seed: 1, level: 0.95 })).toBeNull();
  expect(await refusalOf(() => multinomialBootstrap([-1, 2], rate, { seed: 1, level: 0.95 }))).toContain(
    'A cell has -1 people.',
  );
});
