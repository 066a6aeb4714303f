import { Temporal } from 'temporal-polyfill';
import { contestErrors } from '../errors.ts';
import { firstYear, holidayTable, lastYear } from './holidays-table.ts';

/** A calendar of public holidays: a country, or a part of one, by ISO 3166. */
export type CalendarId = keyof typeof holidayTable;

/** The calendars that there are. */
export const calendars = Object.keys(holidayTable) as [CalendarId, ...CalendarId[]];

/** Where a person lives, for dates: a time zone by its IANA name and the holidays that hold there. */
export interface Place {
  readonly zone: string;
  readonly calendar: CalendarId;
}

/** A length of time as a law says it. */
export interface Span {
  readonly count: number;
  readonly unit: 'days' | 'working-days' | 'weeks' | 'months';
  /** The last day moves to the next working day where it falls on none. Default: it stays. */
  readonly roll?: 'next-working-day';
}

const sets = new Map<CalendarId, ReadonlySet<string>>();

function holidaysOf(calendar: CalendarId): ReadonlySet<string> {
  let known = sets.get(calendar);
  if (known === undefined) {
    if (!Object.hasOwn(holidayTable, calendar))
      throw contestErrors.error('OMBUD_E_CONTEST_CALENDAR', 'unknown', {
        calendar,
        known: Object.keys(holidayTable),
      });
    known = new Set(holidayTable[calendar].split(' '));
    sets.set(calendar, known);
  }
  return known;
}

/** Whether offices work on a day. A year that the table does not hold is refused: a guess would shorten somebody's time. */
function isWorkingDay(day: Temporal.PlainDate, calendar: CalendarId): boolean {
  if (day.year < firstYear || day.year > lastYear)
    throw contestErrors.error('OMBUD_E_CONTEST_CALENDAR', 'beyond', {
      year: day.year,
      first: firstYear,
      last: lastYear,
    });
  return day.dayOfWeek <= 5 && !holidaysOf(calendar).has(day.toString().replaceAll('-', ''));
}

function afterWorkingDays(
  start: Temporal.PlainDate,
  count: number,
  calendar: CalendarId,
): Temporal.PlainDate {
  let day = start;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}

function lastDayOf(
  start: Temporal.PlainDate,
  { count, unit, roll }: Span,
  calendar: CalendarId,
): Temporal.PlainDate {
  let day: Temporal.PlainDate;
  switch (unit) {
    case 'days':
      day = start.add({ days: count });
      break;
    case 'weeks':
      day = start.add({ weeks: count });
      break;
    case 'months':
      // A month after 31 January is the last day of February.
      day = start.add({ months: count }, { overflow: 'constrain' });
      break;
    case 'working-days':
      return afterWorkingDays(start, count, calendar);
  }
  while (roll === 'next-working-day' && !isWorkingDay(day, calendar)) day = day.add({ days: 1 });
  return day;
}

/**
 * The day on which something sent is taken as received, unless the person shows that it came later.
 * @param sent an instant, ISO 8601
 * @returns the day, YYYY-MM-DD, in the person's place
 */
export function deemedReceipt(sent: string, span: Span, { zone, calendar }: Place): string {
  return lastDayOf(
    Temporal.Instant.from(sent).toZonedDateTimeISO(zone).toPlainDate(),
    span,
    calendar,
  ).toString();
}

/**
 * When a window ends: with the last moment of its last day where the person lives. The day from which it runs is not
 * counted.
 *
 * @param from the day from which it runs, YYYY-MM-DD, where the person lives
 * @returns the first instant that is too late, ISO 8601 in UTC
 * @throws OmbudError `OMBUD_E_CONTEST_CALENDAR`
 * @example endOfWindow('2026-03-28', { count: 1, unit: 'days' }, { zone: 'Europe/London', calendar: 'GB-ENG' })
 * // '2026-03-29T23:00:00Z': that day has 23 hours
 */
export function endOfWindow(from: string, span: Span, { zone, calendar }: Place): string {
  const last = lastDayOf(Temporal.PlainDate.from(from), span, calendar);
  return last.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}

/** The day of an instant where the person lives, YYYY-MM-DD. */
export const dayOf = (instant: string, { zone }: Place): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
