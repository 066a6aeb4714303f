import { type Command, Option } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { ExplainFlags } from '../explain/run-explain.ts';
import { examples } from '../help.ts';

/** `ombud explain MODEL DATA`: why one decision came out so, and what would change it. */
export function registerExplain(program: Command, settle: Settle): void {
  program
    .command('explain')
    .argument('<model>')
    .argument('<data>')
    .addHelpText('after', examples(lines))
    .optionsGroup('who')
    .option('--row <n>')
    .option('--where <col=value>')
    .option('--entry <n>')
    .optionsGroup('how')
    .option('--background <file>')
    .option('--protocol <name>')
    .option('--plans <n>', '', '3')
    .option('--config <file>')
    .option('--favourable <positive|negative>')
    .addOption(new Option('--favorable <positive|negative>').hideHelp())
    .option('--no-record')
    .optionsGroup('output')
    .option('-f, --format <list>')
    .option('-o, --out <dir|file>')
    .option('-q, --quiet')
    .action(async (model: string, data: string, flags: ExplainFlags) => {
      const { runExplain } = await import('../explain/run-explain.ts');
      settle(await runExplain(model, data, flags));
    });
}

const lines = `\
  ombud explain model.txt applicants.csv --row 7
  ombud explain model.txt applicants.csv --where id=4711 --format letter
  ombud explain model.json applicants.csv --row 7 --background accepted.csv -o explanation/
  ombud explain model.txt ledger:./log#loans --entry 12 -o explanation/`;
