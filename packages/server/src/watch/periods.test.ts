/** Periods of a schedule. */
import { everies } from '@ombud/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endedPeriods } from './periods.ts';

test('months, weeks and days, as a calendar has them', () => {
  const now = Date.parse('2028-03-01T00:00:00.000Z');
  const since = '2028-01-31T23:00:00.000Z';
  expect(endedPeriods('month', since, now)).toEqual([
    { from: '2028-01-01T00:00:00.000Z', to: '2028-02-01T00:00:00.000Z' },
    { from: '2028-02-01T00:00:00.000Z', to: '2028-03-01T00:00:00.000Z' },
  ]);
  // 2028-03-01 is a Wednesday: the newest week that has ended is that of 21 February.
  expect(endedPeriods('week', since, now).at(-1)).toEqual({
    from: '2028-02-21T00:00:00.000Z',
    to: '2028-02-28T00:00:00.000Z',
  });
  expect(endedPeriods('day', since, now).at(-1)?.from).toBe('2028-02-29T00:00:00.000Z');
  expect(endedPeriods('month', since, now - 1)).toHaveLength(1);
  expect(endedPeriods('month', '2028-03-01T00:00:00.000Z', now)).toEqual([]);
});

test('they follow one another, hold whole days, have ended, and are no more than asked for', () => {
  const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
  fc.assert(
    fc.property(
      fc.constantFrom(...everies),
      instant,
      fc.integer({ min: 0, max: 4e9 }),
      (every, since, after) => {
        const ended = endedPeriods(every, new Date(since).toISOString(), since + after);
        expect(ended.length).toBeLessThanOrEqual(12);
        for (const [i, { from, to }] of ended.entries()) {
          if (i > 0) expect(ended[i - 1]?.to).toBe(from);
          expect([from, to].every((one) => one.endsWith('T00:00:00.000Z'))).toBe(true);
          expect(Date.parse(to)).toBeLessThanOrEqual(since + after);
          expect(Date.parse(to)).toBeGreaterThan(since);
          if (every === 'week') expect(new Date(from).getUTCDay()).toBe(1);
        }
      },
    ),
  );
});
