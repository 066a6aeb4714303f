import { join } from 'node:path';
import type { Change } from '@ombud/contract';
import { renderChangeMarkdown } from '@ombud/report';
import { english, type Language } from '@ombud/words';
import { makeFolder, writeWhole } from '../files.ts';

/** The forms of a change. */
export const changeFormats = {
  json: { file: 'change.json', render: (change: Change) => `${JSON.stringify(change, null, 2)}\n` },
  md: { file: 'change.md', render: renderChangeMarkdown },
} as const satisfies Record<
  string,
  { file: string; render: (change: Change, language?: Language) => string }
>;

/**
 * Writes a change as JSON and Markdown into a folder.
 * @returns the paths
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE`
 */
export async function writeChange(
  change: Change,
  folder: string,
  language: Language = english,
): Promise<readonly string[]> {
  await makeFolder(folder);
  const paths: string[] = [];
  for (const { file, render } of Object.values(changeFormats)) {
    const path = join(folder, file);
    await writeWhole(path, render(change, language));
    paths.push(path);
  }
  return paths;
}
