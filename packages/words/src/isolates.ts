import type { Catalogue } from './message.ts';

/** Unicode's marks around a text whose direction is its own (UAX 9): by its first letter; from the left; the end of both. */
const [byFirstLetter, fromTheLeft, end] = ['\u2068', '\u2066', '\u2069'];

/** Says that what follows is read from the right, whatever its first letter. */
const rightToLeft = '\u200f';

/** A letter that says the direction: a message of places and signs alone, `{$comparison} ({$interval})`, has none. */
const ownLetter = /[\u0621-\u064a]/;

/** What is put into a message; a place that is only declared (`.input {$n :number}`) shows nothing. */
const places = /(?<!\.input )\{\$[^{}]*\}/g;

/**
 * The messages of a language that is read from the right, with Unicode's marks: what is put in is kept together by its own
 * direction, and what the catalogue writes between `‹` and `›` (flags, code, numbers with signs) is read from the left.
 * Without them a name that ends in a point or a flag would be torn apart by the words around.
 *
 * @example isolated({ a: 'أضف ‹--out›.' }).a // 'أضف \u2066--out\u2069.'
 */
export const isolated = (catalogue: Catalogue): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, source]) => [
      key,
      (ownLetter.test(source) ? '' : rightToLeft) +
        source
          .replace(places, (place) => byFirstLetter + place + end)
          .replaceAll('‹', fromTheLeft)
          .replaceAll('›', end),
    ]),
  );

/** A part of a list among words that are read from the right. */
export const isolatedPart = (part: string): string => byFirstLetter + part + end;

/** A line or a list that is read from the right, whatever letters it begins with. */
export const fromTheRight = (text: string): string => rightToLeft + text;

/** A text in a language that is read from the left, kept together among words that are read from the right. */
export const isolatedFromTheLeft = (text: string): string => fromTheLeft + text + end;
