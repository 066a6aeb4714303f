/** `ombud serve`: the place where systems answer. */
import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { ServeFlags } from '../serve/run-serve.ts';

/** Adds `ombud serve` to the program. */
export function registerServe(program: Command, settle: Settle): void {
  program
    .command('serve')
    .argument('[dir]', '', 'ombud')
    .option('--host <address>', '', '127.0.0.1')
    .option('--port <number>', '', '8461')
    .action(async (dir: string, flags: ServeFlags) => {
      const { runServe } = await import('../serve/run-serve.ts');
      settle(await runServe(dir, flags));
    });
}
