import { parseMessage, stringifyMessage } from 'messageformat';
import { english, type Language } from './languages.ts';

/** Each letter with a mark, so that it is still read but cannot be taken for one that was written without the catalogue. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const marked = Array.from('áƀçđéƒĝĥíĵķłɱñóþǫŕšťúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶŁṀÑÓÞǪŔŠŤÚṼŴẊÝŽ');

const mark = (text: string): string =>
  text.replace(/[a-zA-Z]/g, (letter) => marked[plain.indexOf(letter)] ?? letter);

type Model = ReturnType<typeof parseMessage>;
type Pattern = Extract<Model, { type: 'message' }>['pattern'];

const markPattern = (pattern: Pattern): Pattern => [
  '⟦',
  ...pattern.map((part) => (typeof part === 'string' ? mark(part) : part)),
  '⟧',
];

function markMessage(source: string): string {
  const model = parseMessage(source);
  return stringifyMessage(
    model.type === 'message'
      ? { ...model, pattern: markPattern(model.pattern) }
      : {
          ...model,
          variants: model.variants.map((variant) => ({ ...variant, value: markPattern(variant.value) })),
        },
  );
}

/**
 * A language for tests, made from English: every letter has a mark, every message stands in brackets, and numbers are
 * written as in German. Text that shows without marks was not taken from the catalogue; a number that shows with a
 * point was not written by the language.
 *
 * @param direction `rtl` to see a page from right to left
 */
export function pseudoLanguage(direction: 'ltr' | 'rtl' = 'ltr'): Language {
  const catalogue = Object.fromEntries(
    Object.entries(english.catalogue).map(([key, source]) => [key, markMessage(source)]),
  );
  return { tag: 'en-XA', direction, catalogue, numbers: 'de' };
}
