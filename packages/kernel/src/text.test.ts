import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOrder } from './text.ts';

const dictionary = new Intl.Collator('en', { numeric: true });
const sign = (order: number): number => Math.sign(order) + 0;

test('the short way for letters of one case is that of the dictionary', () => {
  const words = fc.oneof(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^[A-Z]{1,6}$/));
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(sign(textOrder(a, b))).toBe(sign(dictionary.compare(a, b)));
    }),
    { numRuns: 2000 },
  );
});

test('any two texts have one order, whichever is first', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Za-z0-9,é -]{0,5}$/));
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(sign(textOrder(a, b))).toBe(sign(-textOrder(b, a)));
      expect(textOrder(a, b) === 0).toBe(a === b);
    }),
  );
});

test('numbers in a text count as numbers, and a comma in it is no trick', () => {
  expect(['10-12', '9-12', 'b', 'A', 'a', 'B'].sort(textOrder)).toEqual([
    '9-12',
    '10-12',
    'a',
    'A',
    'b',
    'B',
  ]);
  expect(sign(textOrder('a,B', 'a'))).toBe(sign(dictionary.compare('a,B', 'a')));
  expect(sign(textOrder('a,b', 'a'))).toBe(sign(dictionary.compare('a,b', 'a')));
});
