/** What the last audit says of a decision: whether it counted it, and how many came out as it did. */
import { listVersions } from '@ombud/app';
import type { Result } from '@ombud/contract';
import { type AuditRun, newestDone, readOutput } from '../audits/runs.ts';
import type { Services } from '../services.ts';
import type { OpenCase } from './open-case.ts';

/** The last audit of a system, as one person may know of it. */
export interface LastAudit {
  readonly run: AuditRun;
  /** Which one of all that it counted, from 1; null where it did not count it. */
  readonly counted: { readonly number: number; readonly all: number } | null;
  /** How many came out the same, of how many; null where they are too few to tell. */
  readonly alike: { readonly same: number; readonly all: number; readonly since: string } | null;
}

/** Where an entry stands among the counted ones; null where it is none of them. */
function placeOf(ranges: readonly (readonly [number, number])[], index: number): number | null {
  let before = 0;
  for (const [first, last] of ranges) {
    if (index >= first && index <= last) return before + index - first + 1;
    before += last - first + 1;
  }
  return null;
}

function sameIn({ coverage }: Result, decision: unknown): number {
  const read = coverage.read?.find(({ role }) => role === 'decision');
  const values = [...(read?.positive ?? []), ...(read?.negative ?? [])];
  return values.find(({ value }) => value === String(decision))?.rows ?? 0;
}

/** The last audit that was finished, as the person of a case may know of it; null where there is none. */
export async function lastAudit(
  services: Services,
  { loaded, payload: { decision }, settings: { minimumCell: least } }: OpenCase,
): Promise<LastAudit | null> {
  const { system, decision: index } = loaded.row;
  const run = await newestDone(services, system);
  if (run === null) return null;
  const result = JSON.parse((await readOutput(services, system, run.id)).result) as Result;
  const ranges = result.source.ledger?.counted ?? [];
  const all = result.coverage.counted;
  const same = sameIn(result, decision);
  const first = (await listVersions(services.state, system)).at(-1);
  const tellable = same >= least && (all === same || all - same >= least) && first !== undefined;
  const number = placeOf(ranges, index);
  return {
    run,
    counted:
      number === null ? null : { number, all: ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0) },
    alike: tellable ? { same, all, since: first.declared.slice(0, 10) } : null,
  };
}
