import { changeForms, compareResultFiles, settleTarget, type Target, writeForms } from '@ombud/app';
import type { Change } from '@ombud/contract';
import { parseList } from '@ombud/contract/roles';
import { renderChangeText } from '@ombud/report';
import { numberFlag } from '../audit/number-flag.ts';
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
  const target = await settleTarget(flags.out, parseList(flags.format ?? ''), changeForms);
  const change = await compareResultFiles(before, after, numberFlag('level', flags.level));
  await showChange(change, target, flags.quiet);
  return exitCodes.pass;
}

/** Prints a change, or writes it where it goes. */
export async function showChange(
  change: Change,
  target: Target<keyof typeof changeForms.all>,
  quiet = false,
): Promise<void> {
  const files = await writeForms(change, target, changeForms, language);
  if (target.kind === 'stdout') return print(changeForms.all[target.format].render(change, language));
  if (quiet) return;
  print(renderChangeText(change, language));
  if (files.length > 0) print(sentence('audit/written', { files: [...files] }));
}
