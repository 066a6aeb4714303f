import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE_NAMES } from '../fixtures.ts';
import { groupLabel, groupValues } from './group.ts';
import { count, percent, perHundred, points, probability, range, ratio } from './numbers.ts';
import { visible, visibleShort } from './visible.ts';

const ACTS = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff\ufffe\uffff]/u;

test('no character that acts or hides is left, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(ACTS);
      expect(visible(text)).not.toBe('');
    }),
  );
  for (const name of HOSTILE_NAMES) expect(visible(name)).not.toMatch(ACTS);
});

test('hidden characters are shown, ordinary text of any script is left alone', () => {
  expect(visible('a\u001b[31m\n')).toBe('a␛[31m␊');
  expect(visible('x\u202Ey')).toBe('x⟨U+202E⟩y');
  expect(visible('')).toBe('(empty)');
  expect(visible(' F')).toBe('␣F');
  expect(visible('a\ud800')).toBe('a⟨U+D800⟩');
  for (const same of ['Ångström', '日本語', 'العربية', '👩‍👩‍👧', 'می‌خواهم', 'a b'])
    expect(visible(same)).toBe(same);
  expect(visible('F\u200d')).toBe('F⟨U+200D⟩');
});

test('a long name is cut with an ellipsis', () => {
  expect(Array.from(visibleShort('x'.repeat(5000)))).toHaveLength(100);
  expect(visibleShort('x'.repeat(5000)).at(-1)).toBe('…');
});

test('percentages have as many digits as are true', () => {
  expect([0, 1, 0.304, 0.00004, 0.99996, 0.5, null].map(percent)).toEqual([
    '0 %',
    '100 %',
    '30.4 %',
    '0.004 %',
    '99.996 %',
    '50.0 %',
    'not measured',
  ]);
  expect([0.042, -0.1, 0, -0.00001].map(points)).toEqual([
    '+4.2 points',
    '−10.0 points',
    '0 points',
    '−0.001 points',
  ]);
});

test('only an exact 0 or 1 reads as 0 % or 100 %, and no ratio reads as 1 or 0 that is not', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (value) => {
      expect(Number.parseFloat(percent(value))).toBeGreaterThan(0);
      expect(Number.parseFloat(percent(value))).toBeLessThan(100);
    }),
  );
  expect([0.8, 1, 0.004, 1.84, 12.34, 0.9996].map(ratio)).toEqual([
    '0.80',
    '1',
    '0.004',
    '1.84',
    '12.3',
    '0.9996',
  ]);
});

test('counts, p values and open intervals', () => {
  expect(count(12345.67)).toBe('12,345.7');
  expect([0.0000001, 0.0321, 0.0012, null].map(probability)).toEqual(['< 0.0001', '0.032', '0.0012', '']);
  expect(range({ low: 0.1, high: null }, ratio)).toBe('0.10 to no limit');
  expect(range({ low: 0.283, high: 0.325 }, percent)).toBe('28.3 to 32.5 %');
});

test('rates out of a hundred: the same "of" for all, never 0 for a few, never the same for different ones', () => {
  expect(perHundred([0.304, 0.445])).toEqual({ of: 100, numbers: [30, 45] });
  expect(perHundred([0.004, 0.006])).toEqual({ of: 1000, numbers: [4, 6] });
  expect(perHundred([0.799, 0.801])).toEqual({ of: 1000, numbers: [799, 801] });
  expect(perHundred([0, 0.2])).toEqual({ of: 100, numbers: [0, 20] });
  expect(perHundred([0.996, 1])).toEqual({ of: 1000, numbers: [996, 1000] });
});

test('labels of groups', () => {
  expect(groupLabel({ sex: 'F', age: '25-40' })).toBe('sex = F, age = 25-40');
  expect(groupValues({ sex: 'F', age: '25-40' })).toBe('F, 25-40');
});
