import { kernelErrors } from './errors.ts';

declare const brand: unique symbol;

/** A moment in UTC, RFC 3339 with milliseconds: `2026-11-22T03:49:31.123Z`. As text in order of time. */
export type Instant = string & { readonly [brand]: 'instant' };

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Minutes that a zone is ahead of UTC; null where there is no such zone. */
function minutesAhead(zone: string): number | null {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (60 * hours + minutes);
}

/** Milliseconds of a date and time that exist, or null: 30 February, 24:00 and a 61st second do not. */
function millisecondsOf(match: RegExpExecArray): number | null {
  const part = (i: number): number => Number(match[i] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second, Number((match[7] ?? '').padEnd(3, '0').slice(0, 3)));
  const exists =
    at.getUTCFullYear() === year &&
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    at.getUTCMinutes() === minute &&
    at.getUTCSeconds() === second;
  const ahead = minutesAhead(match[8] ?? 'Z');
  return exists && ahead !== null ? at.getTime() - 60_000 * ahead : null;
}

/**
 * Reads a date, or a date with a time (ISO 8601, extended form). A date is its first moment; a time without a zone is
 * UTC, wherever this runs. Digits beyond the millisecond are cut off.
 * @returns null where it is none, or does not exist in the calendar
 * @example readInstant('2026-11-22T04:49+01:00') // '2026-11-22T03:49:00.000Z'
 */
export function readInstant(text: string): Instant | null {
  const match = pattern.exec(text);
  const at = match && millisecondsOf(match);
  return at === null ? null : instantOf(at);
}

/**
 * Reads a date or time: see `readInstant`.
 * @throws OmbudError `OMBUD_E_INSTANT`
 */
export function parseInstant(text: string): Instant {
  const instant = readInstant(text);
  if (instant === null) throw kernelErrors.error('OMBUD_E_INSTANT', 'form', { text });
  return instant;
}

/**
 * The moment of a clock's reading; null beyond the years 0000 to 9999, which have no such text.
 * @param at milliseconds since 1970-01-01T00:00:00Z
 * @example instantOf(0) // '1970-01-01T00:00:00.000Z'
 */
export function instantOf(at: number): Instant | null {
  if (!(at >= -62_167_219_200_000 && at < 253_402_300_800_000)) return null;
  return new Date(at).toISOString() as Instant;
}
