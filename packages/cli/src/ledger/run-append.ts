import { recordDecisions } from '@ombud/app';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type FileFlags, ownStreams, recordFile, type Streams } from './record-file.ts';
import { type RoleFlags, resolveRoles } from './roles.ts';

/** The flags of `ombud ledger append`. */
export interface AppendFlags extends RoleFlags, FileFlags {}

/** `ombud ledger append`: records the good rows in durable batches and names the bad ones. */
export async function runAppend(
  location: string,
  file: string,
  flags: AppendFlags,
  streams: Streams = ownStreams(),
): Promise<ExitCode> {
  const roles = await resolveRoles(flags);
  await recordFile(file, flags, streams, (rows, listener, context) =>
    recordDecisions({ location, rows, roles, ...listener }, context),
  );
  return exitCodes.pass;
}
