import { testRate } from '../testing/rate-tests.ts';
import { selectionRate } from './selection-rate.ts';

testRate(selectionRate, {
  id: 'selection-rate',
  counts: { Black: [2174, 3696], White: [854, 2454] },
  highest: 'Black',
  outside: { decision: null, outcome: true },
});
