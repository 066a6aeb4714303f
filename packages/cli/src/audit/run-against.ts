import { auditAgainst, type Context, parseFormats, settleTarget, writeReports } from '@ombud/app';
import { exitCodeOf } from '@ombud/audit';
import type { AuditSpec } from '@ombud/contract';
import { type ShowChangeFlags, showChange } from '../compare/run-compare.ts';
import type { ExitCode } from '../exit-codes.ts';
import { language, withContext } from '../terminal.ts';
import { parseBinary } from './parse-roles.ts';

/** What `ombud audit` is held against. */
export interface AgainstFlags extends ShowChangeFlags {
  readonly against?: string;
  readonly againstDecision?: string;
}

/** `ombud audit A --against B`. @returns the exit code of the verdict of A; the change itself is told, not judged */
export async function runAgainst(spec: AuditSpec, flags: AgainstFlags): Promise<ExitCode> {
  const target = await settleTarget(flags.out, parseFormats([]));
  const against = {
    ...(flags.against === undefined ? {} : { source: flags.against }),
    ...(flags.againstDecision === undefined ? {} : { decision: parseBinary(flags.againstDecision) }),
  };
  const { result, change } = await withContext(
    (context: Context) => auditAgainst(spec, against, context),
    flags.quiet,
  );
  if (target.kind === 'folder') await writeReports(result, target, language);
  await showChange(change, flags);
  return exitCodeOf(result.verdict);
}
