import { type Command, Option } from 'commander';
import type { AuditCommandFlags } from '../audit/run-audit.ts';
import type { Settle } from '../exit-codes.ts';

const collect = (value: string, list: readonly string[]): string[] => [...list, value];

/** `ombud audit SOURCE`: the first thing that a person does with Ombud. */
export function registerAudit(program: Command, settle: Settle): void {
  const audit = program
    .command('audit')
    .summary('audit decisions and show the answer')
    .description(
      'Audits decisions: a CSV, Parquet or JSON file, a folder or a pattern of them. Roles come from flags or from ombud.yaml; flags win.',
    )
    .argument('[source]', 'file, folder or pattern; default: the source that ombud.yaml names')
    .addHelpText('after', examples);
  addRoles(audit);
  addMethod(audit);
  addReading(audit);
  addEvidence(audit);
  audit
    .optionsGroup('What comes out:')
    .option('-f, --format <list>', 'json, html, md, junit, sarif, csv')
    .option('-o, --out <dir|file>', 'where the reports go; a file takes one format')
    .option('-q, --quiet', 'write the reports and say nothing else')
    .action(async (source: string | undefined, flags: AuditCommandFlags) => {
      const { runAudit } = await import('../audit/run-audit.ts');
      settle(await runAudit(source, flags));
    });
}

const examples = `
Examples:
  ombud audit decisions.csv --decision approved=yes --groups sex,age --bins age=25,40,65
  ombud audit decisions.csv --decision "score>=7" --outcome reoffended=1 --groups race --favourable negative
  ombud audit counts.csv --decision hired=yes --groups sex --count people --favourable positive --policy us-four-fifths -o report/
  ombud audit ledger:./log#loans --decision approved=yes --groups sex --sign evidence.json
  ombud audit ledger:./log#loans --reproduce evidence.json --key VKEY`;

function addRoles(audit: Command): void {
  audit
    .optionsGroup('What the columns are:')
    .option('--decision <col[=v,..]>', 'decision column and its positive values, or a condition: "score>=7"')
    .option('--outcome <col[=v,..]>', 'outcome column and its positive values')
    .option('--score <col>', 'column of the score')
    .option('--need <col>', 'column of a number that says what people need, compared at equal score')
    .option('--groups <a,b>', 'columns of the groups')
    .option('--bins <col=n,n,..>', 'bins for a numeric group or stratum; may be repeated', collect, [])
    .option('--strata <c,d>', 'columns of the strata: what must be alike for a fair comparison')
    .option('--count <col>', 'the source is a table of counts: the column of the number of people')
    .option('--weight <col>', 'column of the weight of each row')
    .option('--subject <col>', 'column of the pseudonym: one person may have several rows')
    .option('--time <col>', 'column of the time of the decision: adds the rates over time')
    .option('--period <length>', 'with --time: day, week, month (default), quarter or year')
    .option(
      '--search-columns <a,b|all>',
      'look for the worst subgroup in these columns, up to three together',
    )
    .option(
      '--favourable <positive|negative>',
      'whether the positive decision is good for the person (never assumed)',
    )
    .addOption(new Option('--favorable <positive|negative>', 'the same').hideHelp());
}

function addMethod(audit: Command): void {
  audit
    .optionsGroup('What is measured, and by which limits:')
    .option('--reference <who>', 'compare with: highest (default), all-others, or named values such as sex=M')
    .option('--depth <n>', 'most attributes in an intersection; the full one is always measured (default: 2)')
    .option('--population <file>', 'CSV of attribute,value,share to compare the people in the data with')
    .option('--audits <a,b>', 'only these audits')
    .option(
      '--policy <file|pack>',
      'policy file, or rule pack such as us-four-fifths; may be repeated',
      collect,
      [],
    )
    .option(
      '--model-file <file>',
      'model file: how many of those whom it refuses could change that (audit recourse)',
    )
    .option('--level <p>', 'confidence level (default: 0.95)')
    .option('--seed <n>', 'seed of whatever is drawn (default: 1)');
}

function addReading(audit: Command): void {
  audit
    .optionsGroup('How it is read:')
    .option('--delimiter <c>', 'delimiter of the text, where it is not found by itself')
    .option('--encoding <name>', 'encoding of the text: utf-8, utf-16 or latin-1')
    .option('--no-header', 'the text has no header line; columns are column1, column2, ...')
    .option('--config <file>', 'declaration to use in place of ./ombud.yaml')
    .option('--at <size>', 'for a ledger: audit what was recorded up to this size');
}

function addEvidence(audit: Command): void {
  audit
    .optionsGroup('Evidence:')
    .option(
      '--sign [file]',
      'for a ledger: sign the result as evidence, record it, and write the envelope (default: evidence.json)',
    )
    .option(
      '--minimum-cell <n>',
      'with --sign: fewest people in any count that is signed, and in any change since the last release (default: 5)',
    )
    .option(
      '--releases <file>',
      'with --sign: where what was published before is kept (default: releases.json in the folder of the ledger)',
    )
    .option(
      '--reproduce <evidence>',
      'run the audit of an envelope again and compare byte for byte; exit 1 when it differs',
    )
    .option(
      '--key <vkey...>',
      'with --reproduce: keys of the log to trust; default: those of the ledger that SOURCE names',
    );
}
