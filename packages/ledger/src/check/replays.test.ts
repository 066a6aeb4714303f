import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { SeenHashes } from './seen-hashes.ts';

test('a hundred thousand different commitments are new, and each is known the second time', () => {
  const seen = new SeenHashes(100_000);
  const all = Array.from({ length: 100_000 }, () => randomBytes(32).toString('base64'));
  expect(all.filter((one) => seen.add(one))).toEqual([]);
  expect(all.every((one) => seen.add(one))).toBe(true);
});

test('a commitment that begins with zeroes is one like the others', () => {
  const seen = new SeenHashes(2);
  const zeroes = Buffer.alloc(32).toString('base64');
  expect(seen.add(zeroes)).toBe(false);
  expect(seen.add(zeroes)).toBe(true);
});
