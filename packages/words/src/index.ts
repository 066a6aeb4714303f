/** `@ombud/words`: every sentence that a person reads, by key and parameters, in the reader's language. */

export { chooseLanguage, languages } from './choose.ts';
export type { Key } from './en/index.ts';
export { fromTheRight } from './isolates.ts';
export { english, type Language } from './languages.ts';
export { type Catalogue, formatMessage, type MessageParams } from './message.ts';
export { stigmaIn } from './never-said.ts';
export { type Ends, type FormatNumber, type Numbers, perHundred } from './numbers.ts';
export { pseudoLanguage } from './pseudo.ts';
export { hasWords, say, sayError } from './say.ts';
export { isPlain, visible, visibleSentence } from './visible.ts';
export { type Voice, voiceOf } from './voice.ts';
