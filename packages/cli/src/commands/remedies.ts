import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';
import type { RemediesFlags } from '../remedies/run-remedies.ts';

const collect = (value: string, list: readonly string[]): string[] => [...list, value];

/** `ombud remedies SOURCE`: weights and thresholds that would close a gap, shown and never applied. */
export function registerRemedies(program: Command, settle: Settle): void {
  program
    .command('remedies')
    .argument('[source]')
    .option('--decision <col[=v,..]>')
    .option('--outcome <col[=v,..]>')
    .option('--score <col>')
    .option('--groups <a,b>')
    .option('--bins <col=n,n,..>', '', collect, [])
    .option('--count <col>')
    .option('--config <file>')
    .option('--weights <file>')
    .option('--json')
    .addHelpText(
      'after',
      examples(
        '  ombud remedies decisions.csv --decision approved=yes --outcome repaid=1 --score score --groups sex --weights weights.csv',
      ),
    )
    .action(async (source: string | undefined, flags: RemediesFlags) => {
      const { runRemedies } = await import('../remedies/run-remedies.ts');
      settle(await runRemedies(source, flags));
    });
}
