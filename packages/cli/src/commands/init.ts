import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { InitFlags } from '../init/run-init.ts';

/** `ombud init FILE`: looks at a file, proposes roles, writes ombud.yaml. */
export function registerInit(program: Command, settle: Settle): void {
  program
    .command('init')
    .argument('<source>')
    .option('-o, --out <file>', '', 'ombud.yaml')
    .option('--force')
    .option('--delimiter <c>')
    .action(async (source: string, flags: InitFlags) => {
      const { runInit } = await import('../init/run-init.ts');
      settle(await runInit(source, flags));
    });
}
