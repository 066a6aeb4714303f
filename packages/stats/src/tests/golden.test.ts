import { expect, test } from 'vitest';
import r from '../../golden/r.json' with { type: 'json' };
import golden from '../../golden/tests.json' with { type: 'json' };
import { disagreement, group, relativeDisagreement } from '../golden-agreement.ts';
import { holm } from '../multiplicity/holm.ts';
import { chiSquaredUpperTail, twoSidedP } from '../normal.ts';
import { chiSquared } from './chi-squared.ts';
import { exactBinomial } from './exact-binomial.ts';
import { exactRx2 } from './exact-rx2.ts';
import { fisherExact } from './fisher-exact.ts';
import { chiSquaredGoodnessOfFit } from './goodness-of-fit.ts';
import { twoProportionScoreTest } from './two-proportion.ts';

const near = 1e-9;

test('tails agree with mpmath relatively, as far as z = 37: no p-value becomes 0 needlessly', () => {
  for (const { z, p } of golden.normalTails)
    expect(relativeDisagreement(twoSidedP(z), p)).toBeLessThan(1e-12);
  for (const { x, df, p } of golden.chiSquaredTails) {
    expect(relativeDisagreement(chiSquaredUpperTail(x, df), p), `chi-squared ${x}, df ${df}`).toBeLessThan(
      near,
    );
  }
});

test.each(golden.twoProportion)(
  'two proportions agree with mpmath: $a against $b',
  ({ a, b, statistic, p }) => {
    const result = twoProportionScoreTest(group(a), group(b));
    expect(disagreement(result?.statistic, statistic)).toBeLessThan(near);
    expect(relativeDisagreement(result?.p, p)).toBeLessThan(near);
  },
);

test.each(golden.fisher)("Fisher's test agrees with scipy: $a against $b", ({ a, b, p }) => {
  expect(relativeDisagreement(fisherExact(group(a), group(b))?.p, p)).toBeLessThan(near);
});

test.each(golden.chiSquared)('chi-squared agrees with scipy: $groups', ({ groups, statistic, df, p }) => {
  const result = chiSquared(groups.map(group));
  expect(result?.df).toBe(df);
  expect(disagreement(result?.statistic, statistic)).toBeLessThan(near);
  expect(relativeDisagreement(result?.p, p)).toBeLessThan(near);
});

test.each([...golden.exactBinomial, ...r.binomial])(
  'the exact binomial test agrees with scipy and R: $events of $n at $p0',
  ({ events, n, p0, p }) => {
    expect(relativeDisagreement(exactBinomial(events, n, p0)?.p, p)).toBeLessThan(near);
  },
);

test.each(golden.goodnessOfFit)(
  'goodness of fit agrees with scipy: $observed',
  ({ observed, shares, statistic, p }) => {
    const result = chiSquaredGoodnessOfFit(observed, shares);
    expect(disagreement(result?.statistic, statistic)).toBeLessThan(near);
    expect(relativeDisagreement(result?.p, p)).toBeLessThan(near);
  },
);

test.each(r.exact)("Freeman-Halton agrees with R's fisher.test: $groups", ({ groups, p }) => {
  const result = exactRx2(groups.map(group));
  expect(result?.test).toBe('freeman-halton');
  expect(relativeDisagreement(result?.p, p)).toBeLessThan(near);
});

test.each([golden.holm, r.holm])('Holm agrees with statsmodels and R', ({ p, adjusted }) => {
  holm(p).forEach((value, i) => {
    expect(disagreement(value, adjusted[i])).toBeLessThan(1e-12);
  });
});
