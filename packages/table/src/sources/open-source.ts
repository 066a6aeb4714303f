import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReadOptions } from '@ombud/contract';
import { openDuckDb } from '../engines/duckdb/open.ts';
import type { Engine, Progress } from '../engines/engine.ts';
import { type Input, openBytes, standardInput } from '../rows/bytes.ts';
import { type DatabaseTable, databaseTable } from './database-location.ts';
import { formatOf, formatOfContent } from './format.ts';
import { findFiles } from './source.ts';
import { requireWhole } from './whole-files.ts';

/** How a source is opened. */
export interface OpenOptions {
  readonly read?: ReadOptions | undefined;
  readonly progress?: Progress | undefined;
  /** What comes in on standard input. */
  readonly input?: Input | undefined;
}

/** Endings by which the engine knows a content. */
const endings = { csv: 'csv', json: 'json', ndjson: 'ndjson', parquet: 'parquet' } as const;

/** Opens a content without a telling name: it is put into a file that has one, unpacked, and removed in the end. */
async function openCopy(location: string, { read, progress, input }: OpenOptions): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-source-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true });
  try {
    const { head, bytes } = await openBytes(location, input);
    const file = join(folder, `source.${endings[formatOfContent(head)]}`);
    await pipeline(bytes, createWriteStream(file, { mode: 0o600 }));
    const format = formatOf(file) ?? 'csv';
    const engine = await openDuckDb({ location, format, files: [file] }, read, progress);
    return {
      ...engine,
      close: async () => {
        await engine.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Loaded only here: most audits are of files. */
async function openDatabase(
  place: DatabaseTable,
  location: string,
  progress: Progress | undefined,
): Promise<Engine> {
  switch (place.kind) {
    case 'postgres':
      return (await import('../engines/postgres/open.ts')).openPostgres(place, location);
    case 'trino':
      return (await import('../engines/trino/open.ts')).openTrino(place, location, progress);
  }
}

/**
 * Opens a table of a database, a file, a folder, a pattern, or `-` for standard input. Where a file's name has no ending, its first bytes say
 * what it is.
 * @throws OmbudError when nothing is there, or it cannot be read
 */
export async function openSource(location: string, options: OpenOptions = {}): Promise<Engine> {
  const place = databaseTable(location);
  if (place !== null) return openDatabase(place, location, options.progress);
  if (location === standardInput) return openCopy(location, options);
  const { format, files } = await findFiles(location);
  await requireWhole(files);
  return format === null
    ? openCopy(files[0] ?? location, options)
    : openDuckDb({ location, format, files }, options.read, options.progress);
}
