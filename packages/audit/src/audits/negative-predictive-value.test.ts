import { testRate } from '../testing/rate-tests.ts';
import { negativePredictiveValue } from './negative-predictive-value.ts';

testRate(negativePredictiveValue, {
  id: 'negative-predictive-value',
  counts: { Black: [990, 1522], White: [1139, 1600] },
  highest: 'White',
  outside: { decision: true, outcome: true },
});
