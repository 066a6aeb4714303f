import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectRefused } from '../../test/tools.ts';
import { decodeBundle, encodeBundle } from './bundle.ts';

test('entries come out of a bundle as they went in', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(entries, (some) => {
      expect(decodeBundle(encodeBundle(some), some.length)).toEqual(some);
    }),
    {
      numRuns: 30,
    },
  );
});

test('the length is 16 bits big-endian, up to 65,535 bytes', () => {
  expect([...encodeBundle([new Uint8Array(258)]).slice(0, 2)]).toEqual([1, 2]);
  expect(decodeBundle(encodeBundle([new Uint8Array(65_535)]))[0]?.length).toBe(65_535);
  expectRefused(() => encodeBundle([new Uint8Array(65_536)]), 'OMBUD_E_VERIFY_BUNDLE');
});

test('cut, overlong, empty and miscounted bundles are refused', () => {
  const two = encodeBundle([Uint8Array.of(1), Uint8Array.of(2)]);
  for (const bytes of [two.slice(0, -1), two.slice(0, 4), Uint8Array.of(...two, 0), new Uint8Array(0)]) {
    expectRefused(() => decodeBundle(bytes), 'OMBUD_E_VERIFY_BUNDLE');
  }
  expectRefused(() => decodeBundle(two, 3), 'OMBUD_E_VERIFY_BUNDLE');
  expectRefused(() => decodeBundle(new Uint8Array(2 * 257)), 'OMBUD_E_VERIFY_BUNDLE');
  expectRefused(() => encodeBundle([]), 'OMBUD_E_VERIFY_BUNDLE');
  expectRefused(
    () => encodeBundle(Array.from({ length: 257 }, () => new Uint8Array(0))),
    'OMBUD_E_VERIFY_BUNDLE',
  );
});
