import { testRate } from '../testing/rate-tests.ts';
import { trueNegativeRate } from './true-negative-rate.ts';

testRate(trueNegativeRate, {
  id: 'true-negative-rate',
  counts: { Black: [990, 1795], White: [1139, 1488] },
  published: ['0.5515', '0.7655'],
  highest: 'White',
  outside: { decision: true, outcome: true },
});
