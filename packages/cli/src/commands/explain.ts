import { type Command, Option } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { ExplainFlags } from '../explain/run-explain.ts';

/** `ombud explain MODEL DATA`: why one decision came out so, and what would change it. */
export function registerExplain(program: Command, settle: Settle): void {
  program
    .command('explain')
    .summary('say why a model decided so, and what would change it')
    .description(
      'Explains one decision: what moved the score, the principal reasons, and the cheapest changes that would flip it, or the proof that there are none. What a person can change, and how reasons are told, stands in ombud.yaml under "explain".',
    )
    .argument('<model>', 'model file: LightGBM, XGBoost, scikit-learn (exported), ONNX, linear, scorecard')
    .argument('<data>', 'table of people, or ledger:DIR#SYSTEM')
    .addHelpText('after', examples)
    .optionsGroup('Who:')
    .option('--row <n>', 'the person in this row; the first is 1')
    .option('--where <col=value>', 'the person with this value, such as id=4711')
    .option('--entry <n>', 'for a ledger: the recorded decision')
    .optionsGroup('How:')
    .option('--background <file>', 'table of people to compare with (default: as declared, else the data)')
    .option('--protocol <name>', 'where MODEL is a URL: plain (default), mlflow, or open-inference:MODEL')
    .option('--plans <n>', 'how many different changes are shown', '3')
    .option('--config <file>', 'declaration to use in place of ./ombud.yaml')
    .option(
      '--favourable <positive|negative>',
      'which decision is good for the person (default: as declared, else positive)',
    )
    .addOption(new Option('--favorable <positive|negative>', 'the same').hideHelp())
    .option('--no-record', 'for a ledger: do not record the digest of the explanation')
    .optionsGroup('What comes out:')
    .option('-f, --format <list>', 'json, html, md, letter')
    .option('-o, --out <dir|file>', 'where it goes; a file takes one format')
    .option('-q, --quiet', 'write the files and say nothing else')
    .action(async (model: string, data: string, flags: ExplainFlags) => {
      const { runExplain } = await import('../explain/run-explain.ts');
      settle(await runExplain(model, data, flags));
    });
}

const examples = `
Examples:
  ombud explain model.txt applicants.csv --row 7
  ombud explain model.txt applicants.csv --where id=4711 --format letter
  ombud explain model.json applicants.csv --row 7 --background accepted.csv -o explanation/
  ombud explain model.txt ledger:./log#loans --entry 12 -o explanation/`;
