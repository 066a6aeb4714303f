import { testRate } from '../testing/rate-tests.ts';
import { falseNegativeRate } from './false-negative-rate.ts';

testRate(falseNegativeRate, {
  id: 'false-negative-rate',
  counts: { Black: [532, 1901], White: [461, 966] },
  published: ['0.2799', '0.4772'],
  highest: 'White',
  outside: { decision: true, outcome: false },
});
