import { readFile } from 'node:fs/promises';
import { changeOf, readResult } from '@ombud/audit';
import type { Change, Result } from '@ombud/contract';
import { appErrors } from '../errors.ts';

async function readFileOf(path: string): Promise<Result> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw appErrors.error('OMBUD_E_RESULT_FILE', 'unreadable', { file: path }, { cause });
  }
  return readResult(json);
}

/**
 * What changed between two results that were written before: two samples of different people, since a result holds counts.
 * @param level of the intervals
 * @throws OmbudError `OMBUD_E_RESULT_FILE`, `OMBUD_E_BAD_RESULT`
 */
export async function compareResultFiles(before: string, after: string, level = 0.95): Promise<Change> {
  const [was, is] = await Promise.all([readFileOf(before), readFileOf(after)]);
  return changeOf(was, is, null, [], level);
}
