import { randomBytes } from 'node:crypto';
import type { Context } from '@ombud/app';
import { chooseLanguage, english, fromTheRight, type Language, languages, say } from '@ombud/words';
import { cliErrors } from './errors.ts';
import { drawProgress } from './progress.ts';

/** The language in which the command speaks; `speak` chooses it, once, before anything is said. */
export let language: Language = english;

/**
 * Chooses the language of this run.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` when Ombud does not speak it
 */
export function speak(tag: string): void {
  const chosen = chooseLanguage(tag);
  language = chosen ?? english;
  if (chosen === null)
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'no-language', {
      tag,
      languages: languages.map((one) => one.tag),
    });
}

/** What a command answers: to standard output. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** What is wrong: to standard error, in a line that begins where the language is read from. */
export function complain(sentence: string): void {
  const line = `ombud: ${sentence}`;
  note(`${language.direction === 'rtl' ? fromTheRight(line) : line}\n`);
}

/** What a person should know beside the answer: to standard error. */
export function note(text: string): void {
  process.stderr.write(text);
}

/** A sentence of the command's own words, with its line end. */
export const sentence = (key: string, params: Readonly<Record<string, unknown>> = {}): string =>
  `${say(language, `cli/${key}`, params)}\n`;

/** How wide the terminal is, and whether it shows colours. A stream that is no terminal shows none. */
export const screen = () => ({
  columns: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
});

/** Whether there is a person to ask. */
export const canAsk = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/**
 * Runs a use case with this machine's clock and randomness, and draws its progress.
 * @param quiet draws nothing
 * @param signal asks the use case to end
 */
export async function withContext<T>(
  work: (context: Context) => Promise<T>,
  quiet = false,
  signal?: AbortSignal,
): Promise<T> {
  const drawing = drawProgress(process.stderr, quiet);
  try {
    return await work({
      ...(signal === undefined ? {} : { signal }),
      now: Date.now,
      randomBytes,
      progress: drawing.progress,
      // Opened only by who reads it.
      get input() {
        return process.stdin;
      },
    });
  } finally {
    drawing.end();
  }
}
