import { english } from '@ombud/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideCutoff, plannedText, valueText } from './values.ts';

const read = (text: string): number => Number(text.replaceAll(',', ''));

test('a small value is not told as none', () => {
  expect(valueText(-5.3e-10, english)).toBe('-0.00000000053');
  expect(valueText(0.00012345, english)).toBe('0.0001235');
  expect(valueText(0, english)).toBe('0');
  expect([valueText(-0, english), plannedText(-0, english)]).toEqual(['0', '0']);
  expect(valueText(93.67331, english)).toBe('93.6733');
});

test('a value that a plan names is told as it is: a rounded one may not flip the decision', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
      expect(read(plannedText(value, english))).toBe(value === 0 ? 0 : value);
    }),
  );
  expect(plannedText(0.0123456789, english)).toBe('0.0123456789');
});

test('a score that misses the cut-off never reads as the cut-off', () => {
  expect(besideCutoff(0.4999999, 0.5, english)).toBe('0.4999999');
  expect(besideCutoff(0.5, 0.5, english)).toBe('0.5');
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const same = read(besideCutoff(value, 0.5, english)) === 0.5;
      expect(same).toBe(value === 0.5);
    }),
  );
});
