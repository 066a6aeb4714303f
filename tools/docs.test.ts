import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDeclaration, specOf } from '@ombud/app';
import { expandPolicy } from '@ombud/audit';
import type { ErrorDeclarations, ErrorRegistry } from '@ombud/kernel';
import { expect, test } from 'vitest';
import { en } from '../packages/words/src/en/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const skipped = new Set(['node_modules', 'dist', 'coverage', 'ombud-report', '.git', 'data', '.venv']);

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, ending);
    return entry.name.endsWith(ending) ? [path] : [];
  });
}

const read = (path: string): string => readFileSync(path, 'utf8');
const shown = (path: string): string => relative(root, path).replaceAll('\\', '/');
const pages = filesIn(root, '.md').sort();
const everything = pages.map(read).join('\n');

/** The name that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

/** Targets of Markdown links that are not addresses: `[file, anchor]`. */
const linksOf = (text: string): [string, string][] =>
  [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/i.test(target)) return [];
    const [file = '', anchor = ''] = target.split('#');
    return [[file, anchor]];
  });

function brokenLinks(page: string): string[] {
  const text = read(page);
  return linksOf(text).flatMap(([file, anchor]) => {
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(target)) return [`${file} is not there`];
    if (anchor === '' || anchorsOf(read(target)).has(anchor)) return [];
    return [`${file}#${anchor} has no such heading`];
  });
}

test.each(pages.map((page) => [shown(page), page]))('every link of %s leads somewhere', (_, page) => {
  expect(brokenLinks(page)).toEqual([]);
});

