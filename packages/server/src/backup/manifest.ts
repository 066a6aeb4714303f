/** What a backup is made of: a file that is written last, and names every other with its digest. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { serverErrors } from '../errors.ts';

const manifestFile = 'backup.json';
const schemaName = 'ombud/backup@1';
const ownerOnly = 0o600;

const manifestSchema = z.object({
  schema: z.literal(schemaName),
  made: z.string(),
  version: z.string(),
  database: z.enum(['sqlite', 'postgresql']),
  checkpoint: z.string().describe('The signed checkpoint of the ledger at that moment'),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

/** The list of a backup. */
export type Manifest = z.output<typeof manifestSchema>;

/** Writes the list of files that lie in a folder, each synced to the disk before it is named. */
export async function writeManifest(
  folder: string,
  names: readonly string[],
  head: Omit<Manifest, 'schema' | 'files'>,
): Promise<Manifest> {
  const files = [];
  for (const name of names.toSorted()) {
    const handle = await open(join(folder, name), 'r+');
    await handle.chmod(ownerOnly);
    await handle.sync();
    await handle.close();
    files.push({ name, ...(await measured(join(folder, name))) });
  }
  const manifest: Manifest = { schema: schemaName, ...head, files };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, manifestFile), text, { mode: ownerOnly, flag: 'wx', flush: true });
  return manifest;
}

async function measured(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

/**
 * Reads the list and every file that it names.
 * @throws OmbudError `OMBUD_E_BACKUP` where it is no backup, of a newer version, or not whole
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch((cause) => {
    throw serverErrors.error('OMBUD_E_BACKUP', 'no-backup', { from: folder, file: manifestFile }, { cause });
  });
  const manifest = parseManifest(text);
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = await measured(join(folder, name)).catch(() => null);
    if (found?.bytes !== bytes || found.sha256 !== sha256)
      throw serverErrors.error('OMBUD_E_BACKUP', 'file', { file: name });
  }
  return manifest;
}

function parseManifest(text: string): Manifest {
  try {
    const value: unknown = JSON.parse(text);
    const { data, error } = manifestSchema.safeParse(value);
    if (data !== undefined) return data;
    if (/^ombud\/backup@/.test(String((value as Partial<Manifest>).schema)) && !text.includes(schemaName))
      throw serverErrors.error('OMBUD_E_BACKUP', 'newer', {}, { cause: error });
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw serverErrors.error('OMBUD_E_BACKUP', 'file', { file: manifestFile });
}
