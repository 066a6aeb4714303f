/**
 * Text that came from data (group names, column names, messages that quote them) must not be able to act: no
 * terminal escape, no new line in a table, no reversed reading order, no invisible difference between two names.
 */

/** Control, format (bidi, zero width), lone surrogates, line separators and the two non-characters XML forbids. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{FFFE}\u{FFFF}]/gu;

/** Emoji families and several scripts need joiners; between two letters or symbols beyond ASCII they are real. */
const joiner = /(?<=[^\p{ASCII}\s])[\u200c\u200d](?=[^\p{ASCII}\s])/u;

/** Nearly all names: printable ASCII without a space at an end. They need nothing. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

function show(character: string, offset: number, whole: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code === 0x200c || code === 0x200d) {
    if (joiner.test(whole.slice(Math.max(0, offset - 2), offset + 3))) return character;
  }
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/**
 * Makes every character that is hidden or that acts visible: a new line becomes `␊`, escape `␛`, a bidi override
 * `⟨U+202E⟩`, a space at either end `␣`; an empty text becomes a sign, or the given words.
 *
 * @example visible('a\u001b[31m\n') // 'a␛[31m␊'
 */
export function visible(text: string, empty = '∅'): string {
  if (plain.test(text)) return text;
  if (text === '') return empty;
  return shown(text, '');
}

/** @param kept characters that stay as they are */
const shown = (text: string, kept: string): string =>
  text
    .replace(/^\s+|\s+$/gu, (spaces) => spaces.replace(/\p{Zs}/gu, '␣'))
    .replace(hidden, (character: string, at: number, whole: string) =>
      kept.includes(character) ? character : show(character, at, whole),
    );

/** What a language read from the right has around names, and before a sentence without letters of its own. */
const marks = '\u2066\u2068\u2069\u200f';

/** Each mark that begins has its end, and none ends what did not begin: nothing outside is read in another order. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '\u2066' || character === '\u2068') open += 1;
    if (character === '\u2069') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * {@link visible} for a sentence of a catalogue: marks of direction in pairs stay. What was put into the sentence was made
 * visible before.
 *
 * @example visibleSentence('أضف \u2066--out\u2069.') // as it is
 */
export const visibleSentence = (text: string): string => shown(text, isBalanced(text) ? marks : '');

/**
 * Whether a text is what it looks like: something, and nothing in it that is hidden or that acts. What is taken to be printed for
 * others is refused where it is not.
 */
export function isPlain(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && visible(trimmed) === trimmed;
}
