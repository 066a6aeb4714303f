import { testRate } from '../testing/rate-tests.ts';
import { truePositiveRate } from './true-positive-rate.ts';

testRate(truePositiveRate, {
  id: 'true-positive-rate',
  counts: { Black: [1369, 1901], White: [505, 966] },
  published: ['0.7201', '0.5228'],
  highest: 'Black',
  outside: { decision: true, outcome: false },
});
