import { expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';
import { folder, wrongLines } from '../../test/wrong-lines.ts';

const marks = /[\u2066-\u2069\u200e\u200f]/g;

/** What is not kept apart by marks of direction: the sentence itself, in Arabic alone. */
function sentenceOf(text: string): string {
  const inner = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;
  let left = text.replace(/\[[A-Z_]+\]|^\u200fombud: /g, '');
  while (inner.test(left)) left = left.replace(inner, '');
  return left;
}

test.each(wrongLines)('%s: told in Arabic, with the exit code of English', async (_, args, __, told) => {
  const arabic = await ombud('--lang', 'ar', ...args);
  const other = await ombud(...args);
  expect(arabic.text.replace(marks, '')).toContain(told);
  expect(arabic.exit).toBe(other.exit);
  expect(arabic.exit).toBe(2);
  expect(/\[OMBUD_E_\w+\]/.exec(arabic.err)?.[0]).toBe(/\[OMBUD_E_\w+\]/.exec(other.err)?.[0]);
  expect(sentenceOf(arabic.err.replaceAll(folder, ''))).not.toMatch(/[A-Za-z\u2066-\u2069]/);
  expect(arabic.err).not.toContain('\u001b');
});

test('a name that would turn the reading order shows its marks, and those of the sentence stay', async () => {
  const { err } = await ombud(
    '--lang',
    'ar',
    'audit',
    'no\u202e\u2069.csv',
    '--decision',
    'a',
    '--groups',
    'b',
  );
  expect(err).toContain('\u2068no⟨U+202E⟩⟨U+2069⟩.csv\u2069');
});
