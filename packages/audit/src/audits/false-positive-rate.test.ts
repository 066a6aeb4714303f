import { testRate } from '../testing/rate-tests.ts';
import { falsePositiveRate } from './false-positive-rate.ts';

testRate(falsePositiveRate, {
  id: 'false-positive-rate',
  counts: { Black: [805, 1795], White: [349, 1488] },
  published: ['0.4485', '0.2345'],
  highest: 'Black',
  outside: { decision: true, outcome: true },
});
