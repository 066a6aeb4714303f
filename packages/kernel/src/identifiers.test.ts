import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEntryIndex, parseSubjectId, parseSystemId } from './identifiers.ts';

test('a system and a subject are what they were, whatever the text', () => {
  const names = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => text.length <= 256);
  fc.assert(
    fc.property(names, (text) => {
      expect([parseSystemId(text), parseSubjectId(text)]).toEqual([text, text]);
    }),
  );
});

test.each([
  ['', 'empty'],
  ['x'.repeat(257), 'too-long'],
  ['half \ud83d', 'half-surrogate'],
])('the system %j is refused: %s', (text, reason) => {
  expect(() => parseSystemId(text)).toThrow(expect.objectContaining({ code: 'OMBUD_E_IDENTIFIER', reason }));
});

test('an index is digits and nothing else', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (index) => {
      expect(parseEntryIndex(String(index))).toBe(index);
    }),
  );
  for (const text of ['', '-1', '01', '1.0', ' 1', '1e3', '9007199254740992', '1\n'])
    expect(() => parseEntryIndex(text)).toThrow(expect.objectContaining({ reason: 'not-an-index' }));
});
