import { ar } from './ar/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
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

/** Spanish: reports, the command, every error and the console; the pages of cases and the summaries of routes are still told in English. */
export const spanish: Language = { tag: 'es', direction: 'ltr', catalogue: es };

let arabicCatalogue: Catalogue | undefined;

/** Arabic: the report of rates, every error, notices and the portal; read from the right. Digits are the usual ten. No native reader has read it. */
export const arabic: Language = {
  tag: 'ar',
  direction: 'rtl',
  // Marked when it is first asked for: that costs milliseconds of a start, and most starts speak English.
  get catalogue() {
    arabicCatalogue ??= ar();
    return arabicCatalogue;
  },
  numbers: 'ar-u-nu-latn',
};

/** French: what a person is told of a decision and on the pages of the portal; what is not in it yet is told in English. */
export const french: Language = { tag: 'fr', direction: 'ltr', catalogue: fr };
