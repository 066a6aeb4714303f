/** `ombud backup` and `ombud restore`: a server's folder, kept and brought back. */
import type { Command } from 'commander';
import type { RestoreFlags } from '../backup/run-backup.ts';
import type { Settle } from '../exit-codes.ts';

/** Adds `ombud backup` and `ombud restore` to the program. */
export function registerBackup(program: Command, settle: Settle): void {
  program
    .command('backup')
    .argument('<dir>')
    .argument('<to>')
    .action(async (dir: string, to: string) => {
      const { runBackup } = await import('../backup/run-backup.ts');
      settle(await runBackup(dir, to));
    });
  program
    .command('restore')
    .argument('<backup>')
    .argument('<dir>')
    .option('--database <url>')
    .option('--published <tree>')
    .action(async (backup: string, dir: string, flags: RestoreFlags) => {
      const { runRestore } = await import('../backup/run-backup.ts');
      settle(await runRestore(backup, dir, flags));
    });
}
