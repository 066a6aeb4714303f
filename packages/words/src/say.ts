import type { Counted, OmbudError } from '@ombud/kernel';
import { fromTheRight, isolatedFromTheLeft, isolatedPart } from './isolates.ts';
import { english, type Language, localeOf } from './languages.ts';
import { joined } from './lists.ts';
import { formatMessage, type MessageParams } from './message.ts';

const isCounted = (value: unknown): value is Counted =>
  typeof value === 'object' && value !== null && 'value' in value && 'count' in value;

/** One part of a list: `yes`, or with a count `"yes" (12)`. */
function partOf(language: Language, part: unknown): string {
  if (!isCounted(part)) return String(part);
  return `"${part.value}" (${part.count.toLocaleString(localeOf(language))})`;
}

const isRole = (name: string): boolean => /(?:^r|R)oles?$/.test(name);

/**
 * What a message may say of a parameter. A role (`role`, `otherRole`, `roles`) is told by its own words, under
 * `role/...`. A list `x` gives four: `$x` ("a, b and c"), `$x.or` (`"a" or "b"`, in quotes:
 * what somebody may have meant), `$x.list` ("a, b, c") and `$x.count` (3).
 */
function spoken(language: Language, name: string, value: unknown): readonly (readonly [string, unknown])[] {
  const roleOf = (role: unknown): string => say(language, `role/${role}`);
  if (!Array.isArray(value)) return [[name, isRole(name) ? roleOf(value) : (value ?? '')]];
  const parts = value.map((part) => (isRole(name) ? roleOf(part) : partOf(language, part)));
  return [...listsOf(language, name, parts), [`${name}.count`, parts.length]];
}

/** A list in its three forms. */
function listsOf(language: Language, name: string, parts: readonly string[]) {
  const locale = localeOf(language);
  const rightToLeft = language.direction === 'rtl';
  const placed = rightToLeft ? parts.map(isolatedPart) : parts;
  const quoted = placed.map((part) => `"${part}"`);
  const lists = [
    [name, joined(locale, 'conjunction', placed)],
    [`${name}.or`, joined(locale, 'disjunction', quoted)],
    [`${name}.list`, placed.join(rightToLeft ? '، ' : ', ')],
  ] as const;
  return rightToLeft ? lists.map(([form, list]) => [form, fromTheRight(list)] as const) : lists;
}

/** A report says some thousand sentences, most with nothing but texts and numbers, which are said as they are. */
function isPlain(params: MessageParams): boolean {
  for (const name in params) {
    const value = params[name];
    if ((typeof value !== 'string' && typeof value !== 'number') || isRole(name)) return false;
  }
  return true;
}

const spokenParams = (language: Language, params: MessageParams): MessageParams =>
  Object.fromEntries(Object.entries(params).flatMap(([name, value]) => spoken(language, name, value)));

/**
 * Whether any language has words for a key.
 * @example hasWords('command/OMBUD_E_MISSING_ROLE/not-named') // true
 */
export const hasWords = (key: string): boolean => english.catalogue[key] !== undefined;

/**
 * The sentence of a key in a language; where the language lacks it, in English.
 * @throws RangeError where no language has the key
 * @example say(english, 'OMBUD_E_JSON/not-plain', { path: 'inputs' })
 */
export function say(language: Language, key: string, params: MessageParams = {}): string {
  const [source, locale] =
    language.catalogue[key] !== undefined
      ? [language.catalogue[key], localeOf(language)]
      : [english.catalogue[key], localeOf(english)];
  if (source === undefined) throw new RangeError(`no words for "${key}"`);
  const text = formatMessage(locale, source, isPlain(params) ? params : spokenParams(language, params));
  // English among words that are read from the right is kept together.
  return language.direction === 'rtl' && locale === localeOf(english) ? isolatedFromTheLeft(text) : text;
}

/**
 * What a person is told of an error: what is wrong, where, and what to do.
 * @param front adds how this front does it, where the words have a key `FRONT/CODE/reason`: the command names its flags
 * @example sayError(english, error) // 'There is no column "gendr" for the group. Did you mean "gender"?'
 * @example sayError(english, error, 'command') // '... For example --decision approved=yes.'
 */
export function sayError(
  language: Language,
  { code, reason, params }: OmbudError,
  front?: 'command',
): string {
  const key = `${code}/${reason}`;
  const sentence = say(language, key, params);
  const hint = `${front}/${key}`;
  return front !== undefined && hasWords(hint) ? `${sentence} ${say(language, hint, params)}` : sentence;
}
