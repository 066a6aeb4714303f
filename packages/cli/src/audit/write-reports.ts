import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Result } from '@ombud/contract';
import type { OmbudError } from '@ombud/kernel';
import { renderCsv, renderHtml, renderJson, renderJUnit, renderMarkdown, renderSarif } from '@ombud/report';
import { cliErrors } from '../errors.ts';

/** Every report that can be written: its file name in a folder, and the result as text. */
export const formats = {
  json: { file: 'result.json', endings: ['.json'], render: renderJson },
  html: { file: 'report.html', endings: ['.html', '.htm'], render: renderHtml },
  md: { file: 'report.md', endings: ['.md', '.markdown'], render: renderMarkdown },
  junit: { file: 'junit.xml', endings: ['.xml'], render: renderJUnit },
  sarif: { file: 'result.sarif', endings: ['.sarif'], render: renderSarif },
  csv: { file: 'rates.csv', endings: ['.csv'], render: renderCsv },
} as const satisfies Record<
  string,
  { file: string; endings: readonly string[]; render: (result: Result) => string }
>;

export type ReportFormat = keyof typeof formats;

/** What a folder gets when no format is named. */
const usual: readonly ReportFormat[] = ['json', 'html', 'md', 'junit', 'sarif'];

const names = Object.keys(formats) as ReportFormat[];

export function parseFormats(list: readonly string[]): ReportFormat[] {
  return list.map((name) => {
    const known = names.find((format) => format === name);
    if (!known) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'format', { format: name, formats: names });
    return known;
  });
}

/** Where the reports go, settled before the audit runs so that a wrong place costs nothing. */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'stdout'; readonly format: ReportFormat }
  | { readonly kind: 'file'; readonly path: string; readonly format: ReportFormat }
  | { readonly kind: 'folder'; readonly path: string; readonly formats: readonly ReportFormat[] };

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/**
 * Settles the target from --out and --format.
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE` when nothing can be written there
 */
export function settleTarget(out: string | undefined, asked: readonly ReportFormat[]): Target {
  if (out === undefined) {
    const [only] = asked;
    if (only === undefined) return { kind: 'none' };
    if (asked.length > 1) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'several-formats');
    return { kind: 'stdout', format: only };
  }
  const byEnding = names.find((format) =>
    formats[format].endings.some((ending) => ending === extname(out).toLowerCase()),
  );
  if (!isFolder(out) && !/[/\\]$/.test(out) && (byEnding || (asked.length === 1 && extname(out) !== ''))) {
    const format = asked[0] ?? byEnding;
    if (asked.length > 1 || format === undefined)
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'one-format', { file: out });
    checkWritable(dirname(out), out);
    return { kind: 'file', path: out, format };
  }
  if (existsSync(out) && !isFolder(out)) throw cliErrors.error('OMBUD_E_CANNOT_WRITE', 'file', { path: out });
  checkWritable(out, out);
  return { kind: 'folder', path: out, formats: asked.length > 0 ? asked : usual };
}

const reasons = new Map([
  ['EACCES', 'not-allowed'],
  ['EPERM', 'not-allowed'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'full'],
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'part-is-file'],
  ['EEXIST', 'part-is-file'],
] as const);
type KnownCode = Parameters<typeof reasons.get>[0];

function cannotWrite(path: string, cause: unknown): OmbudError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reason = reasons.get(code as KnownCode) ?? 'other';
  return cliErrors.error('OMBUD_E_CANNOT_WRITE', reason, { path, why: message }, { cause });
}

/** Makes a folder and those above it, one at a time: Node's own recursion never ends where a system refuses oddly (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function checkWritable(folder: string, shown: string): void {
  const probe = join(folder, `.ombud-${process.pid}`);
  try {
    makeFolder(resolve(folder));
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw cannotWrite(shown, cause);
  }
}

/** Writes beside and renames, so that a reader never meets half a file. */
export function writeWhole(path: string, text: string): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cannotWrite(path, cause);
  }
}

/** @returns the paths written, in the order of the formats */
export function writeReports(result: Result, target: Target): string[] {
  switch (target.kind) {
    case 'none':
      return [];
    case 'stdout':
      process.stdout.write(formats[target.format].render(result));
      return [];
    case 'file':
      writeWhole(target.path, formats[target.format].render(result));
      return [target.path];
    case 'folder':
      return target.formats.map((format) => {
        const path = join(target.path, formats[format].file);
        writeWhole(path, formats[format].render(result));
        return path;
      });
  }
}
