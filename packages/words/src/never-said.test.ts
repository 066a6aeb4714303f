import { describe, expect, test } from 'vitest';
import { languages, stigmaIn } from './index.ts';

test('every language that Ombud speaks has a list', () => {
  expect(languages.filter(({ tag }) => stigmaIn(tag, '') === null)).toEqual([]);
  expect(stigmaIn('ti', 'whatever')).toBeNull();
});

describe.each([
  ['en', 'We suspect that you lied and committed FRAUD.', ['fraud', 'lied', 'suspect']],
  ['es', 'Sospechamos de un FRAUDE.', ['fraud', 'sospech']],
  ['fr', 'Vous avez triché ; c’est de la fraude.', ['fraud', 'trich']],
  ['ar', 'هذا احتيال، وأنت المجرم.', ['احتيال', 'مجرم']],
] as const)('%s', (tag, text, found) => {
  test('finds what blames, in any form and case', () => {
    expect([...(stigmaIn(tag, text) ?? [])].sort()).toEqual([...found].sort());
  });
});

test('a word that only holds such a word inside is none', () => {
  expect(stigmaIn('en', 'We were relied on; peculiar defamation.')).toEqual([]);
  expect(stigmaIn('ar', 'مكتب الضرائب')).toEqual([]);
});

test.each(languages.map((language) => [language.tag, language] as const))(
  '%s: no sentence of a notice or of the portal blames',
  (tag, { catalogue }) => {
    const own = Object.entries(catalogue).filter(([key]) => /^(?:notice-letter|portal)\//.test(key));
    expect(own.length).toBeGreaterThan(150);
    expect(own.flatMap(([key, text]) => (stigmaIn(tag, text) ?? []).map((word) => [key, word]))).toEqual([]);
  },
);
