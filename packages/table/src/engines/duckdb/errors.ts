import type { OmbudError } from '@ombud/kernel';
import { tableErrors } from '../../errors.ts';

const firstLine = (message: string): string =>
  message
    .split('\n')[0]
    ?.replace(/^[A-Za-z ]+ Error: /, '')
    // The engine quotes the whole row, which is a person.
    .replace(/Object \{.*\} has/, 'an object has')
    .trim() ?? message;

/** A line of delimited text that the engine refused. */
function lineError(file: string, line: number, cause: Error): OmbudError {
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(cause.message);
  if (columns) {
    const [expected, found] = [Number(columns[1]), Number(columns[2])];
    return tableErrors.error('OMBUD_E_RAGGED_LINE', 'columns', { file, line, found, expected }, { cause });
  }
  if (/unterminated quote/i.test(cause.message))
    return tableErrors.error('OMBUD_E_RAGGED_LINE', 'quote', { file, line }, { cause });
  return tableErrors.error('OMBUD_E_UNREADABLE', 'line', { file, line }, { cause });
}

/** Says what the engine could not do. The engine's own words stay in `cause`. */
export function translateError(cause: Error, location: string): OmbudError {
  const { message } = cause;
  const file = /file = (.+)/.exec(message)?.[1]?.trim() ?? location;
  const found = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const line = found === undefined ? null : Number(found);
  if (/not utf-8|byte sequence|invalid unicode/i.test(message))
    return line === null
      ? tableErrors.error('OMBUD_E_ENCODING', 'not-utf-8', { file }, { cause })
      : tableErrors.error('OMBUD_E_ENCODING', 'not-utf-8-line', { file, line }, { cause });
  if (line !== null) return lineError(file, line, cause);
  if (/state machine|new ?line/i.test(message) && /CSV/.test(message))
    return tableErrors.error('OMBUD_E_UNREADABLE', 'line-ends', { file }, { cause });
  const why = firstLine(message);
  if (/parquet/i.test(message))
    return tableErrors.error('OMBUD_E_UNREADABLE', 'parquet', { file, why }, { cause });
  const json = /Malformed JSON in file "(.+?)", at byte \d+ in (?:line|record\/value) (\d+)/.exec(message);
  if (json)
    return tableErrors.error(
      'OMBUD_E_UNREADABLE',
      'json',
      { file: json[1] ?? file, line: Number(json[2]) },
      { cause },
    );
  return /^(IO|Invalid Input|Conversion|Out of Memory) Error/.test(message)
    ? tableErrors.error('OMBUD_E_UNREADABLE', 'failed', { file, why }, { cause })
    : tableErrors.error('OMBUD_E_ENGINE', 'failed', { file, why }, { cause });
}
