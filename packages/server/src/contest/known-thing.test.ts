import { expect, test } from 'vitest';
import { isKnownThing, knownThing } from './known-thing.ts';

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
  expect(knownThing(text)).toBe('1987-03-27');
});

test('accents, and what is no day, or no whole one', () => {
  expect(knownThing('14 févr. 1990')).toBe('1990-02-14');
  expect(knownThing('14 août 1990')).toBe('1990-08-14');
  for (const text of ['27/03/87', 'March 1987', 'number 12 3456 789', 'blue', ''])
    expect(knownThing(text)).toBe(text);
});

test('a day that there is not is nothing that somebody knows, however it is written; a number is no day', () => {
  for (const text of [
    '1990-02-31',
    '31.2.1990',
    '1990-13-01',
    '29 February 1990',
    '00/01/1990',
    '31 avril 1990',
  ])
    expect([text, isKnownThing(text)]).toEqual([text, false]);
  for (const text of ['1988-02-29', '31/12/1990', '12-34-5678', '99999999', '31021990', 'number 31', '0000'])
    expect([text, isKnownThing(text)]).toEqual([text, true]);
});
