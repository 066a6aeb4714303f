import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyedHash } from './keyed-hash.ts';

test('it is what createHmac gives, for texts of every length and script', () => {
  for (const length of [0, 1, 32, 64]) {
    const key = randomBytes(length);
    const ours = keyedHash(key);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(ours(text)).toBe(createHmac('sha256', key).update(text).digest('base64url'));
      }),
      { numRuns: 200 },
    );
  }
  expect(() => keyedHash(new Uint8Array(65))).toThrow(RangeError);
});
