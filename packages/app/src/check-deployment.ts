import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  checkDeployment,
  type DeploymentCheck,
  type DeploymentFile,
  neededEnvFiles,
} from '@ombud/deployment';
import { appErrors } from './errors.ts';
import { kindOf } from './files.ts';

/** Manifests to look at. */
export interface DeploymentFiles {
  /** Files, folders (with all YAML and JSON below), and `-` for the standard input. */
  readonly paths: readonly string[];
  /** The standard input. */
  readonly input?: NodeJS.ReadableStream;
}

/** The manifests at or below a path, in the order of their names. */
async function manifestsAt(path: string): Promise<string[]> {
  if ((await kindOf(path)) !== 'folder') return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !/(^|[\\/])(node_modules|\.git)[\\/]/.test(file))
    .sort();
}

async function readManifest(path: string, input: NodeJS.ReadableStream | undefined): Promise<string> {
  try {
    return path === '-' && input ? await text(input) : await readFile(path, 'utf8');
  } catch (cause) {
    throw appErrors.error('OMBUD_E_DEPLOYMENT_FILES', 'cannot-read', { path }, { cause });
  }
}

/**
 * Reads the manifests of a deployment and finds dashboards that anybody can reach without authentication. The files are
 * read together: a way in and what is behind it often stand apart.
 * @throws OmbudError `OMBUD_E_DEPLOYMENT_FILES` when a file cannot be read, or there is no manifest
 * @example (await checkDeploymentFiles({ paths: ['deploy/'] })).exposed // [] where nothing is open
 */
export async function checkDeploymentFiles({ paths, input }: DeploymentFiles): Promise<DeploymentCheck> {
  const names = (await Promise.all(paths.map(manifestsAt))).flat();
  const files: DeploymentFile[] = [];
  for (const name of names) files.push({ name, text: await readManifest(name, input) });
  const envFiles = new Map<string, string | null>();
  // One that is not there is told, and does not end the check.
  for (const name of neededEnvFiles(files))
    envFiles.set(name, await readFile(name, 'utf8').catch(() => null));
  const check = checkDeployment(files, envFiles);
  if (check.documents === 0 && check.unreadable.length === 0)
    throw appErrors.error('OMBUD_E_DEPLOYMENT_FILES', 'none', { paths });
  return check;
}
