import { auditAgainst, type Context, changeForms, reportForms, settleTarget, writeForms } from '@ombud/app';
import { exitCodeOf } from '@ombud/audit';
import type { AuditSpec } from '@ombud/contract';
import { parseList } from '@ombud/contract/roles';
import { verdictSentence } from '@ombud/report';
import { type ShowChangeFlags, showChange } from '../compare/run-compare.ts';
import type { ExitCode } from '../exit-codes.ts';
import { language, print, withContext } from '../terminal.ts';
import { type BaselineFlags, heldAgainst, noteBaseline } from './note-baseline.ts';
import { parseBinary } from './parse-roles.ts';

/** What `ombud audit` is held against. */
export interface AgainstFlags extends ShowChangeFlags, BaselineFlags {
  readonly against?: string;
  readonly againstDecision?: string;
}

/**
 * `ombud audit A --against B`.
 * @returns the exit code of the verdict of A, with what its baseline excuses; the change itself is told, not judged
 */
export async function runAgainst(spec: AuditSpec, flags: AgainstFlags): Promise<ExitCode> {
  const target = await settleTarget(flags.out, parseList(flags.format ?? ''), changeForms);
  const against = {
    ...(flags.against === undefined ? {} : { source: flags.against }),
    ...(flags.againstDecision === undefined ? {} : { decision: parseBinary(flags.againstDecision) }),
  };
  const { result, change } = await withContext(
    (context: Context) => auditAgainst(spec, against, context),
    flags.quiet,
  );
  const judged = flags.baseline === undefined ? result : await heldAgainst(result, flags.baseline);
  // A folder gets the reports of the audited source as well.
  if (target.kind === 'folder')
    await writeForms(judged, await settleTarget(target.path, [], reportForms), reportForms, language);
  await noteBaseline(result, flags);
  if (flags.baseline !== undefined && target.kind !== 'stdout' && !flags.quiet)
    print(`${verdictSentence(judged, language)}\n\n`);
  await showChange(change, target, flags.quiet);
  return exitCodeOf(judged.verdict);
}
