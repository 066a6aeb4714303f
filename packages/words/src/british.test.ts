import fc from 'fast-check';
import { expect, test } from 'vitest';
import { british, britishDay, britishList, britishNumber } from './british.ts';

const intl = (most: number): Intl.NumberFormat =>
  new Intl.NumberFormat(british, { maximumFractionDigits: most, signDisplay: 'negative' });

test('a number that needs no rounding is written as Intl writes it; any other is left to it', () => {
  const formats = [0, 1, 2, 3].map(intl);
  const numbers = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4)).map(([n, digits]) => n / 10 ** digits),
  );
  fc.assert(
    fc.property(numbers, fc.nat(3), (value, most) => {
      const written = britishNumber(value, most);
      if (written !== null) expect(written).toBe(formats[most]?.format(value));
    }),
    { numRuns: 2000 },
  );
  expect([0, -0, 12, 1234, -1234567.5, 1e15].map((value) => britishNumber(value, 1))).toEqual([
    '0',
    '0',
    '12',
    '1,234',
    '-1,234,567.5',
    '1,000,000,000,000,000',
  ]);
  expect([0.25, 1e21, Number.NaN, Number.POSITIVE_INFINITY].map((value) => britishNumber(value, 1))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a day is written as Intl writes it', () => {
  const format = new Intl.DateTimeFormat(british, { dateStyle: 'long', timeZone: 'UTC' });
  const days = fc.date({
    min: new Date('1500-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (day) => {
      expect(britishDay(day) ?? format.format(day)).toBe(format.format(day));
    }),
  );
  expect(['1582-12-31', '1583-01-01', '+010000-01-01'].map((iso) => britishDay(new Date(iso)))).toEqual([
    null,
    '1 January 1583',
    null,
  ]);
});

test.each(['conjunction', 'disjunction'] as const)('a %s is written as Intl writes it', (type) => {
  const format = new Intl.ListFormat(british, { type });
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (parts) => {
      expect(britishList(parts, type === 'conjunction' ? 'and' : 'or')).toBe(format.format(parts));
    }),
  );
});
