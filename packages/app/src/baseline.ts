import { readFile } from 'node:fs/promises';
import { baselineOf, holdAgainst, otherThan } from '@ombud/audit';
import { type Baseline, baselineSchema, type Result } from '@ombud/contract';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { writeWhole } from './files.ts';

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

async function readBaseline(file: string): Promise<Baseline> {
  try {
    return baselineSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw appErrors.error('OMBUD_E_BASELINE', 'unreadable', { file }, { cause });
  }
}

/**
 * Holds a result against a baseline file: what failed then and is not surely worse does not stop. It stays a fail.
 * @throws OmbudError `OMBUD_E_BASELINE`, also where the file is about another system, decision or policy
 */
export async function holdAgainstFile(
  result: Result,
  file: string,
  { now }: Pick<Context, 'now'>,
): Promise<Result> {
  const baseline = await readBaseline(file);
  const other = otherThan(result, baseline);
  if (other !== null) throw appErrors.error('OMBUD_E_BASELINE', `other-${other}`, { file });
  return holdAgainst(result, baseline, dayOf(now()));
}

/**
 * Writes what a result fails today as a baseline.
 * @param expires the day from which it excuses nothing, `2027-01-01`; null: none
 * @throws OmbudError `OMBUD_E_BASELINE` for a day that is none, `OMBUD_E_CANNOT_WRITE`
 */
export async function writeBaseline(
  result: Result,
  file: string,
  expires: string | null,
  { now }: Pick<Context, 'now'>,
): Promise<Baseline> {
  const found = baselineSchema.safeParse(baselineOf(result, dayOf(now()), expires));
  if (!found.success) throw appErrors.error('OMBUD_E_BASELINE', 'not-a-day', { text: expires ?? '' });
  await writeWhole(file, `${JSON.stringify(found.data, null, 2)}\n`);
  return found.data;
}
