import { expect, test } from 'vitest';
import golden from '../../golden/scores.json' with { type: 'json' };
import peers from '../../golden/scores-r.json' with { type: 'json' };
import { disagreement } from '../golden-agreement.ts';
import { kolmogorovSmirnov, smirnovLimit } from './kolmogorov-smirnov.ts';
import { quantileWithInterval } from './quantiles.ts';
import { standardisedMeanDifference } from './standardised-mean-difference.ts';
import { peopleOf, type ValueCount } from './value-counts.ts';
import { wasserstein } from './wasserstein.ts';

const close = (actual: number | null | undefined, expected: number | null | undefined): void =>
  expect(disagreement(actual, expected), `${actual}, expected ${expected}`).toBeLessThan(1e-9);
const countsOf = (pairs: readonly (readonly number[])[]): readonly ValueCount[] =>
  pairs.map(([value = 0, n = 0]) => ({ value, n }));

test.each(golden.distributions)('distances agree with scipy to 1e-9: $name', (known) => {
  const [a, b] = [countsOf(known.a), countsOf(known.b)];
  const [n, m] = [peopleOf(a), peopleOf(b)];
  const ks = kolmogorovSmirnov(a, b);
  close(ks?.statistic, known.ks);
  close(smirnovLimit((ks?.statistic ?? 0) * Math.sqrt((n * m) / (n + m))), known.limit);
  close(wasserstein(a, b), known.wasserstein);
  const smd = standardisedMeanDifference(a, b, { level: 0.95 });
  close(smd.value, known.smd[0]);
  close(smd.interval?.low, known.smd[1]);
  close(smd.interval?.high, known.smd[2]);
});

test.each(golden.distributions)('quantiles and their exact intervals agree with scipy: $name', (known) => {
  for (const { share, value, interval } of known.quantiles) {
    const found = quantileWithInterval(countsOf(known.a), share, 0.95);
    close(found.value, value);
    close(found.interval?.low, interval[0]);
    close(found.interval?.high, interval[1]);
  }
});

test.each(peers.ks)('the exact Kolmogorov-Smirnov test agrees with R, ties included: $statistic', (known) => {
  const found = kolmogorovSmirnov(countsOf(known.a), countsOf(known.b));
  expect(found?.test).toBe('kolmogorov-smirnov-exact');
  close(found?.statistic, known.statistic);
  close(found?.p, known.p);
});
