import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, parseInstant, readInstant } from './instant.ts';

/** Milliseconds of 0000-01-01 and of the last moment of 9999. */
const years = { min: -62_167_219_200_000, max: 253_402_300_799_999 };

test('every moment of the years 0 to 9999 is read back from its text', () => {
  fc.assert(
    fc.property(fc.integer(years), (at) => {
      const text = instantOf(at);
      expect(text === null ? null : Date.parse(parseInstant(text))).toBe(at);
    }),
  );
});

test('text order is the order of time', () => {
  fc.assert(
    fc.property(fc.integer(years), fc.integer(years), (a, b) => {
      expect((instantOf(a) ?? '') < (instantOf(b) ?? '')).toBe(a < b);
    }),
  );
});

test.each([
  ['2026-11-22', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22T03:49', '2026-11-22T03:49:00.000Z'],
  ['2026-11-22 03:49:31', '2026-11-22T03:49:31.000Z'],
  ['2026-11-22T03:49:31.1239Z', '2026-11-22T03:49:31.123Z'],
  ['2026-11-22T04:49:31+01:00', '2026-11-22T03:49:31.000Z'],
  ['2026-11-22T00:19:31-0330', '2026-11-22T03:49:31.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(readInstant(text)).toBe(instant);
});

test.each([
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-11-22T24:00',
  '2026-11-22T03:49:60Z',
  '2026-11-22T03:49+24:00',
  '2026-11-22T03Z',
  '22.11.2026',
  'yesterday',
  '2026-1-2',
  '2026-11-22T03:49:31Z ',
  '0000-01-01T00:00:00+01:00',
])('%s is no moment', (text) => {
  expect(readInstant(text)).toBeNull();
  expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'OMBUD_E_INSTANT' }));
});
