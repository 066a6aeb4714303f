import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKnownThing, knownThing, tells } from './known-thing.ts';

test.each([
  '27 3 1987',
  '27/03/1987',
  '27.3.1987',
  '1987-03-27',
  '03/27/1987',
  '27031987',
  '٢٧/٣/١٩٨٧',
  '27 March 1987',
  '27th march 1987',
  'March 27, 1987',
  'Mar. 27 1987',
  '27 de marzo de 1987',
  '27 mars 1987',
  '٢٧ مارس ١٩٨٧',
  '27 آذار 1987',
  ' 1987 march 27 ',
])('%s is the 27th of March 1987', (text) => {
  expect(knownThing('date-of-birth', text)).toBe('1987-03-27');
});

test('accents, and what is no day, or no whole one', () => {
  expect(knownThing('date-of-birth', '14 févr. 1990')).toBe('1990-02-14');
  expect(knownThing('date-of-birth', '14 août 1990')).toBe('1990-08-14');
  for (const text of ['27/03/87', 'March 1987', 'number 12 3456 789', 'blue', ''])
    expect(knownThing('date-of-birth', text)).toBe(text);
});

test('a postcode, the end of a reference and a word are one however they are typed', () => {
  for (const typed of ['SW1A 1AA', 'sw1a1aa', ' sw1a-1aa ', 'ＳＷ１Ａ １ＡＡ'])
    expect(knownThing('postcode', typed)).toBe('sw1a1aa');
  expect(knownThing('postcode', '٢٦٠١')).toBe('2601');
  for (const typed of ['AB 12-34-56-78 9', '456789', '45 67 89', '٤٥٦٧٨٩'])
    expect(knownThing('reference', typed)).toBe('456789');
  for (const typed of ['Blue Heron', 'blueheron', 'BLUE-HERON'])
    expect(knownThing('word', typed)).toBe('blueheron');
  // Capitals and marks of a language stay what they are: two words that differ there are two.
  expect(knownThing('word', 'Straße')).not.toBe(knownThing('word', 'Strasse'));
});

test('what anybody could guess at once, or is no day, is not asked for', () => {
  for (const [kind, text] of [
    ['date-of-birth', '1987-02-30'],
    ['date-of-birth', 'blue'],
    ['postcode', '12'],
    ['reference', 'AB 12345'],
    ['word', ' a-b '],
  ] as const)
    expect([kind, isKnownThing(kind, text)]).toEqual([kind, false]);
  for (const [kind, text] of [
    ['date-of-birth', '27 March 1987'],
    ['postcode', '2601'],
    ['reference', 'NC-1234567'],
    ['word', 'heron'],
  ] as const)
    expect([kind, isKnownThing(kind, text)]).toEqual([kind, true]);
});

test('a letter that holds it tells it', () => {
  expect(tells('North City 2601', 'postcode', '2601')).toBe(true);
  expect(tells('North City 2600', 'postcode', '2601')).toBe(false);
  expect(tells('born on 27.03.1987 in North City', 'date-of-birth', '1987-03-27')).toBe(true);
  expect(tells('27 March 1987', 'date-of-birth', '1987-03-27')).toBe(true);
  expect(tells('from 2025-07-01 to 2026-06-30', 'date-of-birth', '1987-03-27')).toBe(false);
  expect(tells('Our reference: NC-99 123456', 'reference', '123456')).toBe(true);
});

test('property: typed as it is kept, everything is itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('postcode', 'reference', 'word'),
      fc.string({ unit: 'grapheme' }),
      (kind, text) => {
        const once = knownThing(kind, text);
        expect(knownThing(kind, once)).toBe(once);
      },
    ),
  );
});
