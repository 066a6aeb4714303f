import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';

/** `npm start`: real decisions, from the question to the answer, in one step. */
export function registerDemo(program: Command, settle: Settle): void {
  program
    .command('demo')
    .option('-o, --out <dir>', '', 'ombud-report')
    .option('--once', 'print the answer and end; without a terminal it does so anyway')
    .action(async ({ out, once = false }: { out: string; once?: boolean }) => {
      const [{ runDemo }, { canAsk }] = await Promise.all([
        import('../audit/run-demo.ts'),
        import('../terminal.ts'),
      ]);
      const code = await runDemo(out);
      if (once || !canAsk()) return settle(code);
      const { runDemonstration } = await import('../serve/run-demonstration.ts');
      return settle(await runDemonstration());
    });
}
