import { backUp, restore } from '@ombud/server';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { print, sentence } from '../terminal.ts';

/** The flags of `ombud restore`. */
export interface RestoreFlags {
  readonly database?: string;
  readonly published?: string;
}

/** `ombud backup`: prints what a restored ledger will be held against. */
export async function runBackup(folder: string, to: string): Promise<ExitCode> {
  const { size, root } = await backUp({ folder, to, now: Date.now });
  print(sentence('backup/done', { to, size, root }));
  return exitCodes.pass;
}

/** `ombud restore`: prints that the ledger is the same, what was done again, and what nobody can know. */
export async function runRestore(from: string, folder: string, flags: RestoreFlags): Promise<ExitCode> {
  const { made, size, root, replayed, tightened } = await restore({ from, folder, ...flags });
  print(sentence('restore/done', { made, size, root, folder }));
  print(
    replayed === null
      ? sentence('restore/not-replayed')
      : sentence('restore/replayed', { erasures: replayed.erasures, entries: replayed.entries }),
  );
  print(sentence('restore/ended'));
  print(
    tightened === null
      ? sentence('restore/not-tightened', { made })
      : sentence('restore/tightened', { ...tightened, made }),
  );
  return exitCodes.pass;
}
