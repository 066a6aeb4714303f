/** Every command of the tutorials in the order of its page, by a shell in an empty folder beside the examples, and every line that the page quotes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = dirname(import.meta.dirname);
const pages = readdirSync(join(root, 'docs', 'tutorials')).sort();
const folder = mkdtempSync(join(tmpdir(), 'ombud-tutorials-'));
afterAll(() => rmSync(folder, { recursive: true }));

const command = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');
beforeAll(() => {
  // `npx ombud` of a clone is its built command.
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${command}" "$@"\n`, {
    mode: 0o755,
  });
});

interface Shown {
  readonly command: string;
  readonly lines: readonly string[];
}

/** The commands of a page with the lines that it shows under each. */
function shownBy(text: string): Shown[] {
  const shown: { command: string; lines: string[] }[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    if (!line.startsWith('    ')) {
      inside &&= line === '';
      if (line === '' && inside) shown.at(-1)?.lines.push('');
      continue;
    }
    const words = line.slice(4);
    inside ||= words.startsWith('$ ');
    if (words.startsWith('$ ')) shown.push({ command: words.slice(2), lines: [] });
    else if (inside) shown.at(-1)?.lines.push(words);
  }
  return shown.map(({ command: words, lines }) => ({ command: words, lines: trimmed(lines) }));
}

function trimmed(lines: readonly string[]): string[] {
  const remaining = [...lines];
  while (remaining.at(-1) === '') remaining.pop();
  return remaining;
}

/** The first shown line that is not printed where it should be; null where all are. Three dots stand for any lines. */
function notPrinted(shown: readonly string[], printed: readonly string[]): string | null {
  let at = 0;
  let anywhere = false;
  for (const line of shown) {
    if (line === '...') {
      anywhere = true;
      continue;
    }
    const found = anywhere ? printed.indexOf(line, at) : printed[at] === line ? at : -1;
    if (found < 0) return line;
    at = found + 1;
    anywhere = false;
  }
  return anywhere || at === printed.length ? null : `nothing more, where "${printed[at]}" is printed`;
}

test('the lines that a page shows are looked for in their order', () => {
  expect(notPrinted(['a', '...', 'c'], ['a', 'b', 'c'])).toBeNull();
  expect(notPrinted(['a', 'c'], ['a', 'b', 'c'])).toBe('c');
  expect(notPrinted(['...', 'b', '...'], ['a', 'b', 'c'])).toBeNull();
  expect(notPrinted(['a'], ['a', 'b'])).toContain('nothing more');
  expect(notPrinted(['...', 'b', 'a'], ['a', 'b'])).toBe('a');
});

test.each(pages)('every command of %s prints what the page shows', (page) => {
  const shown = shownBy(readFileSync(join(root, 'docs', 'tutorials', page), 'utf8'));
  expect(shown.length).toBeGreaterThan(5);
  const place = mkdtempSync(join(folder, 'place-'));
  symlinkSync(join(root, 'examples'), join(place, 'examples'));
  const env = {
    ...process.env,
    PATH: folder + delimiter + process.env.PATH,
    LANG: 'C.UTF-8',
    OMBUD_LANG: '',
  };
  let last = 0;
  for (const { command: words, lines } of shown) {
    const ran = spawnSync('sh', ['-c', `(exit ${last}); ${words}`], { cwd: place, env, encoding: 'utf8' });
    last = ran.status ?? 1;
    const printed = trimmed(`${ran.stdout}${ran.stderr}`.split('\n'));
    expect(notPrinted(lines, printed), `$ ${words}\n${printed.join('\n')}`).toBeNull();
  }
});

test('the tables of the examples are what their script makes', () => {
  spawnSync(process.execPath, [join(root, 'examples', 'make.mjs'), folder]);
  for (const file of ['bank-loans/loans.csv', 'hiring-tool/applicants.csv', 'benefit-checks/checks.csv'])
    expect(readFileSync(join(folder, file), 'utf8'), file).toBe(
      readFileSync(join(root, 'examples', file), 'utf8'),
    );
});
