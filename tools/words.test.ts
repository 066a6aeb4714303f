import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorDeclarations } from '@ombud/kernel';
import { chooseLanguage, english, formatMessage, pseudoLanguage, say } from '@ombud/words';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('{packages/*,incidents}/src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$|^packages\/words\/src\/en\//.test(file),
);
const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const keys = Object.keys(english.catalogue);

/** Every code and reason that a registry declares. */
async function declaredErrors(): Promise<ReadonlySet<string>> {
  const found = sources.filter(({ text }) => /= defineErrors\(/.test(text));
  const modules: Record<string, unknown>[] = await Promise.all(
    found.map(({ file }) => import(join(root, file))),
  );
  const registries = modules.flatMap((module) =>
    Object.values(module).flatMap((value) => {
      const { declarations } = (value ?? {}) as { readonly declarations?: ErrorDeclarations };
      return declarations === undefined ? [] : [declarations];
    }),
  );
  return new Set(
    registries.flatMap((declarations) =>
      Object.entries(declarations).flatMap(([code, { reasons }]) =>
        reasons.map((reason) => `${code}/${reason}`),
      ),
    ),
  );
}

const errorKey = /^(?:[a-z]+\/)?(OMBUD_E_\w+\/.+)$/;

test('every error that a registry declares has a sentence, and no sentence is left of one that is gone', async () => {
  const declared = await declaredErrors();
  expect(declared.size).toBeGreaterThan(50);
  expect([...declared].filter((key) => english.catalogue[key] === undefined)).toEqual([]);
  const spoken = keys.flatMap((key) => errorKey.exec(key)?.[1] ?? []);
  expect(spoken.filter((key) => !declared.has(key))).toEqual([]);
});

/** The parameters that a message names, each once. */
const namedIn = (source: string): readonly string[] =>
  [...new Set(source.match(/\$[\w-]+(?:\.[a-z]+)?/g) ?? [])].sort();

/** Errors, the front's hints beside them, and what they are made of: roles, refused rows, wrong use of the command. */
const ofErrors =
  /^(?:command\/OMBUD_E_|role\/|row\/|cli\/(?:usage\/|our-fault|append\/refused$)|help\/after-error$)/;

test.each(['es', 'ar'])(
  'every error that a registry declares is told in %s, with the parameters that English tells',
  async (tag) => {
    const catalogue = chooseLanguage(tag)?.catalogue ?? {};
    const declared = await declaredErrors();
    const wrong = [...declared, ...keys.filter((key) => ofErrors.test(key))].filter((key) => {
      const told = catalogue[key];
      return told === undefined || namedIn(told).join() !== namedIn(english.catalogue[key] ?? '').join();
    });
    expect(wrong).toEqual([]);
  },
);

/** Keys that sources write out, and the fixed starts of those that they complete with a code: `reason/${code}`. */
function usedKeys(): { readonly whole: ReadonlySet<string>; readonly starts: ReadonlySet<string> } {
  const whole = new Set<string>();
  const starts = new Set<string>();
  for (const { text } of sources) {
    for (const [, key = ''] of text.matchAll(/['"`]([a-z0-9-]+(?:\/[a-z0-9-]+)+)['"`]/g)) whole.add(key);
    for (const [, start = ''] of text.matchAll(/`([a-z0-9-]+\/(?:[a-z0-9-]+-)?)\$\{/g)) starts.add(start);
  }
  return { whole, starts };
}

test('every key of the catalogue is used', () => {
  const { whole, starts } = usedKeys();
  const unused = keys.filter(
    (key) => !errorKey.test(key) && !whole.has(key) && ![...starts].some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test('every key that is said is in the catalogue', () => {
  const answered = sources.flatMap(({ text }) => [
    ...text.matchAll(/\bsay\((?:[\w.]+,\s*)?'([a-z0-9-]+\/[^']+)'/g),
  ]);
  expect(answered.length).toBeGreaterThan(50);
  expect(answered.flatMap(([, key = '']) => (english.catalogue[key] === undefined ? [key] : []))).toEqual([]);
});

/** Codes that a result holds and that a report tells by words: those written in audits, table and stats. */
function codesIn(pattern: RegExp, folder: RegExp): readonly string[] {
  const found = sources
    .filter(({ file }) => folder.test(file))
    .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code = '']) => code));
  return [...new Set(found)];
}

test('every reason that an audit or a policy gives has a sentence', () => {
  const codes = codesIn(
    /\bcode: '([a-z-]+)',\s*params/g,
    /^packages\/(audit\/src\/(?!answer\/)|table\/src\/)/,
  );
  expect(codes.length).toBeGreaterThan(5);
  const has = (code: string) =>
    ['reason', 'left-out', 'notice'].some((kind) => keys.includes(`${kind}/${code}`));
  expect(codes.filter((code) => !has(code))).toEqual([]);
});

/** Values for the parameters of a message, none of them a word. */
function paramsOf(source: string): Record<string, unknown> {
  const names = [...source.matchAll(/\{\s*\$([\w-]+)((?:\.[a-z]+)?)([^}]*)/g)];
  return Object.fromEntries(
    names.map(([, name = '', part, rest = '']) => {
      if (/(?:^r|R)oles$/.test(name)) return [name, ['decision', 'outcome']];
      if (/(?:^r|R)ole$/.test(name)) return [name, 'decision'];
      if (part !== '') return [name, ['1', '2']];
      if (/:(?:date|time|datetime)/.test(rest)) return [name, '2026-01-02T03:04:05Z'];
      return [name, 12];
    }),
  );
}

const pseudo = pseudoLanguage();

test.each(keys)('%s in the pseudo-language is well formed and leaves nothing unmarked', (key) => {
  const params = paramsOf(english.catalogue[key] ?? '');
  const text = say(pseudo, key, params);
  expect(text).toMatch(/^⟦.*⟧$/s);
  expect(text.replace(/\bund\b|\boder\b|Januar/g, '').match(/[A-Za-z]+/g) ?? []).toEqual([]);
});

test('a sentence with a hole is never shown', () => {
  expect(() => formatMessage('en', 'There is no column "{$column}".', {})).toThrow();
});
