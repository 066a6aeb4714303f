import { extname, join, resolve } from 'node:path';
import type { Explanation } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import {
  renderExplanationHtml,
  renderExplanationMarkdown,
  renderLetterHtml,
  renderLetterText,
} from '@ombud/report';
import type { Language } from '@ombud/words';
import { appErrors } from '../errors.ts';
import { kindOf, makeFolder, writeWhole } from '../files.ts';
import type { Explained } from './explain-decision.ts';

type Render = (explanation: Explanation, language: Language, digest: string) => string;

interface Format {
  readonly file: string;
  readonly endings: readonly string[];
  readonly render: Render;
  /** Where it goes to a terminal and not into a file. */
  readonly text?: Render;
}

/** What an explanation can be written as. */
const formats = {
  json: {
    file: 'explanation.json',
    endings: ['.json'],
    render: (explanation) => `${JSON.stringify(explanation, null, 2)}\n`,
  },
  html: { file: 'explanation.html', endings: ['.html', '.htm'], render: renderExplanationHtml },
  md: { file: 'explanation.md', endings: ['.md', '.markdown'], render: renderExplanationMarkdown },
  letter: { file: 'letter.html', endings: [], render: renderLetterHtml, text: renderLetterText },
} as const satisfies Record<string, Format>;

/** The name of a format of an explanation. */
export type ExplanationFormat = keyof typeof formats;
/** Names of the formats of an explanation. */
export const explanationFormats = Object.keys(formats) as readonly ExplanationFormat[];

/**
 * Names of formats.
 * @throws OMBUD_E_BAD_CONFIG for a name that is none
 */
export const parseExplanationFormats = (names: readonly string[]): readonly ExplanationFormat[] =>
  names.map((name) => {
    const known = explanationFormats.find((format) => format === name);
    if (known !== undefined) return known;
    const near = nearest(name, explanationFormats);
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'no-such-format', {
      name,
      near,
      formats: explanationFormats,
    });
  });

/** No letter goes out without a human where a reason may not simply be told. */
export const mayBeSent = ({ blocked }: Explanation): boolean => blocked.length === 0;

/** An explanation as it is shown: the letter as plain text. */
export function renderExplanation(
  { explanation, digest }: Explained,
  format: ExplanationFormat,
  language: Language,
): string {
  const { render, text = render }: Format = formats[format];
  return text(explanation, language, digest);
}

/**
 * Writes an explanation into a file or a folder. A letter that may not be sent is not written.
 * @param asked none: what the ending says, or all
 * @returns the paths
 * @throws OMBUD_E_BAD_CONFIG, OMBUD_E_CANNOT_WRITE
 */
export async function writeExplanation(
  explained: Explained,
  out: string,
  asked: readonly ExplanationFormat[],
  language: Language,
): Promise<readonly string[]> {
  const isFile = extname(out) !== '' && !/[/\\]$/.test(out) && (await kindOf(out)) !== 'folder';
  const places = isFile
    ? [fileFor(out, asked)]
    : (asked.length > 0 ? asked : explanationFormats).map((format) => ({
        format,
        path: join(out, formats[format].file),
      }));
  if (!isFile) await makeFolder(resolve(out));
  const written: string[] = [];
  for (const { format, path } of places) {
    if (format === 'letter' && !mayBeSent(explained.explanation)) continue;
    const { render }: Format = formats[format];
    await writeWhole(path, render(explained.explanation, language, explained.digest));
    written.push(path);
  }
  return written;
}

function fileFor(
  out: string,
  asked: readonly ExplanationFormat[],
): { readonly format: ExplanationFormat; readonly path: string } {
  if (asked.length > 1) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'one-format', { path: out });
  const ending = extname(out).toLowerCase();
  const format =
    asked[0] ?? explanationFormats.find((one) => (formats[one] as Format).endings.includes(ending));
  if (format === undefined)
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'unknown-ending', {
      path: out,
      ending,
      endings: ['.json', '.html', '.md'],
    });
  return { format, path: out };
}
