/** A backup of a server's folder and its database, while it runs: everything as it stood at one moment, proved by a checkpoint. */
import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { version } from '@ombud/kernel/version';
import { closeLedger, copyLedger, openLedger } from '@ombud/ledger';
import { openCheckpoint } from '@ombud/tlog';
import { serverErrors } from '../errors.ts';
import { filesOfPlace, ledgerFolder, locateLedger } from '../place/place.ts';
import { readSettings } from '../place/settings.ts';
import { type Manifest, writeManifest } from './manifest.ts';

const ownerOnlyFolder = 0o700;

/** What was backed up. */
export interface BackedUp {
  readonly to: string;
  readonly database: Manifest['database'];
  readonly size: number;
  /** base64, as a checkpoint says it. */
  readonly root: string;
}

/** Whether anything lies there. */
export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Makes the folder in which a copy is made; it gets its name once it is whole. */
export async function beginPart(to: string): Promise<string> {
  const part = `${resolve(to)}.part`;
  await mkdir(join(part, '..'), { recursive: true });
  await mkdir(part, { mode: ownerOnlyFolder }).catch((cause) => {
    throw serverErrors.error('OMBUD_E_BACKUP', 'unfinished', { part }, { cause });
  });
  return part;
}

/**
 * Backs up a server's folder: settings, secret, keys, and the database with everything beside the ledger. The server may run.
 *
 * @param to a folder that is not there yet; it is as private as the data
 * @throws OmbudError `OMBUD_E_BACKUP`, or what the ledger says
 * @example const { size, root } = await backUp({ folder: '/var/lib/ombud', to: '/backup/monday', now: Date.now });
 */
export async function backUp({
  folder,
  to,
  now,
}: {
  readonly folder: string;
  readonly to: string;
  readonly now: () => number;
}): Promise<BackedUp> {
  if (await isThere(to)) throw serverErrors.error('OMBUD_E_BACKUP', 'exists', { to });
  const settings = await readSettings(folder);
  const location = await locateLedger(folder, settings);
  const database = settings.database === undefined ? 'sqlite' : 'postgresql';
  const ledger = await openLedger(location);
  try {
    const part = await beginPart(to);
    const names = [];
    await mkdir(join(part, ledgerFolder), { mode: ownerOnlyFolder });
    const { files, note } = await copyLedger(location, join(part, ledgerFolder));
    for (const name of files) names.push(join(ledgerFolder, name));
    for (const name of filesOfPlace)
      if (await isThere(join(folder, name))) {
        await copyFile(join(folder, name), join(part, name));
        names.push(name);
      }
    const { size, root } = openCheckpoint(note, ledger.trust.all).checkpoint;
    const made = new Date(now()).toISOString();
    await writeManifest(part, names, { made, version, database, checkpoint: note });
    await rename(part, to);
    return { to, database, size, root: Buffer.from(root).toString('base64') };
  } finally {
    await closeLedger(ledger);
  }
}
