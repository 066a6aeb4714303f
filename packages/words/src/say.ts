import type { OmbudError, Param } from '@ombud/kernel';
import { english, type Language } from './languages.ts';
import { formatMessage, type MessageParams } from './message.ts';

/** Lists are joined by the language's own "and". */
function spoken(language: Language, value: Param | unknown): unknown {
  return Array.isArray(value)
    ? new Intl.ListFormat(language.tag, { type: 'conjunction' }).format(value.map(String))
    : (value ?? '');
}

/**
 * The sentence of a key in a language; where the language lacks it, in English.
 * @throws RangeError where no language has the key
 * @example say(english, 'OMBUD_E_JSON/not-plain', { path: 'inputs' })
 */
export function say(language: Language, key: string, params: MessageParams = {}): string {
  const [source, tag] =
    language.catalogue[key] !== undefined
      ? [language.catalogue[key], language.tag]
      : [english.catalogue[key], english.tag];
  if (source === undefined) throw new RangeError(`no words for "${key}"`);
  const spokenParams = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, spoken(language, value)]),
  );
  return formatMessage(tag, source, spokenParams);
}

/** What a person is told of an error: one sentence that says what is wrong, where, and what to do. */
export const sayError = (language: Language, { code, reason, params }: OmbudError): string =>
  say(language, `${code}/${reason}`, params);
