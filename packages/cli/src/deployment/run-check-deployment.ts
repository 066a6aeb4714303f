import { checkDeploymentFiles } from '@ombud/app';
import type { DeploymentCheck } from '@ombud/deployment';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { note, print, sentence } from '../terminal.ts';

/** The flags of `ombud check-deployment`. */
export interface CheckDeploymentFlags {
  readonly json?: boolean;
}

/** What was found fails the check; what could not be read leaves it open, and is no pass. */
function exitCodeOf({ exposed, unreadable, unseen }: DeploymentCheck): ExitCode {
  if (exposed.length > 0) return exitCodes.fail;
  return unreadable.length + unseen.length > 0 ? exitCodes.wrongUse : exitCodes.pass;
}

/** `ombud check-deployment`. */
export async function runCheckDeployment(
  paths: readonly string[],
  { json }: CheckDeploymentFlags,
): Promise<ExitCode> {
  const check = await checkDeploymentFiles({ paths, input: process.stdin });
  const { exposed, unreadable, unseen, ways, documents } = check;
  for (const { file, line, reason } of unreadable)
    note(sentence(`deployment/unreadable-${reason}`, { file, line }));
  for (const { kind, ...one } of unseen) note(sentence(`deployment/unseen-${kind}`, one));
  if (json) print(`${JSON.stringify(check, null, 2)}\n`);
  else if (exposed.length === 0) print(sentence('deployment/none', { ways, documents }));
  else
    for (const { because, ...way } of exposed)
      print(
        because === null
          ? sentence('deployment/exposed', way)
          : sentence('deployment/exposed-because', { ...way, because }),
      );
  return exitCodeOf(check);
}
