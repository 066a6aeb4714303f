import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yearlyChance } from './chance.ts';
import { codeBits, newCode, readCode } from './code.ts';
import {
  type Attempts,
  caseSlowing,
  failed,
  mostAttempts,
  noAttempts,
  sourceSlowing,
  waitOf,
} from './slow-down.ts';

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the code on a notice', () => {
  test('carries 75 bits, at least the 60 that are asked for', () => {
    expect(codeBits).toBe(75);
    // Each of the 15 characters takes all 32 values, equally often, as the byte runs through its 256.
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const first = newCode(() => new Uint8Array(15).fill(byte)).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });

  test('property: is read back as people type it', () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), fc.constantFrom('', ' ', '-', ' – '), (random, small, gap) => {
        const code = newCode(() => random);
        const typed = code.replaceAll('-', gap).replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readCode(small ? typed.toLowerCase() : typed)).toEqual({ code });
      }),
    );
  });

  test('property: one mistyped character is found, unless it is 31 places away', () => {
    fc.assert(
      fc.property(bytes, fc.nat(14), fc.nat(31), (random, at, value) => {
        const plain = newCode(() => random).replaceAll('-', '');
        const wrong = plain.slice(0, at) + alphabet.charAt(value) + plain.slice(at + 1);
        const distance = Math.abs(alphabet.indexOf(plain.charAt(at)) - value);
        if (distance % 31 !== 0) expect(readCode(wrong)).toEqual({ wrong: 'mistyped' });
      }),
    );
  });

  test.each([
    ['', 'length'],
    ['7K2M-9QXC', 'length'],
    ['7K2M-9QXC-TB40-5HD!', 'character'],
    ['7K2M-9QXC-TB40-5HDA-0', 'length'],
    ['Û'.repeat(16), 'character'],
  ])('%s is none', (text, wrong) => {
    expect(readCode(text)).toEqual({ wrong });
  });
});

describe('slowing', () => {
  test('property: the wait has a limit, and grows with the failures', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1e9), (failures, now) => {
        for (const slowing of [sourceSlowing, caseSlowing]) {
          const wait = waitOf({ failures, lastAt: now }, now, slowing);
          expect(wait).toBeLessThanOrEqual(slowing.longestWaitMs);
          expect(wait).toBeLessThanOrEqual(waitOf({ failures: failures + 1, lastAt: now }, now, slowing));
          expect(waitOf({ failures, lastAt: now }, now + slowing.longestWaitMs, slowing)).toBe(0);
        }
      }),
    );
  });

  test('the most attempts of a year are those of somebody who tries at the first moment each time', () => {
    const during = 3 * 24 * 3600 * 1000;
    let attempts: Attempts = noAttempts;
    let looked = 0;
    const start = caseSlowing.forgetMs;
    for (let now = start; now < start + during; now += 1000)
      if (waitOf(attempts, now, caseSlowing) === 0) {
        attempts = failed(attempts, now, caseSlowing);
        looked++;
      }
    expect(mostAttempts(caseSlowing, during)).toBeGreaterThanOrEqual(looked);
    expect(mostAttempts(caseSlowing, during) - looked).toBeLessThanOrEqual(2);
  });
});

describe('the chance of entering by guessing', () => {
  // 36,525 dates of birth in a hundred years.
  const asked = { cases: 100_000, perSecond: 10_000, sources: 1, secondValues: 36_525 };

  test('any of 100,000 cases, at 10,000 codes a second for a year, is under one in a million', () => {
    const { code, entry } = yearlyChance(asked);
    // 10,000 * 31,557,600 s * 100,000 / 2^75
    expect(code).toBeCloseTo(8.353e-7, 10);
    expect(code).toBeLessThan(1e-6);
    expect(entry).toBeLessThan(1e-6);
  });

  test.each([
    ['a date of birth', 36_525, 0.05],
    ['six digits of a reference', 1_000_000, 0.002],
    // A country with few postcodes; and one that everybody around knows.
    ['a postcode of four digits', 10_000, 0.15],
    ['something that is known', 1, 1],
  ])(
    '%s beside the code: no more than one in a million, whatever it is',
    (_, secondValues, mostFromLetter) => {
      const { entry, knownCode } = yearlyChance({ ...asked, secondValues });
      expect(entry).toBeLessThan(1e-6);
      expect(knownCode).toBeLessThanOrEqual(mostFromLetter);
    },
  );

  test('60 bits without a throttle would not do', () => {
    expect((10_000 * 31_557_600 * 100_000) / 2 ** 60).toBeGreaterThan(1e-2);
  });

  test('from a letter that was found, one address meets the date of birth in a year with a chance that is told', () => {
    expect(mostAttempts(caseSlowing, 365.25 * 24 * 3600 * 1000)).toBeLessThan(1480);
    expect(yearlyChance(asked).knownCode).toBeLessThan(0.05);
  });
});
