import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perHundred } from './numbers.ts';
import { pseudoLanguage } from './pseudo.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf();

test('percentages have as many digits as are true', () => {
  expect([0, 1, 0.304, 0.00004, 0.99996, 0.5, null].map(voice.percent)).toEqual([
    '0 %',
    '100 %',
    '30.4 %',
    '0.004 %',
    '99.996 %',
    '50.0 %',
    'not measured',
  ]);
  expect([0.042, -0.1, 0, -0.00001].map(voice.points)).toEqual([
    '+4.2 points',
    '−10.0 points',
    '0 points',
    '−0.001 points',
  ]);
});

test('only an exact 0 or 1 reads as 0 % or 100 %, and no ratio reads as 1 or 0 that is not', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (value) => {
      expect(Number.parseFloat(voice.percent(value))).toBeGreaterThan(0);
      expect(Number.parseFloat(voice.percent(value))).toBeLessThan(100);
    }),
  );
  expect([0.8, 1, 0.004, 1.84, 12.34, 0.9996].map(voice.ratio)).toEqual([
    '0.80',
    '1',
    '0.004',
    '1.84',
    '12.3',
    '0.9996',
  ]);
});

test('counts, p values and open intervals', () => {
  expect(voice.count(12345.67)).toBe('12,345.7');
  expect([0.0000001, 0.0321, 0.0012, null].map(voice.probability)).toEqual([
    '< 0.0001',
    '0.032',
    '0.0012',
    '',
  ]);
  expect(voice.range({ low: 0.1, high: null }, voice.ratio)).toBe('0.10 to no limit');
  expect(voice.range({ low: 0.283, high: 0.325 }, voice.percent)).toBe('28.3 to 32.5 %');
});

test('rates out of a hundred: the same "of" for all, never 0 for a few, never the same for different ones', () => {
  expect(perHundred([0.304, 0.445])).toEqual({ of: 100, numbers: [30, 45] });
  expect(perHundred([0.004, 0.006])).toEqual({ of: 1000, numbers: [4, 6] });
  expect(perHundred([0.799, 0.801])).toEqual({ of: 1000, numbers: [799, 801] });
  expect(perHundred([0, 0.2])).toEqual({ of: 100, numbers: [0, 20] });
  expect(perHundred([0.996, 1])).toEqual({ of: 1000, numbers: [996, 1000] });
});

test('another language writes its own numbers and lists', () => {
  const other = voiceOf(pseudoLanguage());
  expect(other.count(12345.67)).toBe('12.345,7');
  expect(other.percent(0.304)).toBe('⟦30,4 %⟧');
  expect(other.all(['a', 'b', 'c'])).toBe('a, b und c');
  expect(voice.all(['a', 'b', 'c'])).toBe('a, b and c');
  expect(voice.day('2026-01-02T03:04:05Z')).toBe('2 January 2026');
});
