import { syllable } from 'syllable';

/** What a text is made of, as the formulas of reading age count it. */
export interface TextCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/** A word: letters and digits with what stands inside it, so that "e-mail", "2.50" and "help@x.org" are one word each. */
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}@.,'’/-]*[\p{L}\p{N}])?/gu;

/**
 * Counts sentences, words and syllables of English. A line without a stop is a sentence: a heading or an item of a list.
 */
export function countText(text: string): TextCounts {
  const sentences = text
    .split(/\n+|[.!?:]+["”’)]*(?=\s|$)/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  const words = text.match(wordPattern) ?? [];
  return {
    sentences,
    words: words.length,
    // What has no letter (a date, an amount) is read as one syllable, as textstat does: the formula is about words.
    syllables: words.reduce((sum, word) => sum + (/\p{L}/u.test(word) ? Math.max(1, syllable(word)) : 1), 0),
  };
}

/**
 * The school grade in which an English text can be read.
 * J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of new readability formulas for Navy enlisted
 * personnel", 1975: 0.39 words/sentences + 11.8 syllables/words - 15.59.
 *
 * @returns null for a text without a word
 * @example gradeOf({ sentences: 1, words: 6, syllables: 6 }) // -1.45: "The cat sat on the mat."
 */
export function gradeOf({ sentences, words, syllables }: TextCounts): number | null {
  if (sentences === 0 || words === 0) return null;
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** The grade of an English text. */
export const readingGrade = (text: string): number | null => gradeOf(countText(text));
