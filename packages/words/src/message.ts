import { isVariableRef, MessageFormat, parseMessage } from 'messageformat';
import { DraftFunctions } from 'messageformat/functions';

/** What a message may be given: MessageFormat's own functions (`:number`, `:percent`, `:date`) format it by the locale. */
export type MessageParams = Readonly<Record<string, unknown>>;

/** Messages in MessageFormat 2 by key. */
export type Catalogue = Readonly<Record<string, string>>;

type Format = (params: MessageParams) => string;

/** Parsing is slow beside formatting, and a page says the same sentence many times: each message is parsed once, when needed. */
const parsed = new Map<string, Map<string, Format>>();

/** A message that only puts texts into their places; null where it chooses or formats. */
function placesOf(model: ReturnType<typeof parseMessage>): readonly (string | { readonly name: string })[] | null {
  if (model.type !== 'message' || model.declarations.length > 0) return null;
  const parts: (string | { readonly name: string })[] = [];
  for (const part of model.pattern) {
    if (typeof part === 'string') parts.push(part);
    else if (part.type === 'expression' && isVariableRef(part.arg) && part.functionRef === undefined)
      parts.push({ name: part.arg.name });
    else return null;
  }
  return parts;
}

function formatOf(locale: string, source: string): Format {
  const model = parseMessage(source);
  const whole = new MessageFormat(locale, model, { functions: DraftFunctions, bidiIsolation: 'none' });
  const slow: Format = (params) =>
    whole.format(params as Record<string, unknown>, (error) => {
      throw error;
    });
  const places = placesOf(model);
  if (places === null) return slow;
  return (params) => {
    let text = '';
    for (const part of places) {
      const value = typeof part === 'string' ? part : params[part.name];
      if (typeof value !== 'string') return slow(params);
      text += value;
    }
    return text;
  };
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
  let known = parsed.get(locale);
  if (known === undefined) {
    known = new Map();
    parsed.set(locale, known);
  }
  let format = known.get(source);
  if (format === undefined) {
    format = formatOf(locale, source);
    known.set(source, format);
  }
  return format(params);
}
