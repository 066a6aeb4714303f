import { expect, test } from 'vitest';
import { assertion, finding, measure, result } from '../../test/build-result.ts';
import { assertionSentence } from './sentences.ts';

const one = result([finding('adverse-impact', ['sex'], [measure({ sex: 'F' }, 100, 30)])]);
const told = (group: number, reference: number): string =>
  /\(([^;]+);/.exec(assertionSentence(one, assertion('fail', { rates: { group, reference } })))?.[1] ?? '';

test('an interval that holds for all at once does not read as one of 100 %', () => {
  const interval = { low: 0.6, high: 0.7, level: 0.99962, method: 'score', simultaneous: true };
  const of = (level: number) =>
    assertionSentence(one, assertion('fail', { interval: { ...interval, level } })).replaceAll('\u00a0', ' ');
  expect(of(0.99962)).toContain('99.96 % interval');
  for (const level of [0.99999, 0.9999999]) expect(of(level)).toMatch(/; 99\.99+0? % interval/);
  expect(of(0.999)).toContain('99.9 % interval');
  expect(of(0.95)).toContain('95 % interval');
});

test.each([
  [0.001, 0.00001, '0.1 % against 0.001 %'],
  [0.99998, 0.3, '99.998 % against 30 %'],
  [0, 1, '0 % against 100 %'],
  [0.3042, 0.5, '30.4 % against 50 %'],
  [0.0004, 0.0006, '0.04 % against 0.1 %'],
])(
  'rates of %f and %f: nobody and everybody are said of nobody and everybody alone',
  (group, reference, text) => {
    expect(told(group, reference).replaceAll('\u00a0', ' ')).toBe(text);
  },
);
