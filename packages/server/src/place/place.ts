/** The folder of a server: its settings, its secret, its ledger. An empty folder becomes one. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOmbudError } from '@ombud/kernel';
import { createLedger } from '@ombud/ledger';
import { readSettings, type Settings, settingsFile } from './settings.ts';

const secretFile = 'secret';
/** Where the ledger lies in the folder, where no database is named. */
export const ledgerFolder = 'ledger';
const keysFile = 'verifier-keys';
const releasesFile = 'releases.json';
const secretBytes = 32;
const ownerOnly = 0o600;
const ownerOnlyFolder = 0o700;

/** The files of a place beside its ledger; some of them need not be there. */
export const filesOfPlace: readonly string[] = [settingsFile, secretFile, keysFile, releasesFile];

/** An open place. */
export interface Place {
  readonly folder: string;
  readonly settings: Settings;
  /** Where the ledger lies: a folder or a URL. */
  readonly location: string;
  /** Where releases of evidence are remembered, as private as the data. */
  readonly releases: string;
  /** 32 bytes that never leave the folder: forms, second factors and the vault are sealed with them. */
  readonly secret: Buffer;
}

/**
 * Opens the folder; what is missing is made: the folder, the secret, the ledger with its key.
 * @throws OmbudError where the settings cannot be used or the ledger cannot be made
 */
export async function openPlace(folder: string): Promise<Place> {
  await mkdir(folder, { recursive: true, mode: ownerOnlyFolder });
  const settings = await readSettings(folder);
  const made = await createLedger(settings.database ?? join(folder, ledgerFolder), settings.origin).catch(
    (error) => {
      if (!isOmbudError(error) || error.code !== 'OMBUD_E_LEDGER_EXISTS') throw error;
      return null;
    },
  );
  return {
    folder,
    settings,
    location: await locationOf(folder, settings, made),
    releases: join(folder, releasesFile),
    secret: await readSecret(folder),
  };
}

/**
 * A folder pins its own keys. Whoever may write a database could change what it says of its keys, so they are pinned here,
 * when the ledger is made; of one that was made elsewhere the settings name them.
 */
async function locationOf(folder: string, settings: Settings, made: string | null): Promise<string> {
  if (settings.database === undefined) return join(folder, ledgerFolder);
  const file = join(folder, keysFile);
  if (made !== null) await writeFile(file, `${made}\n`, { mode: ownerOnly });
  const pinned = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  const url = new URL(settings.database);
  for (const key of [...pinned, ...(settings.keys ?? [])]) url.searchParams.append('key', key);
  return url.toString();
}

/** Where the ledger of a folder lies, which is there already. */
export const locateLedger = (folder: string, settings: Settings): Promise<string> =>
  locationOf(folder, settings, null);

/** The secret of a folder; where there is none, one is made. */
export async function readSecret(folder: string): Promise<Buffer> {
  const file = join(folder, secretFile);
  const fresh = randomBytes(secretBytes).toString('hex');
  await writeFile(file, `${fresh}\n`, { flag: 'wx', mode: ownerOnly }).catch((error) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
}
