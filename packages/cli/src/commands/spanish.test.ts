import { join } from 'node:path';
import { chooseLanguage, english, formatMessage } from '@ombud/words';
import { expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';
import { file, folder, wrongLines } from '../../test/wrong-lines.ts';

/** The words of sentences, without what they quote: names, codes, and in brackets what a library says. */
const words = (text: string): string => text.replace(/"[^"]*"|\([^)]*\)|\[[A-Z_]+\]|--?[a-z-]+/g, ' ');
const ofEnglish =
  /\b(?:the|is|are|not|there|no such|missing|cannot|unknown|did you mean|give|write|of|to)\b/i;

test.each(wrongLines)('%s: told in Spanish, with the exit code of English', async (_, args, told) => {
  const spanish = await ombud('--lang', 'es', ...args);
  const other = await ombud(...args);
  expect(spanish.text).toContain(told);
  expect(spanish.exit).toBe(other.exit);
  expect(spanish.exit).toBe(2);
  expect(/\[OMBUD_E_\w+\]/.exec(spanish.err)?.[0]).toBe(/\[OMBUD_E_\w+\]/.exec(other.err)?.[0]);
  expect(words(spanish.err.replaceAll(folder, ''))).not.toMatch(ofEnglish);
  expect(spanish.err).not.toContain('\u001b');
});

test('the answer of an audit, a ledger and a receipt are in Spanish', async () => {
  const log = join(folder, 'registro');
  const made = await ombud('--lang', 'es', 'ledger', 'init', log, '--origin', 'example.org/x');
  expect(made.exit).toBe(0);
  const subjects = file('sujetos.csv', 'id,sexo,admitida\n1,F,si\n2,M,no\n');
  const appended = await ombud(
    ...['--lang', 'es', 'ledger', 'append', log, subjects],
    ...['--system', 'becas', '--subject', 'id', '--decision', 'admitida', '--groups', 'sexo'],
  );
  expect(appended.exit).toBe(0);
  const whole = await ombud('--lang', 'es', 'ledger', 'fsck', log);
  expect(whole.text).toContain('están como se firmaron');
});

test('Spanish has a sentence for each that English has of the command', () => {
  const own = Object.keys(english.catalogue).filter((key) => key.startsWith('cli/'));
  const spanish = chooseLanguage('es')?.catalogue ?? {};
  expect(own.filter((key) => spanish[key] === undefined)).toEqual([]);
  expect(formatMessage('es', spanish['cli/ask/values'] ?? '', { distinct: 12345 })).toBe('12.345 valores');
});
