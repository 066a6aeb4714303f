/** The second thing that a person knows, as they type it: a day of birth in any of the usual ways. */

const digitsOf = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (one) => String((one.codePointAt(0) ?? 0) & 0xf));

const two = (text: string): string => text.padStart(2, '0');

/**
 * One way of writing for what is the same day: `27 3 1987`, `27.03.1987`, `1987-03-27` and `٢٧/٣/١٩٨٧` are one. What is no
 * day stays as it is.
 */
export function knownThing(text: string): string {
  const plain = digitsOf(text.normalize('NFKC')).trim();
  const [, first = '', month = '', last = ''] = /^(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})$/.exec(plain) ?? [];
  if (first.length === 4 && last.length <= 2) return `${first}-${two(month)}-${two(last)}`;
  if (last.length === 4 && first.length <= 2) return `${last}-${two(month)}-${two(first)}`;
  const [, day, inMonth, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(plain) ?? [];
  return day === undefined ? plain : `${year}-${inMonth}-${day}`;
}
