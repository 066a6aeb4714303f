/**
 * How long a server asks to be left alone, in milliseconds: by seconds, or by a date of HTTP (RFC 9110, 10.2.3).
 * @returns null where it does not say, or nobody could tell
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Dates of HTTP alone: what else `Date` reads, such as a number with a sign, was not meant as a date.
  const until = text.endsWith(' GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}
