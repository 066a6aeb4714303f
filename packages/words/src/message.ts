import { MessageFormat } from 'messageformat';
import { DraftFunctions } from 'messageformat/functions';

/** Finished texts of one message that are remembered. */
const mostSaid = 100;

/** What a message may be given: MessageFormat's own functions (`:number`, `:percent`, `:date`) format it by the locale. */
export type MessageParams = Readonly<Record<string, unknown>>;

/** Messages in MessageFormat 2 by key. */
export type Catalogue = Readonly<Record<string, string>>;

type Format = (params: MessageParams) => string;

/** Parsing is slow beside formatting, and a page says the same sentence many times: each message is parsed once, when needed. */
const parsed = new Map<string, Map<string, Format>>();

type Place = string | { readonly name: string };

/** A message that only puts texts into their places needs no parser: most are, and a page asks for some hundred. */
const placesOnly = /^(?![.\s])(?:[^{}\\|]|\{\$[\w.-]+\})*$/;

function placesOf(source: string): readonly Place[] | null {
  if (!placesOnly.test(source)) return null;
  return source.split(/\{\$([\w.-]+)\}/).map((part, index) => (index % 2 === 0 ? part : { name: part }));
}

function formatOf(locale: string, source: string): Format {
  let whole: MessageFormat<string, string> | undefined;
  const finished = new Map<string, string>();
  const parsedFormat: Format = (params) => {
    const key = JSON.stringify(params);
    const known = finished.get(key);
    if (known !== undefined) return known;
    whole ??= new MessageFormat(locale, source, { functions: DraftFunctions, bidiIsolation: 'none' });
    const text = whole.format(params as Record<string, unknown>, (error) => {
      throw error;
    });
    // A page says the same sentence several times; a server says many.
    if (finished.size >= mostSaid) finished.clear();
    finished.set(key, text);
    return text;
  };
  const places = placesOf(source);
  if (places === null) return parsedFormat;
  return (params) => {
    let text = '';
    for (const part of places) {
      const value = typeof part === 'string' ? part : params[part.name];
      if (typeof value !== 'string') return parsedFormat(params);
      text += value;
    }
    return text;
  };
}

/** Numbers that name something and count nothing: no language groups their digits. */
const naming = ['about', 'entry', 'index', 'line', 'port', 'row', 'status', 'version', 'year'] as const;

function withNames(params: MessageParams): MessageParams {
  const named = naming.filter((name) => typeof params[name] === 'number');
  return named.length === 0
    ? params
    : { ...params, ...Object.fromEntries(named.map((name) => [name, String(params[name])])) };
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
  return format(withNames(params));
}
