/** A backup becomes a server's folder again: checked file by file, then entry by entry, before it gets its name. */
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openState } from '@ombud/app';
import {
  closeLedger,
  fsck,
  loadLedger,
  openLedger,
  openWriter,
  type Replayed,
  readCheckpoint,
  replayErasures,
} from '@ombud/ledger';
import { capabilities } from '../capabilities.ts';
import { serverErrors } from '../errors.ts';
import { ledgerFolder, locateLedger, type Place, readSecret } from '../place/place.ts';
import { readSettings, settingsFile } from '../place/settings.ts';
import { forgetErased } from '../vault/vault.ts';
import { beginPart } from './back-up.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { endOpen, type Tightened, tighten } from './tighten.ts';

/** A backup, and where it goes. */
export interface Restoring {
  readonly from: string;
  /** A folder that is not there yet, or is empty. */
  readonly folder: string;
  /** An empty database in place of the one that the backup was made of. */
  readonly database?: string;
  /** The published log: what was erased, shut out or stopped after the backup is so again. */
  readonly published?: string;
}

/** What was restored. */
export interface Restored {
  readonly made: string;
  /** Entries of the ledger that was backed up, each of them checked. */
  readonly size: number;
  readonly root: string;
  readonly erased: number;
  readonly replayed: Replayed | null;
  /** What was shut out or stopped after the backup, and is again; null where nobody named the published log. */
  readonly tightened: Tightened | null;
}

/**
 * Restores a backup. The ledger is the same: its checkpoint is that of the backup, and fsck finds every entry under it.
 *
 * @throws OmbudError `OMBUD_E_BACKUP` where the backup is not whole or there is no place for it, `OMBUD_E_BACKUP_DIFFERS`,
 *   or what fsck found
 * @example const { size, root } = await restore({ from: '/backup/monday', folder: '/var/lib/ombud' });
 */
export async function restore({ from, folder, database, published }: Restoring): Promise<Restored> {
  const manifest = await readManifest(from);
  if (manifest.database === 'sqlite' && database !== undefined)
    throw serverErrors.error('OMBUD_E_BACKUP', 'not-for-database');
  await requireEmpty(folder);
  const part = await beginPart(folder);
  try {
    await copyFiles(manifest, from, part);
    if (database !== undefined) await nameDatabase(part, database);
    const location = await locateLedger(part, await readSettings(part));
    await loadLedger(join(from, ledgerFolder), location);
    const checked = await requireSame(location, manifest);
    const since = await settle(part, location, published);
    await rmdir(folder).catch(() => {});
    await rename(part, folder);
    return { made: manifest.made, ...checked, ...since };
  } catch (error) {
    // What was refused leaves nothing that would refuse the next one.
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) throw serverErrors.error('OMBUD_E_BACKUP', 'not-empty', { folder });
}

async function copyFiles({ files, database }: Manifest, from: string, to: string): Promise<void> {
  for (const { name } of files) {
    if (database === 'postgresql' && dirname(name) === ledgerFolder) continue;
    await mkdir(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    await copyFile(join(from, name), join(to, name));
  }
}

async function nameDatabase(folder: string, database: string): Promise<void> {
  const file = join(folder, settingsFile);
  const settings = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, `${JSON.stringify({ ...settings, database }, null, 2)}\n`, { mode: 0o600 });
}

async function requireSame(location: string, { checkpoint: note }: Manifest) {
  const ledger = await openLedger(location);
  try {
    const head = await readCheckpoint(ledger);
    if (head.note !== note) throw serverErrors.error('OMBUD_E_BACKUP_DIFFERS', 'checkpoint');
    const { problem, erased } = await fsck(ledger, { against: [note] });
    if (problem !== null) throw problem;
    const { size, root } = head.checkpoint;
    return { size, root: Buffer.from(root).toString('base64'), erased };
  } finally {
    await closeLedger(ledger);
  }
}

/** What held at the backup and may hold no more: everybody logs in anew, and what the published log knows is done again. */
async function settle(
  folder: Place['folder'],
  location: string,
  published: string | undefined,
): Promise<Pick<Restored, 'replayed' | 'tightened'>> {
  const secret = await readSecret(folder);
  const writer = await openWriter(location);
  try {
    const state = await openState(writer, [...new Set(capabilities.flatMap((one) => one.state ?? []))]);
    await endOpen(state);
    if (published === undefined) return { replayed: null, tightened: null };
    const later: Parameters<typeof tighten>[1][number][] = [];
    const replayed = await replayErasures(
      writer,
      published,
      (subjects, erased) => state.within((tx) => forgetErased(tx, secret, subjects, erased)),
      (entry) => {
        if (entry.kind === 'act' || entry.kind === 'breaker') later.push(entry);
      },
    );
    return { replayed, tightened: await tighten({ state, now: Date.now }, later) };
  } finally {
    await writer.close();
  }
}
