import { testRate } from '../testing/rate-tests.ts';
import { falseOmissionRate } from './false-omission-rate.ts';

testRate(falseOmissionRate, {
  id: 'false-omission-rate',
  counts: { Black: [532, 1522], White: [461, 1600] },
  highest: 'Black',
  outside: { decision: true, outcome: true },
});
