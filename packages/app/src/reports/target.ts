import { rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { nearest } from '@ombud/kernel';
import { appErrors } from '../errors.ts';
import { cannotWrite, kindOf, makeFolder } from '../files.ts';
import type { Forms } from './forms.ts';

/** Where something is written, settled before it is made so that a wrong place costs nothing. */
export type Target<Name extends string> =
  | { readonly kind: 'none' }
  | { readonly kind: 'stdout'; readonly format: Name }
  | { readonly kind: 'file'; readonly path: string; readonly format: Name }
  | { readonly kind: 'folder'; readonly path: string; readonly formats: readonly Name[] };

/**
 * Settles where something is written.
 * @param out a file, a folder, or undefined for standard output
 * @param asked names of the formats that were asked for; none for the usual ones
 * @param forms what there is: `reportForms` or `changeForms`
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE` where nothing can be written there, `OMBUD_E_BAD_CONFIG` for a name or an ending
 *   that is no format
 */
export async function settleTarget<Name extends string>(
  out: string | undefined,
  asked: readonly string[],
  forms: Forms<never, Name>,
): Promise<Target<Name>> {
  return settled(out, parseFormats(asked, forms), forms);
}

const parseFormats = <Name extends string>(
  asked: readonly string[],
  { names }: Forms<never, Name>,
): readonly Name[] =>
  asked.map((name) => {
    const known = names.find((format) => format === name);
    if (known !== undefined) return known;
    const near = nearest(name, names);
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'no-such-format', { name, near, formats: names });
  });

async function settled<Name extends string>(
  out: string | undefined,
  asked: readonly Name[],
  forms: Forms<never, Name>,
): Promise<Target<Name>> {
  if (out === undefined) return withoutPlace(asked);
  const there = await kindOf(out);
  if (there !== 'folder' && isFileName(out)) return toFile(out, asked, forms);
  if (there === 'file') throw appErrors.error('OMBUD_E_CANNOT_WRITE', 'is-file', { path: out });
  await checkWritable(out, out);
  return { kind: 'folder', path: out, formats: asked.length > 0 ? asked : forms.usual };
}

function withoutPlace<Name extends string>(asked: readonly Name[]): Target<Name> {
  const [only] = asked;
  if (only === undefined) return { kind: 'none' };
  if (asked.length > 1) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'several-formats', { formats: asked });
  return { kind: 'stdout', format: only };
}

/** A name with an ending is a file; a folder whose name has a dot is written with a slash at its end. */
const isFileName = (out: string): boolean => !/[/\\]$/.test(out) && extname(out) !== '';

async function toFile<Name extends string>(
  out: string,
  asked: readonly Name[],
  { names, all }: Forms<never, Name>,
): Promise<Target<Name>> {
  const ending = extname(out);
  const fits = (name: Name) => all[name].endings.some((one) => one === ending.toLowerCase());
  const format = asked[0] ?? names.find(fits);
  if (asked.length > 1) throw appErrors.error('OMBUD_E_BAD_CONFIG', 'one-format', { path: out });
  if (format === undefined)
    throw appErrors.error('OMBUD_E_BAD_CONFIG', 'unknown-ending', {
      path: out,
      ending,
      endings: names.flatMap((name) => all[name].endings.slice(0, 1)),
    });
  await checkWritable(dirname(out), out);
  return { kind: 'file', path: out, format };
}

async function checkWritable(folder: string, shown: string): Promise<void> {
  const probe = join(folder, `.ombud-${process.pid}`);
  try {
    await makeFolder(resolve(folder));
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw cannotWrite(shown, cause);
  }
}
