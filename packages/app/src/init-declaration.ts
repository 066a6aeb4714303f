import { basename, dirname, relative, resolve } from 'node:path';
import type { ReadOptions } from '@ombud/contract';
import { databaseTable, type Profile, type Proposal, profile, propose, tableErrors } from '@ombud/table';
import { declarationText } from './declaration/declaration-text.ts';
import { appErrors } from './errors.ts';
import { kindOf, writeWhole } from './files.ts';

/** A declaration to be begun from a source. */
export interface NewDeclaration {
  /** A file, folder or pattern. */
  readonly source: string;
  /** Where the declaration goes, such as `ombud.yaml`. */
  readonly out: string;
  readonly read?: ReadOptions;
  /** Asked where `out` is there already; where this is left out, nothing is written over. */
  readonly mayOverwrite?: (path: string) => Promise<boolean>;
}

/** What was found in the source, and what was proposed from it. */
export interface BegunDeclaration {
  readonly profile: Profile;
  readonly proposal: Proposal;
  /** The file that was written. */
  readonly out: string;
}

/**
 * Looks at the first rows of a source, proposes roles and writes a first `ombud.yaml` for a person to check.
 * @throws OmbudError `OMBUD_E_NO_ROWS`, `OMBUD_E_CANNOT_WRITE`, or what is wrong with the source
 * @example await initDeclaration({ source: 'decisions.csv', out: 'ombud.yaml' });
 */
export async function initDeclaration({
  source,
  out,
  read,
  mayOverwrite,
}: NewDeclaration): Promise<BegunDeclaration> {
  const found = await profile(source, read);
  if (found.sampled === 0) throw tableErrors.error('OMBUD_E_NO_ROWS', 'no-rows', { source });
  if ((await kindOf(out)) !== null && !(await mayOverwrite?.(out)))
    throw appErrors.error('OMBUD_E_CANNOT_WRITE', 'exists', { path: out });
  const proposal = propose(found);
  // Paths in a declaration are relative to the declaration; a table of a database has none.
  const written =
    databaseTable(source) === null ? relative(dirname(resolve(out)), resolve(source)) || '.' : source;
  await writeWhole(out, declarationText(systemId(source), written, found, proposal));
  return { profile: found, proposal, out };
}

/** A short id from the name of a file. */
const systemId = (source: string): string =>
  basename(source)
    .replace(/\..*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-') || 'system';
