import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarId, dayOf, deemedReceipt, endOfWindow, type Place } from './deadline.ts';
import { holidayTable } from './holidays-table.ts';

const london: Place = { zone: 'Europe/London', calendar: 'GB-ENG' };

describe('known answers', () => {
  test.each([
    // One month after 31 January (UK benefits: within one calendar month).
    ['2026-01-31', { count: 1, unit: 'months' }, '2026-03-01T00:00:00Z'],
    // Six weeks (Awb 6:7), over the change to summer time.
    ['2026-03-02', { count: 6, unit: 'weeks' }, '2026-04-13T23:00:00Z'],
    // 23 hours on the day when the clocks go forward.
    ['2026-03-28', { count: 1, unit: 'days' }, '2026-03-29T23:00:00Z'],
    ['2026-10-24', { count: 1, unit: 'days' }, '2026-10-26T00:00:00Z'],
    // 24 December 2026 is a Thursday; 25 and 28 are holidays (26 falls on a Saturday).
    ['2026-12-24', { count: 1, unit: 'working-days' }, '2026-12-30T00:00:00Z'],
    ['2026-12-24', { count: 1, unit: 'days', roll: 'next-working-day' }, '2026-12-30T00:00:00Z'],
  ] as const)('from %s, %o, in London: %s', (from, span, end) => {
    expect(endOfWindow(from, span, london)).toBe(end);
  });

  test('deemed receipt counts days where the person lives', () => {
    // 20:30 in New York is the next day in London.
    const sent = '2026-06-01T00:30:00Z';
    const five = { count: 5, unit: 'days' } as const;
    expect(deemedReceipt(sent, five, { zone: 'America/New_York', calendar: 'US' })).toBe('2026-06-05');
    expect(deemedReceipt(sent, five, london)).toBe('2026-06-06');
  });

  test('England 2026, as the government lists them', () => {
    // https://www.gov.uk/bank-holidays
    const listed = '0101 0403 0406 0504 0525 0831 1225 1228'.split(' ').map((day) => `2026${day}`);
    expect(listed.filter((day) => !holidayTable['GB-ENG'].split(' ').includes(day))).toEqual([]);
  });
});

test('a year that the table does not hold, and an unknown calendar, are refused', () => {
  expect(() => endOfWindow('2199-01-01', { count: 3, unit: 'working-days' }, london)).toThrow(
    expect.objectContaining({ code: 'OMBUD_E_CONTEST_CALENDAR', reason: 'beyond' }),
  );
  const nowhere = { zone: 'Europe/London', calendar: 'XX' as CalendarId };
  expect(() => endOfWindow('2026-01-01', { count: 1, unit: 'working-days' }, nowhere)).toThrow(
    expect.objectContaining({ reason: 'unknown' }),
  );
});

describe('properties, across time zones and daylight saving', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const place = fc.record({
    zone: fc.constantFrom(...zones),
    calendar: fc.constantFrom(...(Object.keys(holidayTable) as CalendarId[])),
  });
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const span = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('days', 'working-days', 'weeks', 'months' as const),
  });

  test('a window ends at a midnight of the place, and its last moment lies on its last day', () => {
    fc.assert(
      fc.property(place, day, span, (where, from, long) => {
        const end = endOfWindow(from, long, where);
        const before = new Date(Date.parse(end) - 1).toISOString();
        expect(dayOf(before, where) < dayOf(end, where)).toBe(true);
        expect(dayOf(before, where) > from).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a longer window never ends earlier, a later start never ends earlier, rolling never shortens', () => {
    fc.assert(
      fc.property(place, day, day, span, (where, a, b, long) => {
        const [first, second] = [a, b].sort() as [string, string];
        const end = (from: string, more = 0, roll = false) =>
          Date.parse(
            endOfWindow(
              from,
              { ...long, count: long.count + more, ...(roll ? { roll: 'next-working-day' as const } : {}) },
              where,
            ),
          );
        expect(end(first)).toBeLessThanOrEqual(end(second));
        expect(end(first)).toBeLessThan(end(first, 1) + 1);
        expect(end(first)).toBeLessThanOrEqual(end(first, 0, true));
      }),
      { numRuns: 1_000 },
    );
  });

  test('working days are never shorter than days', () => {
    fc.assert(
      fc.property(place, day, fc.integer({ min: 1, max: 40 }), (where, from, count) => {
        expect(Date.parse(endOfWindow(from, { count, unit: 'days' }, where))).toBeLessThanOrEqual(
          Date.parse(endOfWindow(from, { count, unit: 'working-days' }, where)),
        );
      }),
    );
  });
});
