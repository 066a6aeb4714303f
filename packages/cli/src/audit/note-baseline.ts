import { holdAgainstFile, writeBaseline } from '@ombud/app';
import type { Result } from '@ombud/contract';
import { note, sentence } from '../terminal.ts';

/** What is known to fail, read and written. */
export interface BaselineFlags {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly baselineExpires?: string;
  readonly quiet?: boolean;
}

/** A result as the baseline in a file lets it stand, today. */
export const heldAgainst = (result: Result, file: string): Promise<Result> =>
  holdAgainstFile(result, file, Date);

/** Writes what fails today as a baseline, where that was asked. */
export async function noteBaseline(
  result: Result,
  { writeBaseline: path, baselineExpires, quiet }: BaselineFlags,
): Promise<void> {
  if (path === undefined) return;
  const { known } = await writeBaseline(result, path, baselineExpires ?? null, Date);
  if (!quiet) note(sentence('audit/baseline', { path, n: known.length }));
}
