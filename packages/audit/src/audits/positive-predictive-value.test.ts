import { testRate } from '../testing/rate-tests.ts';
import { positivePredictiveValue } from './positive-predictive-value.ts';

testRate(positivePredictiveValue, {
  id: 'positive-predictive-value',
  counts: { Black: [1369, 2174], White: [505, 854] },
  published: ['0.63', '0.59'],
  highest: 'Black',
  outside: { decision: false, outcome: true },
});
