import { join } from 'node:path';
import type { Result } from '@ombud/contract';
import { english, type Language } from '@ombud/words';
import { writeWhole } from '../files.ts';
import { type ReportFormat, reportForms } from './formats.ts';
import type { Forms } from './forms.ts';
import type { Target } from './target.ts';

/** A result as one of the reports, in a language. */
export const renderReport = (result: Result, format: ReportFormat, language: Language = english): string =>
  reportForms.all[format].render(result, language);

/**
 * Writes something where it goes. What goes to standard output is the front's: nothing is written for it.
 * @returns the paths as they were asked for, in the order of the formats
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE`
 */
export async function writeForms<Value, Name extends string>(
  value: Value,
  target: Target<Name>,
  { all }: Forms<Value, Name>,
  language: Language = english,
): Promise<readonly string[]> {
  switch (target.kind) {
    case 'none':
    case 'stdout':
      return [];
    case 'file':
      await writeWhole(target.path, all[target.format].render(value, language));
      return [target.path];
    case 'folder': {
      const written: string[] = [];
      for (const format of target.formats) {
        const path = join(target.path, all[format].file);
        await writeWhole(path, all[format].render(value, language));
        written.push(path);
      }
      return written;
    }
  }
}
