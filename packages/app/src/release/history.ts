import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '@ombud/contract';
import type { PastRelease } from '@ombud/release';
import { appErrors } from '../errors.ts';
import { isRemote } from '../evidence/place.ts';
import { writeWhole } from '../files.ts';

/** One release as the operator keeps it: what it told, the exact result, and the salt of the commitment to that. */
export interface KeptRelease extends PastRelease {
  readonly system: string;
  /** Entries of the log that it covered. */
  readonly size: number;
  /** The time that it was about; left out for all times. */
  readonly window?: { readonly from: string | null; readonly to: string | null };
  /** It was about decisions without effect: these share nobody's decision with the others. */
  readonly shadow?: true;
  /** It was about decisions that people made: as for those without effect. */
  readonly people?: true;
  /** Which decision and outcome it was about: sums of one are no sums of another. */
  readonly about: string;
  /** Edges of the bins of each column that had some. */
  readonly bins: Readonly<Record<string, readonly number[]>>;
  readonly salt: string;
  readonly exact: Result;
}

const fileName = 'releases.json';

/**
 * Where the releases of a ledger are kept: in its folder. They hold small counts, so they are as private as the data.
 * @throws OmbudError `OMBUD_E_RELEASES` for a ledger in a database, where the caller must name a file
 */
export function releasesFile(place: string, given?: string): string {
  if (given !== undefined) return given;
  if (isRemote(place)) throw appErrors.error('OMBUD_E_RELEASES', 'no-file');
  return join(place, fileName);
}

/** All releases that were made, oldest first; none where there is no file yet. */
export async function readReleases(file: string): Promise<readonly KeptRelease[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw appErrors.error('OMBUD_E_RELEASES', 'unreadable', { file }, { cause });
  }
  try {
    return JSON.parse(text) as KeptRelease[];
  } catch (cause) {
    throw appErrors.error('OMBUD_E_RELEASES', 'damaged', { file }, { cause });
  }
}

/** Adds a release, for the owner's eyes alone. */
export async function keepRelease(
  file: string,
  releases: readonly KeptRelease[],
  one: KeptRelease,
): Promise<void> {
  await writeWhole(file, `${JSON.stringify([...releases, one])}\n`, 0o600);
}
