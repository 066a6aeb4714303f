import { glob, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { tableErrors } from '../errors.ts';
import { databaseTable } from './database-location.ts';
import { type Format, formatOf, hasNoEnding } from './format.ts';

/** Files of one format, in a fixed order. */
export interface FileSource {
  readonly location: string;
  readonly format: Format;
  readonly files: readonly string[];
}

type Kind = 'file' | 'folder' | null;

const kindOf = async (path: string): Promise<Kind> => {
  const found = await stat(path).catch(() => null);
  return found === null ? null : found.isDirectory() ? 'folder' : 'file';
};

/** The paths that are files, sorted. */
async function filesAmong(paths: readonly string[]): Promise<string[]> {
  const kinds = await Promise.all(paths.map(kindOf));
  return paths.filter((_, i) => kinds[i] === 'file').sort();
}

async function listFolder(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, encoding: 'utf8' });
  return filesAmong(names.map((name) => join(folder, name)).filter((path) => formatOf(path) !== null));
}

async function listFiles(location: string, kind: Kind): Promise<string[]> {
  if (kind === 'folder') return listFolder(location);
  if (kind === 'file') return [location];
  const paths: string[] = [];
  if (/[*?[{]/.test(location)) for await (const path of glob(location)) paths.push(path);
  return filesAmong(paths);
}

/** A database is no file, and what its location holds of secrets is not repeated. */
export function refuseDatabase(location: string): void {
  if (databaseTable(location) !== null)
    throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'not-here', { location });
}

/**
 * Finds the files behind a file name, a folder or a pattern.
 * @returns the format is null where the one file's name has no ending: its content must say
 * @throws OmbudError `OMBUD_E_NO_SOURCE` when nothing is there, `OMBUD_E_SOURCE_FORMAT` when the format is unknown or mixed.
 */
export async function findFiles(
  location: string,
): Promise<Omit<FileSource, 'format'> & { readonly format: Format | null }> {
  refuseDatabase(location);
  const kind = await kindOf(location);
  const files = await listFiles(location, kind);
  const [first] = files;
  if (first === undefined)
    throw tableErrors.error('OMBUD_E_NO_SOURCE', kind === 'folder' ? 'empty-folder' : 'no-file', {
      source: location,
    });
  const found = new Set(files.map((file) => formatOf(file)));
  if (found.size > 1) throw tableErrors.error('OMBUD_E_SOURCE_FORMAT', 'mixed', { source: location });
  const format = formatOf(first);
  if (format === null && !(files.length === 1 && hasNoEnding(first)))
    throw tableErrors.error('OMBUD_E_SOURCE_FORMAT', 'unknown', { file: first });
  return { location, format, files };
}
