import { MessageFormat } from 'messageformat';
import { DraftFunctions } from 'messageformat/functions';

/** What a message may be given: MessageFormat's own functions (`:number`, `:percent`, `:date`) format it by the locale. */
export type MessageParams = Readonly<Record<string, unknown>>;

/** Messages in MessageFormat 2 by key. */
export type Catalogue = Readonly<Record<string, string>>;

type Message = MessageFormat<string, string>;

/** Parsing is slow beside formatting, and a page says the same sentence many times. */
const parsed = new Map<string, Map<string, Message>>();

function messageOf(locale: string, source: string): Message {
  let known = parsed.get(locale);
  if (known === undefined) {
    known = new Map();
    parsed.set(locale, known);
  }
  let message = known.get(source);
  if (message === undefined) {
    message = new MessageFormat(locale, source, { functions: DraftFunctions, bidiIsolation: 'none' });
    known.set(source, message);
  }
  return message;
}

/**
 * One message in a locale (Unicode MessageFormat 2.0).
 *
 * @param source the message
 * @throws the parser's own error where the message is not well formed, and where a parameter is missing: a sentence with
 *   a hole is never shown
 * @example formatMessage('en', '{$n :number} people', { n: 1835 }) // '1,835 people'
 */
export function formatMessage(locale: string, source: string, params: MessageParams): string {
  return messageOf(locale, source).format(params as Record<string, unknown>, (error) => {
    throw error;
  });
}
