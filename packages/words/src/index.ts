/** `@ombud/words`: every sentence that a person reads, by key and parameters, in the reader's language. */
export { english, type Language } from './languages.ts';
export { type Catalogue, formatMessage, type MessageParams } from './message.ts';
export { hasWords, say, sayError } from './say.ts';
