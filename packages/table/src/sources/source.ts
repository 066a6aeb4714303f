import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tableErrors } from '../errors.ts';
import { type Format, formatOf } from './format.ts';

/** Files of one format, in a fixed order. */
export interface FileSource {
  readonly location: string;
  readonly format: Format;
  readonly files: readonly string[];
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

function listFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => formatOf(path) !== null && statSync(path).isFile())
    .sort();
}

function listFiles(location: string): string[] {
  if (isFolder(location)) return listFolder(location);
  if (existsSync(location)) return [location];
  if (/[*?[{]/.test(location))
    return globSync(location)
      .filter((path) => !isFolder(path))
      .sort();
  return [];
}

/**
 * Finds the files behind a file name, a folder or a pattern.
 * @throws OmbudError `OMBUD_E_NO_SOURCE` when nothing is there, `OMBUD_E_SOURCE_FORMAT` when the format is unknown or mixed.
 */
export function resolveSource(location: string): FileSource {
  const files = listFiles(location);
  if (files.length === 0)
    throw tableErrors.error('OMBUD_E_NO_SOURCE', isFolder(location) ? 'empty-folder' : 'no-file', {
      source: location,
    });
  const found = new Set(files.map((file) => formatOf(file)));
  const [format] = found;
  if (found.size > 1) throw tableErrors.error('OMBUD_E_SOURCE_FORMAT', 'mixed', { source: location });
  if (!format) throw tableErrors.error('OMBUD_E_SOURCE_FORMAT', 'unknown', { file: files[0] ?? '' });
  return { location, format, files };
}
