import { testRate } from '../testing/rate-tests.ts';
import { falseDiscoveryRate } from './false-discovery-rate.ts';

testRate(falseDiscoveryRate, {
  id: 'false-discovery-rate',
  counts: { Black: [805, 2174], White: [349, 854] },
  published: ['0.37', '0.41'],
  highest: 'White',
  outside: { decision: false, outcome: true },
});
