import type { Command } from 'commander';
import type { CompareFlags } from '../compare/run-compare.ts';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';

/** `ombud compare BEFORE AFTER`: what changed between two results. */
export function registerCompare(program: Command, settle: Settle): void {
  program
    .command('compare')
    .argument('<before>')
    .argument('<after>')
    .option('--level <p>')
    .option('-f, --format <name>')
    .option('-o, --out <dir>')
    .option('-q, --quiet')
    .addHelpText(
      'after',
      examples(
        '  ombud compare january/result.json february/result.json\n  ombud compare a.json b.json --format md',
      ),
    )
    .action(async (before: string, after: string, flags: CompareFlags) => {
      const { runCompare } = await import('../compare/run-compare.ts');
      settle(await runCompare(before, after, flags));
    });
}
