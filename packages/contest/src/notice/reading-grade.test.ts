import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countText, gradeOf, readingGrade } from './reading-grade.ts';

interface Golden {
  readonly texts: readonly {
    readonly text: string;
    readonly sentences: number;
    readonly words: number;
    readonly syllables: number;
    readonly grade: number;
  }[];
}

const golden: Golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'golden', 'reading.json'), 'utf8'),
);

test.each(golden.texts)('textstat, an independent program, counts the same: $text', (told) => {
  const own = countText(told.text);
  expect([own.sentences, own.words]).toEqual([told.sentences, told.words]);
  // Syllables are a matter of rules; ours are never fewer, so that our grade is never the easier one.
  expect(own.syllables).toBeGreaterThanOrEqual(told.syllables);
  expect(own.syllables).toBeLessThanOrEqual(1.2 * told.syllables);
  // textstat rounds syllables per word to a tenth, which the formula multiplies by 11.8.
  expect(Math.abs((gradeOf(told) ?? 99) - told.grade)).toBeLessThanOrEqual(0.05 * 11.8 + 0.05);
});

test('the formula of 1975 by hand', () => {
  expect(gradeOf({ sentences: 1, words: 6, syllables: 6 })).toBeCloseTo(-1.45, 10);
  expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(-1.45, 10);
});

test('a text without a word has no grade', () => {
  expect(readingGrade('... !')).toBeNull();
});

test('an address, an amount and a date are one word each, and no end of a sentence', () => {
  expect(countText('Write to help@x.org by 3.30 about $26,000.')).toMatchObject({ sentences: 1, words: 7 });
});
