/** The second thing that a person knows, in any of the usual ways of typing it. */

/**
 * What a person may be asked for beside the code. A `reference` is one that the person has from elsewhere, and its last digits
 * are asked for; a `word` is one that they agreed on with the office.
 */
export const knownKinds = ['date-of-birth', 'postcode', 'reference', 'word'] as const;
/** What a person is asked for beside the code. */
export type KnownKind = (typeof knownKinds)[number];

/** So many digits of a reference are asked for, from its end. */
const digitsAsked = 6;
const fewestSigns = 4;

const signs = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const digitsOf = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (one) => String((one.codePointAt(0) ?? 0) & 0xf));

const two = (text: string): string => text.padStart(2, '0');

/** Letters alone: no accents, no dots, no capitals. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** Names of months, long and short, in the languages of the portal; Arabic has two sets of them. */
const months: ReadonlyMap<string, string> = new Map(
  ['en', 'es', 'fr', 'ar-EG', 'ar-SY'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i): [string, string] => [
        bare(format.format(Date.UTC(2000, i, 15))),
        String(i + 1),
      ]);
    }),
  ),
);

/** A day with the name of its month: `27 March 1987`, `March 27, 1987`, `27 de marzo de 1987`. */
function namedDay(plain: string): string | null {
  const month = (plain.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? [])
    .map((word) => months.get(bare(word)))
    .find(Boolean);
  const numbers = plain.match(/\d+/g) ?? [];
  const year = numbers.find(({ length }) => length === 4);
  const day = numbers.find(({ length }) => length <= 2);
  return month === undefined || year === undefined || day === undefined || numbers.length !== 2
    ? null
    : `${year}-${two(month)}-${two(day)}`;
}

/**
 * One way of writing for what is the same day: `27 3 1987`, `27.03.1987`, `1987-03-27`, `27 March 1987` and `٢٧/٣/١٩٨٧` are
 * one. In figures the day stands before the month, but where that cannot be. What is no day stays as it is.
 */
function dayOfBirth(text: string): string {
  const plain = digitsOf(text.normalize('NFKC')).trim();
  const [, first = '', middle = '', last = ''] =
    /^(\d{1,4})[^\d\p{L}]+(\d{1,2})[^\d\p{L}]+(\d{1,4})$/u.exec(plain) ?? [];
  if (first.length === 4 && last.length <= 2) return `${first}-${two(middle)}-${two(last)}`;
  if (last.length === 4 && first.length <= 2) {
    const [day, month] = Number(middle) > 12 && Number(first) <= 12 ? [middle, first] : [first, middle];
    return `${last}-${two(month)}-${two(day)}`;
  }
  const [, day, inMonth, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(plain) ?? [];
  return day === undefined ? (namedDay(plain) ?? plain) : `${year}-${inMonth}-${day}`;
}

/** A plain form of what was typed: letters and figures, and neither capitals, spaces nor dashes. */
const plainSigns = (text: string): string => signs(digitsOf(text.normalize('NFKC')).toLowerCase());

/** The end of a reference, which may be typed whole. */
const endOf = (text: string): string =>
  digitsOf(text.normalize('NFKC')).replace(/\D/g, '').slice(-digitsAsked);

/**
 * One way of writing for what is the same thing, however it is typed.
 * @example knownThing('postcode', 'sw1a 1aa') // 'sw1a1aa'
 */
export function knownThing(kind: KnownKind, text: string): string {
  switch (kind) {
    case 'date-of-birth':
      return dayOfBirth(text);
    case 'postcode':
    case 'word':
      return plainSigns(text);
    case 'reference':
      return endOf(text);
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Whether something is enough to be asked for: a day that there is, six digits, or four letters or figures. */
export function isKnownThing(kind: KnownKind, text: string): boolean {
  const known = knownThing(kind, text);
  switch (kind) {
    case 'date-of-birth':
      return isDay(known);
    case 'postcode':
    case 'word':
      return known.length >= fewestSigns;
    case 'reference':
      return known.length === digitsAsked;
  }
}

/** Whatever in a text could be a day in figures. */
const days = /\d{1,4}[^\d\p{L}]{1,3}\d{1,2}[^\d\p{L}]{1,3}\d{1,4}/gu;

/** Whether a text tells the thing to whoever reads it: then it is known to whoever finds the letter. */
export function tells(text: string, kind: KnownKind, second: string): boolean {
  const known = knownThing(kind, second);
  switch (kind) {
    case 'date-of-birth':
      return [text, ...(digitsOf(text).match(days) ?? [])].some((one) => dayOfBirth(one) === known);
    case 'postcode':
    case 'word':
      return plainSigns(text).includes(known);
    case 'reference':
      return digitsOf(text.normalize('NFKC')).replace(/\D/g, '').includes(known);
  }
}
