import { testRate } from '../testing/rate-tests.ts';
import { accuracy } from './accuracy.ts';

testRate(accuracy, {
  id: 'accuracy',
  counts: { Black: [2359, 3696], White: [1644, 2454] },
  highest: 'White',
  outside: { decision: true, outcome: null },
});
