import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';

/** `npm start`: real decisions, from the question to the answer, in one step. */
export function registerDemo(program: Command, settle: Settle): void {
  program
    .command('demo')
    .option('-o, --out <dir>', '', 'ombud-report')
    .action(async (flags: { out: string }) => {
      const { runDemo } = await import('../audit/run-demo.ts');
      settle(await runDemo(flags.out));
    });
}
