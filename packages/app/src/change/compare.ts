import { readFile } from 'node:fs/promises';
import { changeOf, readResult } from '@ombud/audit';
import { type Change, type Result, resultSchema } from '@ombud/contract';
import { isOmbudError, type OmbudError } from '@ombud/kernel';
import type { z } from 'zod';
import { appErrors } from '../errors.ts';

async function readFileOf(path: string): Promise<Result> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw appErrors.error('OMBUD_E_RESULT_FILE', 'unreadable', { file: path }, { cause });
  }
  return wholeResult(json, path);
}

type Issue = z.core.$ZodIssue;

/** A field that a version after this one added may be there: nobody who reads an older one needs it. */
const isAdded = (issue: Issue): boolean =>
  issue.code === 'unrecognized_keys' ||
  (issue.code === 'invalid_union' &&
    issue.errors.some((branch) => branch.length > 0 && branch.every(isAdded)));

/** What a version after this one says in the details of a finding is not compared. */
const isBroken = (issue: Issue): boolean => !issue.path.includes('details') && !isAdded(issue);

const isCount = ({ events, n }: { readonly events: number; readonly n: number }): boolean =>
  events >= 0 && events <= n;

/**
 * A result with all that is compared in it: the file may come from anywhere.
 * @throws OmbudError `OMBUD_E_BAD_RESULT` where it is none, `OMBUD_E_RESULT_FILE` where something is missing in it
 */
function wholeResult(json: unknown, file: string): Result {
  const broken = (where: string): OmbudError =>
    appErrors.error('OMBUD_E_RESULT_FILE', 'broken', { file, where });
  let result: Result;
  try {
    result = readResult(json);
  } catch (error) {
    // The form of the first version is made new before its parts are looked at.
    throw isOmbudError(error) ? error : broken('?');
  }
  const issue = resultSchema.safeParse(result).error?.issues.find(isBroken);
  if (issue !== undefined) throw broken(issue.path.join('.') || '?');
  const odd = result.findings.findIndex(({ groups }) => !groups.every(isCount));
  if (odd >= 0) throw broken(`findings.${odd}.groups`);
  return result;
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
