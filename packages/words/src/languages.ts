import { en } from './en/index.ts';
import type { Catalogue } from './message.ts';

/** A language that Ombud speaks. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly catalogue: Catalogue;
  /** Numbers and dates are written as in this locale, where it is not that of `tag`. */
  readonly numbers?: string;
}

/** The locale in which a language writes numbers, dates and lists. */
export const localeOf = ({ tag, numbers = tag }: Language): string => numbers;

/** English: the complete language, and the one that stands in where another lacks a sentence. */
export const english: Language = {
  tag: 'en',
  direction: 'ltr',
  catalogue: en,
  // British, as the sentences are: no comma before the last "and", the day before the month.
  numbers: 'en-GB',
};