test('every path that ARCHITECTURE.md names is there', () => {
  const named = [...read(join(root, 'ARCHITECTURE.md')).matchAll(/packages\/[a-z]+(?:\/[\w./-]*\w)?/g)].map(
    ([path]) => path,
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every page of docs is reachable from the index', () => {
  const index = read(join(root, 'docs', 'README.md'));
  const linked = new Set(linksOf(index).map(([file]) => file));
  const listed = filesIn(join(root, 'docs'), '.md').map((page) =>
    relative(join(root, 'docs'), page).replaceAll('\\', '/'),
  );
  expect(
    listed.filter((page) => page !== 'README.md' && !page.startsWith('adr/') && !linked.has(page)),
  ).toEqual([]);
});

const audits = (() => {
  const index = read(join(root, 'packages', 'audit', 'src', 'audits', 'index.ts'));
  const order = index.slice(index.indexOf('= ['));
  return [...index.matchAll(/import \{ (\w+) \} from '\.\/([\w-]+)\.ts'/g)].flatMap(
    ([, name = '', id = '']) => (new RegExp(`\\b${name},`).test(order) ? [id] : []),
  );
})();

test('there are audits to look at', () => {
  expect(audits).toContain('selection-rate');
  expect(audits.length).toBeGreaterThanOrEqual(17);
});

test.each(audits)('the audit %s has a page that names its question, its formula and its limits', (id) => {
  const path = join(root, 'docs', 'audits', `${id}.md`);
  expect(existsSync(path)).toBe(true);
  const text = read(path);
  const parts = [
    `\`${id}\``,
    '## What it needs',
    '## How it is computed',
    '## How to read it',
    '## Example',
    '## What it cannot say',
    '## In a policy',
  ];
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
});

test('every page of an audit is of an audit that exists', () => {
  const named = filesIn(join(root, 'docs', 'audits'), '.md').map((page) => basename(page, '.md'));
  expect(named.filter((id) => !audits.includes(id))).toEqual([]);
});

const commands = filesIn(join(root, 'packages', 'cli', 'src', 'commands'), '.ts').filter(
  (file) => !file.endsWith('.test.ts'),
);
const flags = commands.flatMap((file) =>
  [...read(file).matchAll(/(?:[oO]ption\(|new Option\()\s*'(?:-[a-z], )?(--[a-z][a-z-]*)/g)].map(
    ([, flag = '']) => flag,
  ),
);

test('there are flags to look at', () => {
  expect(flags).toEqual(expect.arrayContaining(['--decision', '--groups', '--origin']));
});

test('every flag is in the documents', () => {
  const absent = [...new Set(flags)]
    .sort()
    .filter((flag) => !new RegExp(`${flag}(?![a-z-])`).test(everything));
  expect(absent).toEqual([]);
});

const sources = filesIn(join(root, 'packages'), '.ts').filter(
  (file) => /[/\\]src[/\\]/.test(file) && !file.endsWith('.test.ts'),
);
const codes = sources.flatMap((file) =>
  [...read(file).matchAll(/\bOMBUD_E_[A-Z0-9_]*[A-Z0-9]\b/g)].map(([code]) => code),
);

/** Everything that any package exports under a name that ends in `Errors` and has the shape of a registry. */
const registries = await Promise.all(
  sources
    .filter((file) => /^export const \w+Errors = defineErrors\(/m.test(read(file)))
    .map(async (file) => {
      const found: Record<string, unknown> = await import(file);
      const registry = Object.values(found).find(
        (value) => typeof value === 'object' && value !== null && 'declarations' in value,
      ) as ErrorRegistry<ErrorDeclarations>;
      return [shown(file), registry.declarations] as const;
    }),
);
const declared = registries.flatMap(([file, declarations]) =>
  Object.entries(declarations).flatMap(([code, { reasons }]) =>
    reasons.map((reason) => ({ file, key: `${code}/${reason}` })),
  ),
);

test('there are registries of errors to look at', () => {
  expect(registries.map(([file]) => file)).toContain('packages/table/src/errors.ts');
  expect(declared.length).toBeGreaterThan(50);
});

test('every code and reason has words, and is declared by one package', () => {
  expect(declared.filter(({ key }) => !(key in en))).toEqual([]);
  const keys = declared.map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('no words of an error are unused', () => {
  const keys = new Set(declared.map(({ key }) => key));
  const worded = Object.keys(en).filter((key) => key.includes('OMBUD_E_'));
  expect(worded.filter((key) => !keys.has(key.replace(/^command\//, '')))).toEqual([]);
});

test('every error code is in docs/errors.md', () => {
  const text = read(join(root, 'docs', 'errors.md'));
  expect(codes).toContain('OMBUD_E_NO_SOURCE');
  expect([...new Set(codes)].filter((code) => !text.includes(`\`${code}\``)).sort()).toEqual([]);
});

test('docs/errors.md names no code that does not exist', () => {
  const named = [...read(join(root, 'docs', 'errors.md')).matchAll(/^\| `(OMBUD_E_[A-Z_]+)`/gm)].map(
    ([, code = '']) => code,
  );
  expect(named.filter((code) => !codes.includes(code))).toEqual([]);
});

const keysOf = (text: string): string[] =>
  [...text.matchAll(/^\s*([a-zA-Z]+): /gm)].map(([, key = '']) => key);

test('every key of ombud.yaml is in its page', () => {
  const schema = read(join(root, 'packages', 'contract', 'src', 'declaration.ts'));
  const page = read(join(root, 'docs', 'ombud-yaml.md'));
  const keys = [...new Set(keysOf(schema))];
  expect(keys).toContain('whenCannotTell');
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(page))).toEqual([]);
});

/** The indented blocks of a page, each without its indent. */
function blocksOf(text: string): string[] {
  const blocks: string[][] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    const indented = line.startsWith('    ');
    if (indented && !inside) blocks.push([]);
    if (indented) blocks.at(-1)?.push(line.slice(4));
    inside = indented || (inside && line === '');
  }
  return blocks.map((lines) => lines.join('\n'));
}

/** Blocks that begin with a key of ombud.yaml, or with one that is easily taken for it. */
const declarations = pages.flatMap((page) =>
  blocksOf(read(page))
    .filter((block) => /^(system|data|audit|policy|assert|words|wording):/.test(block))
    .map((block, index) => [`${shown(page)} (${index + 1})`, block] as const),
);

test('there are declarations to look at', () => {
  expect(declarations.length).toBeGreaterThan(17);
});

test.each(declarations)('the ombud.yaml shown in %s is accepted', (_, block) => {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-docs-'));
  try {
    const file = join(folder, 'ombud.yaml');
    writeFileSync(file, /^system:/m.test(block) ? block : `system: shown\n${block}`);
    const { policy } = specOf(parseDeclaration(readFileSync(file, 'utf8'), file), file);
    if (policy) expandPolicy(policy);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a command of the documents can be typed in a clone: it begins with npx', () => {
  const bare = pages.flatMap((page) =>
    read(page)
      .split('\n')
      .filter((line) => /^ {4}ombud (?!completion)/.test(line))
      .map((line) => `${shown(page)}: ${line.trim()}`),
  );
  expect(bare).toEqual([]);
});
