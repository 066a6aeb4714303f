import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OmbudError } from '@ombud/kernel';
import { appErrors } from './errors.ts';

/** What is at a path. */
export async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? 'folder' : 'file';
}

const reasons = {
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'read-only',
  ENOSPC: 'full',
  ENOENT: 'folder',
  ENOTDIR: 'part-is-file',
  EEXIST: 'part-is-file',
} as const;

/** The error of a path that cannot be written, with the system's reason. */
export function cannotWrite(path: string, cause: unknown): OmbudError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const reason = code in reasons ? reasons[code as keyof typeof reasons] : 'other';
  return appErrors.error(
    'OMBUD_E_CANNOT_WRITE',
    reason,
    { path, ...(reason === 'other' ? { why: String((cause as Error).message) } : {}) },
    { cause },
  );
}

/** Makes a folder and those above it, one at a time: Node's own recursion never ends where a system refuses oddly (/proc). */
export async function makeFolder(folder: string): Promise<void> {
  if ((await kindOf(folder)) !== null) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

/**
 * Writes a file beside its place and renames it, so that a reader never meets half a file.
 * @param mode rights of the file, before the process's own mask
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE`
 */
export async function writeWhole(path: string, text: string, mode = 0o666): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await writeFile(unfinished, text, { mode });
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cannotWrite(path, cause);
  }
}
