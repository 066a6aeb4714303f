import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { InitFlags } from '../init/run-init.ts';

/** `ombud init FILE`: looks at a file, proposes roles, writes ombud.yaml. */
export function registerInit(program: Command, settle: Settle): void {
  program
    .command('init')
    .summary('look at a file and write a first ombud.yaml')
    .description(
      'Looks at the first rows of a file, proposes which columns are the decision, the outcome and the groups, and writes ombud.yaml for you to check.',
    )
    .argument('<source>', 'file, folder or pattern')
    .option('-o, --out <file>', 'where to write', 'ombud.yaml')
    .option('--force', 'write over a file that exists')
    .option('--delimiter <c>', 'delimiter of the text, where it is not found by itself')
    .action(async (source: string, flags: InitFlags) => {
      const { runInit } = await import('../init/run-init.ts');
      settle(await runInit(source, flags));
    });
}
