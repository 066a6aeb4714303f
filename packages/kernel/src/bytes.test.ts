import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  concatBytes,
  decodeBase64,
  decodeUtf8,
  encodeBase64,
  encodeUtf8,
  equalBytes,
  parseDecimal,
} from './bytes.ts';

const bytes = fc.uint8Array({ maxLength: 100 });

test('base64 is that of Node, and is read back', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(encodeBase64(some)).toBe(Buffer.from(some).toString('base64'));
      expect(decodeBase64(encodeBase64(some))).toEqual(new Uint8Array(some));
    }),
  );
});

test('of the spellings of the same bytes, one is read', () => {
  for (const text of ['QQ', 'QR==', 'QQ= =', ' QQ==', 'QQ==\n', '_w==', 'Q'])
    expect(decodeBase64(text)).toBeNull();
});

test('text is read back from its bytes, and broken bytes are told', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
    }),
  );
  expect(decodeUtf8(Uint8Array.of(0xc3))).toBeNull();
});

test('bytes in a row are the bytes of each, and equal only to themselves', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(Buffer.from(concatBytes(a, b))).toEqual(Buffer.concat([a, b]));
      expect(equalBytes(a, b)).toBe(Buffer.from(a).equals(b));
    }),
  );
});

test('a decimal has one spelling', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(parseDecimal(String(value))).toBe(value);
    }),
  );
  for (const text of ['', '-1', '007', '1.5', '9007199254740992', '١']) expect(parseDecimal(text)).toBeNull();
});
