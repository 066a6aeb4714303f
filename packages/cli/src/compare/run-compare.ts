import { changeFormats, compareResultFiles, writeChange } from '@ombud/app';
import type { Change } from '@ombud/contract';
import { renderChangeText } from '@ombud/report';
import { numberFlag } from '../audit/number-flag.ts';
import { cliErrors } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { language, print, sentence } from '../terminal.ts';

/** How a change is shown and written. */
export interface ShowChangeFlags {
  readonly format?: string;
  readonly out?: string;
  readonly quiet?: boolean;
}

/** The flags of `ombud compare`. */
export interface CompareFlags extends ShowChangeFlags {
  readonly level?: string;
}

/** `ombud compare`. @returns 0: what changed is told, and nothing is judged */
export async function runCompare(before: string, after: string, flags: CompareFlags): Promise<ExitCode> {
  await showChange(await compareResultFiles(before, after, numberFlag('level', flags.level)), flags);
  return exitCodes.pass;
}

/** Prints a change, or writes it into a folder. */
export async function showChange(change: Change, { format, out, quiet }: ShowChangeFlags): Promise<void> {
  const known = Object.keys(changeFormats) as (keyof typeof changeFormats)[];
  const chosen = known.find((name) => name === format);
  if (format !== undefined && chosen === undefined)
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'change-format', { name: format, formats: known });
  const files = out === undefined ? [] : await writeChange(change, out, language);
  if (chosen !== undefined && out === undefined) return print(changeFormats[chosen].render(change, language));
  if (quiet) return;
  print(renderChangeText(change, language));
  if (files.length > 0) print(sentence('audit/written', { files: [...files] }));
}
