import type { Period } from '@ombud/contract';

const two = (n: number): string => String(n).padStart(2, '0');
const dayLength = 86_400_000;

/** The year and the number of the week by ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(date: Date): string {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * dayLength);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week =
    Math.floor(
      (Date.UTC(thursday.getUTCFullYear(), thursday.getUTCMonth(), thursday.getUTCDate()) - first) /
        (7 * dayLength),
    ) + 1;
  return `${thursday.getUTCFullYear()}-W${two(week)}`;
}

/**
 * The period in which a date lies, by its name; names sort like the dates.
 * @param text an ISO 8601 date or time; without a time zone it is read as it stands.
 * @returns `null` where it is no date.
 * @example periodOf('2026-05-17', 'quarter') // '2026-Q2'
 */
export function periodOf(text: string, period: Period): string | null {
  const trimmed = text.trim().replace(' ', 'T');
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(trimmed) || !trimmed.includes('T');
  const date = new Date(zoned ? trimmed : `${trimmed}Z`);
  if (!/^\d{4}-\d\d-\d\d/.test(trimmed) || Number.isNaN(date.getTime())) return null;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  switch (period) {
    case 'day':
      return `${year}-${two(month)}-${two(date.getUTCDate())}`;
    case 'week':
      return isoWeek(date);
    case 'month':
      return `${year}-${two(month)}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}
