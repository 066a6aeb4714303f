import { british, britishList } from './british.ts';

/** `and`, or `or`. */
export type Joining = 'conjunction' | 'disjunction';

/** A format costs milliseconds: each is made when it is first needed, and kept. */
const known = new Map<string, Intl.ListFormat>();

/** Texts in a row as a locale writes them: `a, b and c`. */
export function joined(locale: string, type: Joining, parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  if (locale === british) return britishList(parts, type === 'conjunction' ? 'and' : 'or');
  const key = `${type} ${locale}`;
  let format = known.get(key);
  if (format === undefined) {
    format = new Intl.ListFormat(locale, { type });
    known.set(key, format);
  }
  return format.format(parts);
}
