import { join } from 'node:path';
import type { Result } from '@ombud/contract';
import { english, type Language } from '@ombud/words';
import { writeWhole } from '../files.ts';
import { formats, type ReportFormat } from './formats.ts';
import type { Target } from './target.ts';

/** A result as one of the reports, in a language. */
export const renderReport = (result: Result, format: ReportFormat, language: Language = english): string =>
  formats[format].render(result, language);

/**
 * Writes the reports of a result. What goes to standard output is the front's: nothing is written for it.
 * @returns the paths as they were asked for, in the order of the formats
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE`
 */
export async function writeReports(
  result: Result,
  target: Target,
  language: Language = english,
): Promise<readonly string[]> {
  switch (target.kind) {
    case 'none':
    case 'stdout':
      return [];
    case 'file':
      await writeWhole(target.path, renderReport(result, target.format, language));
      return [target.path];
    case 'folder': {
      const written: string[] = [];
      for (const format of target.formats) {
        const path = join(target.path, formats[format].file);
        await writeWhole(path, renderReport(result, format, language));
        written.push(path);
      }
      return written;
    }
  }
}
