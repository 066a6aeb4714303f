import { parseMessage } from 'messageformat';
import { expect, test } from 'vitest';
import { errors as arabicErrors } from './ar/errors/index.ts';
import { noticeLetter } from './en/notice-letter.ts';
import { portal } from './en/portal.ts';
import { spanishFiles } from './es/index.ts';
import { chooseLanguage, english, formatMessage, type Language, say } from './index.ts';

const languageOf = (tag: string): Language => {
  const language = chooseLanguage(tag);
  if (language === null) throw new Error(`Ombud does not speak ${tag}.`);
  return language;
};

const ar = languageOf('ar').catalogue;

const fileOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test.each(Object.entries(spanishFiles))(
  'Spanish has every key of English, and no other: %s',
  async (name, spanish) => {
    const module: Record<string, object> = await import(`./en/${fileOf(name)}.ts`);
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(module[name] ?? {}).sort());
  },
);

/** The parameters that a message names, whatever it does with them. */
const paramsOf = (source: string): readonly string[] =>
  [...new Set(source.match(/\$[\w-]+(?:\.[a-z]+)?/g) ?? [])].sort();

const messages = ['es', 'fr', 'ar'].flatMap((tag) =>
  Object.entries(languageOf(tag).catalogue).map(([key, source]) => [tag, key, source] as const),
);

test.each(messages)(
  '%s, %s: well formed, of a key of English, with no parameter of its own',
  (_, key, source) => {
    const model = english.catalogue[key];
    expect(model).toBeDefined();
    expect(() => parseMessage(source)).not.toThrow();
    const known = paramsOf(model ?? '');
    expect(paramsOf(source).filter((name) => !known.includes(name))).toEqual([]);
  },
);

test.each(['answer', 'findings', 'report'])(
  'Arabic has every text of %s: no sentence of a report of rates is half in English',
  async (name) => {
    const module: Record<string, object> = await import(`./en/${name}.ts`);
    expect(Object.keys(module[name] ?? {}).filter((key) => ar[key] === undefined)).toEqual([]);
  },
);

test('Arabic has the line of the verdict and what to do now', () => {
  const fixed = Object.keys(english.catalogue).filter((key) => /^(?:line|next|role|row)\//.test(key));
  expect(fixed.length).toBeGreaterThan(40);
  expect(fixed.filter((key) => ar[key] === undefined)).toEqual([]);
});

const marks = /[\u2066-\u2069]/g;

test('Arabic counts in its six forms', () => {
  const answered = [1, 2, 3, 11, 100].map((n) =>
    say(languageOf('ar'), 'next/small-groups', { n }).replace(marks, ''),
  );
  expect(new Set(answered).size).toBe(5);
  expect(answered[0]).toContain('المجموعة التي');
  expect(answered[1]).toContain('المجموعتين');
  expect(answered[2]).toContain('3 مجموعات');
  expect(answered[3]).toContain('11 مجموعة');
});

/** What shows of a message: its variants, or the whole of it. */
const shownOf = (source: string): string => source.replace(/^\.input.*?(?=\{\{)/s, '');

test.each(Object.keys(arabicErrors).map((key) => [key, ar[key] ?? ''] as const))(
  'Arabic, %s: what is of another direction is kept together',
  (_, source) => {
    const within = /[\u2066\u2068][^\u2066-\u2069]*\u2069/g;
    const open = [...source.matchAll(/[\u2066\u2068]/g)].length;
    expect([...source.matchAll(/\u2069/g)]).toHaveLength(open);
    // From the inside out: a place stands in a flag, `--{$flag}`.
    const around = shownOf(source).replace(within, '').replace(within, '');
    expect(around.replace(/\}\} (?:[a-z-]+|\*|0| )+\{\{/g, '')).not.toMatch(
      /[A-Za-z]|\{\$|\d[-:.,]\d|-\d|[\u2066-\u2069]/,
    );
  },
);

test('an Arabic message that counts a noun has all six forms', () => {
  const counting = Object.entries(ar).filter(([, source]) => /[ }](?:few|many) \{\{/.test(source));
  expect(counting.length).toBeGreaterThan(3);
  const forms = new Intl.PluralRules('ar').resolvedOptions().pluralCategories;
  const lacking = counting.filter(([, source]) =>
    forms.some((form) => !source.includes(form === 'other' ? '* {{' : ` ${form} {{`)),
  );
  expect(lacking.map(([key]) => key)).toEqual([]);
});

test('a list among Arabic words stands from the right, each part in its own direction', () => {
  const told = say(languageOf('ar'), 'OMBUD_E_HTTP_NO_ROUTE/method', { methods: ['GET', 'POST'] });
  expect(told).toBe('هذا العنوان يقبل \u2068\u200f\u2068GET\u2069، \u2068POST\u2069\u2069.');
});

test('an Arabic message that only joins two texts has them from the right', () => {
  const told = say(languageOf('ar'), 'compared/with-interval', { comparison: 'الأول', interval: 'فترة' });
  expect(told).toBe('\u200f\u2068الأول\u2069 (\u2068فترة\u2069)');
});

test('Spanish counts one and many', () => {
  const spanish = languageOf('es');
  expect(say(spanish, 'rules/more', { n: 1 })).toBe('1 regla más');
  expect(say(spanish, 'rules/more', { n: 2 })).toBe('2 reglas más');
  expect(formatMessage('es', '{$n :number}', { n: 12345.5 })).toBe('12.345,5');
});

test('what a language lacks is said in English', () => {
  expect(say(languageOf('ar'), 'contest-page/reviewers')).toBe('\u2066Reviewers\u2069');
});

test.each(['es', 'fr', 'ar'])(
  '%s has every sentence of a notice: a letter is never half in English',
  (tag) => {
    const { catalogue } = languageOf(tag);
    expect(Object.keys({ ...noticeLetter, ...portal }).filter((key) => catalogue[key] === undefined)).toEqual(
      [],
    );
  },
);
