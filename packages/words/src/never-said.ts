/**
 * Words that a notice never says of a person, by language: they blame before anybody looked (the Robodebt Royal Commission,
 * recommendation 10.1). Each in the form in which it begins a word, so that "fraudulent" is found by "fraud".
 */
export const neverSaid: Readonly<Record<string, readonly string[]>> = {
  en: [
    'abuser',
    'alien',
    'bludger',
    'bogus',
    'cheat',
    'criminal',
    'culprit',
    'debtor',
    'defraud',
    'delinquen',
    'deviant',
    'dishonest',
    'failed to',
    'false claim',
    'fraud',
    'freeload',
    'guilty',
    'high-risk person',
    'liar',
    'lied',
    'offender',
    'parasite',
    'scam',
    'scroung',
    'sponger',
    'suspect',
    'suspicious',
    'undeserving',
    'welfare dependen',
    'workshy',
    'work-shy',
  ],
  es: [
    'aprovechad',
    'culpable',
    'deshonest',
    'defraud',
    'delincuen',
    'engañ',
    'estafa',
    'fraud',
    'gorrón',
    'ilegal',
    'mentir',
    'moros',
    'parásit',
    'sospech',
    'tramposo',
  ],
  fr: [
    'clandestin',
    'coupable',
    'délinquan',
    'escroc',
    'fraud',
    'malhonnêt',
    'mensong',
    'menteu',
    'parasit',
    'profiteu',
    'resquill',
    'suspect',
    'trich',
    'tromperie',
  ],
  ar: [
    'احتيال',
    'محتال',
    'غشاش',
    'غش',
    'كاذب',
    'كذب',
    'مجرم',
    'مذنب',
    'متهرب',
    'نصاب',
    'مشبوه',
    'طفيلي',
    'خداع',
  ],
};

/** In Arabic "and", "the", "for", "with" are written together with their word. */
const prefixes: Readonly<Record<string, string>> = { ar: '(?:[وفبكل]{0,2}(?:ال)?)' };

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u064b-\u0652]/gu, '');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a text says that a notice never says.
 * @returns the words of the list that were found; null where there is no list for the language, which is not the same as none
 * @example stigmaIn('en', 'You are suspected of fraud.') // ['fraud', 'suspect']
 */
export function stigmaIn(tag: string, text: string): readonly string[] | null {
  const list = neverSaid[tag];
  if (list === undefined) return null;
  const heard = plain(text);
  const before = `(?<![\\p{L}\\p{N}])${prefixes[tag] ?? ''}`;
  return list.filter((word) => new RegExp(before + escaped(plain(word)), 'u').test(heard));
}
