import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tableErrors } from '../errors.ts';

export type Format = 'csv' | 'parquet' | 'json';

/** Files of one format, in a fixed order. */
export interface FileSource {
  readonly location: string;
  readonly format: Format;
  readonly files: readonly string[];
}

const formats: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  psv: 'csv',
  data: 'csv',
  test: 'csv',
  parquet: 'parquet',
  pq: 'parquet',
  json: 'json',
  ndjson: 'json',
  jsonl: 'json',
};

/** The format that a file name promises, looking through `.gz` and `.zst`; null where it promises none. */
export function formatOf(file: string): Format | null {
  const name = file.toLowerCase().replace(/\.(gz|zst)$/, '');
  return formats[name.slice(name.lastIndexOf('.') + 1)] ?? null;
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
