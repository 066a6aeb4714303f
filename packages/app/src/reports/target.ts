import { rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { nearest } from '@ombud/kernel';
import { appErrors } from '../errors.ts';
import { cannotWrite, kindOf, makeFolder } from '../files.ts';
import { formatNames, formats, type ReportFormat, usualFormats } from './formats.ts';

/** Where the reports go, settled before the audit runs so that a wrong place costs nothing. */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'stdout'; readonly format: ReportFormat }
  | { readonly kind: 'file'; readonly path: string; readonly format: ReportFormat }
  | { readonly kind: 'folder'; readonly path: string; readonly formats: readonly ReportFormat[] };

/**
 * Names of report formats.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` for a name that is none
 */
export const parseFormats = (names: readonly string[]): readonly ReportFormat[] =>
  names.map((name) => {
    const known = formatNames.find((format) => format === name);
    if (!known) {
      const near = nearest(name, formatNames);
      throw appErrors.error('OMBUD_E_BAD_CONFIG', 'no-such-format', { name, near, formats: formatNames });
    }
    return known;
  });

const formatOf = (path: string): ReportFormat | undefined =>
  formatNames.find((format) =>
    formats[format].endings.some((ending) => ending === extname(path).toLowerCase()),
  );

/**
 * Settles where the reports go.
 * @param out a file, a folder, or undefined for standard output
 * @param asked the formats that were asked for; none for the usual ones
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE` where nothing can be written there, `OMBUD_E_BAD_CONFIG` for an ending that is
 *   no format
 */
export async function settleTarget(out: string | undefined, asked: readonly ReportFormat[]): Promise<Target> {
  if (out === undefined) return withoutPlace(asked);
  const there = await kindOf(out);
  if (there !== 'folder' && isFileName(out)) return toFile(out, asked);
  if (there === 'file') throw appErrors.error('OMBUD_E_CANNOT_WRITE', 'is-file', { path: out });
  await checkWritable(out, out);
  return { kind: 'folder', path: out, formats: asked.length > 0 ? asked : usualFormats };
}

function withoutPlace(asked: readonly ReportFormat[]): Target {
  const [only] = asked;
  if (only === undefined) return { kind: 'none' };
  if (asked.length > 1) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'several-formats', { formats: asked });
  return { kind: 'stdout', format: only };
}

/** A name with an ending is a file; a folder whose name has a dot is written with a slash at its end. */
const isFileName = (out: string): boolean => !/[/\\]$/.test(out) && extname(out) !== '';

async function toFile(out: string, asked: readonly ReportFormat[]): Promise<Target> {
  const format = asked[0] ?? formatOf(out);
  if (asked.length > 1) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'one-format', { path: out });
  if (format === undefined)
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'unknown-ending', {
      path: out,
      ending: extname(out),
      endings: formatNames.flatMap((name) => formats[name].endings.slice(0, 1)),
    });
  await checkWritable(dirname(out), out);
  return { kind: 'file', path: out, format };
}

async function checkWritable(folder: string, shown: string): Promise<void> {
  const probe = join(folder, `.ombud-${process.pid}`);
  try {
    await makeFolder(resolve(folder));
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw cannotWrite(shown, cause);
  }
}
