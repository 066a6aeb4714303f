import { OmbudError } from '../errors.ts';

const firstLine = (message: string): string =>
  message
    .split('\n')[0]
    ?.replace(/^[A-Za-z ]+ Error: /, '')
    .trim() ?? message;

/** Says in one sentence what the engine could not do. The engine's own words stay in `cause`. */
export function translateError(cause: Error, location: string): OmbudError {
  const { message } = cause;
  const file = /file = (.+)/.exec(message)?.[1]?.trim() ?? location;
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  if (/not utf-8|byte sequence|invalid unicode/i.test(message)) {
    return new OmbudError(
      'OMBUD_E_ENCODING',
      `"${file}"${line ? `, line ${line},` : ''} is not UTF-8 text.`,
      { cause },
    );
  }
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (line && columns) {
    return new OmbudError(
      'OMBUD_E_RAGGED_LINE',
      `Line ${line} of "${file}" has ${columns[2]} values where the header has ${columns[1]}.`,
      { cause },
    );
  }
  if (line && /unterminated quote/i.test(message)) {
    return new OmbudError(
      'OMBUD_E_RAGGED_LINE',
      `Line ${line} of "${file}" opens a quote that never closes.`,
      { cause, todo: 'Close the quote, then run again.' },
    );
  }
  if (line)
    return new OmbudError(
      'OMBUD_E_UNREADABLE',
      `Line ${line} of "${file}" cannot be read as delimited text.`,
      { cause },
    );
  if (/state machine|new ?line/i.test(message) && /CSV/.test(message)) {
    return new OmbudError('OMBUD_E_UNREADABLE', `"${file}" mixes line endings, or is not delimited text.`, {
      cause,
    });
  }
  if (/parquet/i.test(message)) {
    return new OmbudError(
      'OMBUD_E_UNREADABLE',
      `"${file}" is not a whole Parquet file (${firstLine(message)}).`,
      { cause },
    );
  }
  const json = /Malformed JSON in file "(.+?)", at byte \d+ in (line|record\/value) (\d+)/.exec(message);
  if (json)
    return new OmbudError(
      'OMBUD_E_UNREADABLE',
      `"${json[1]}" holds malformed JSON in ${json[2]} ${json[3]}.`,
      { cause },
    );
  if (/^(IO|Invalid Input|Conversion|Out of Memory) Error/.test(message)) {
    return new OmbudError('OMBUD_E_UNREADABLE', `"${file}" cannot be read (${firstLine(message)}).`, {
      cause,
    });
  }
  return new OmbudError('OMBUD_E_ENGINE', `The engine failed on "${file}" (${firstLine(message)}).`, {
    cause,
  });
}
