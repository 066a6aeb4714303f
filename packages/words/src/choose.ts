import { arabic, english, french, type Language, spanish } from './languages.ts';
import { pseudoLanguage } from './pseudo.ts';

/** The languages that Ombud speaks, by their tags. */
export const languages: readonly Language[] = [english, spanish, french, arabic];

/**
 * The language for a tag of BCP 47: the same, or the one it is a kind of.
 * @returns null where Ombud does not speak it; `en-XA` is the language for tests
 * @example chooseLanguage('en-GB')?.tag // 'en'
 */
export function chooseLanguage(tag: string): Language | null {
  const wanted = tag.toLowerCase().replace('_', '-');
  if (wanted === 'en-xa') return pseudoLanguage();
  const spoken = languages.map((language) => ({ language, tag: language.tag.toLowerCase() }));
  const found =
    spoken.find((one) => one.tag === wanted) ?? spoken.find((one) => wanted.startsWith(`${one.tag}-`));
  return found?.language ?? null;
}
