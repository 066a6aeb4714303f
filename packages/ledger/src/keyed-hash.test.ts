import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyedHash, keyedHashes } from './keyed-hash.ts';

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

test('many at once are what each is alone', () => {
  for (const length of [0, 1, 32, 64]) {
    const key = randomBytes(length);
    const alone = (text: string) => createHmac('sha256', key).update(text).digest('hex');
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 900 }), { maxLength: 40 });
    const check = (all: readonly string[]): void => {
      expect(keyedHashes(key, all)?.toString('hex')).toBe(all.map(alone).join(''));
    };
    fc.assert(fc.property(texts, check), { numRuns: 60 });
    check(Array.from({ length: 1300 }, (_, i) => `${i}`.repeat(i % 200)));
    check(['x'.repeat(100_000), 'y']);
    expect(keyedHashes(key, ['y', 'x'.repeat(200_000)])).toBeNull();
  }
});
