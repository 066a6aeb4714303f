/** The second thing that a person knows, as they type it: a day of birth in any of the usual ways. */

/**
 * Whether something is enough to be known: what is empty, or a letter or two, anybody has; and a day that there is not, nobody
 * was born on.
 */
export const isKnownThing = (text: string): boolean =>
  text.replace(/[^\p{L}\p{N}]/gu, '').length >= 4 && !isNoDay(text);

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
export function knownThing(text: string): string {
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

/** Whether something is written as a day of our time, with its parts apart, that the calendar does not have. */
function isNoDay(text: string): boolean {
  const known = knownThing(text);
  const [, year = '', month = '', day = ''] = /^((?:18|19|20)\d\d)-(\d\d)-(\d\d)$/.exec(known) ?? [];
  if (year === '' || /^\d{8}$/.test(digitsOf(text.normalize('NFKC')).trim())) return false;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day);
}
