import { recordCorrections } from '@ombud/app';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type FileFlags, ownStreams, recordFile, type Streams } from './record-file.ts';
import { type CorrectionRoleFlags, resolveCorrectionRoles } from './roles.ts';

/** The flags of `ombud ledger correct`. */
export interface CorrectFlags extends CorrectionRoleFlags, FileFlags {
  readonly note?: string;
  readonly key?: string;
}

/** `ombud ledger correct`: records what turned out to be true of decisions that were recorded. */
export async function runCorrect(
  location: string,
  file: string,
  flags: CorrectFlags,
  streams: Streams = ownStreams(),
): Promise<ExitCode> {
  const roles = await resolveCorrectionRoles(flags);
  const more = {
    ...(flags.note === undefined ? {} : { note: flags.note }),
    ...(flags.key === undefined ? {} : { key: flags.key }),
  };
  await recordFile(file, flags, streams, (rows, listener, context) =>
    recordCorrections({ location, rows, ...roles, ...more, ...listener }, context),
  );
  return exitCodes.pass;
}
