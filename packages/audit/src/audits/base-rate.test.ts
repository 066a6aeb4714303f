import { testRate } from '../testing/rate-tests.ts';
import { baseRate } from './base-rate.ts';

testRate(baseRate, {
  id: 'base-rate',
  counts: { Black: [1901, 3696], White: [966, 2454] },
  highest: 'Black',
  outside: { decision: true, outcome: null },
});
