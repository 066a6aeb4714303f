import { type Command, Option } from 'commander';
import type { AuditCommandFlags } from '../audit/check-flags.ts';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';
import { keepHeapLittle } from '../little-heap.ts';

const collect = (value: string, list: readonly string[]): string[] => [...list, value];

/** `ombud audit SOURCE`: the first thing that a person does with Ombud. */
export function registerAudit(program: Command, settle: Settle): void {
  const audit = program.command('audit').argument('[source]').addHelpText('after', examples(lines));
  addRoles(audit);
  addMethod(audit);
  addReading(audit);
  addEvidence(audit);
  audit
    .optionsGroup('output')
    .option('-f, --format <list>')
    .option('-o, --out <dir|file>')
    .option('-q, --quiet')
    .action(async (source: string | undefined, flags: AuditCommandFlags) => {
      if (source?.startsWith('ledger:')) keepHeapLittle();
      const { runAudit } = await import('../audit/run-audit.ts');
      settle(await runAudit(source, flags));
    });
}

const lines = `\
  ombud audit decisions.csv --decision approved=yes --groups sex,age --bins age=25,40,65
  ombud audit decisions.csv --decision "score>=7" --outcome reoffended=1 --groups race --favourable negative
  ombud audit counts.csv --decision hired=yes --groups sex --count people --favourable positive --policy us-four-fifths -o report/
  ombud audit march.csv --against february.csv --decision approved=yes --groups sex --subject id
  ombud audit ledger:./log#loans --decision approved=yes --groups sex --sign evidence.json
  ombud audit ledger:./log#loans --reproduce evidence.json --key VKEY`;

function addRoles(audit: Command): void {
  audit
    .optionsGroup('columns')
    .option('--decision <col[=v,..]>')
    .option('--outcome <col[=v,..]>')
    .option('--score <col>')
    .option('--need <col>')
    .option('--groups <a,b>')
    .option('--bins <col=n,n,..>', '', collect, [])
    .option('--strata <c,d>')
    .option('--count <col>')
    .option('--weight <col>')
    .option('--subject <col>')
    .option('--time <col>')
    .option('--period <length>')
    .option('--from <time>')
    .option('--to <time>')
    .option('--search-columns <a,b|all>')
    .option('--favourable <positive|negative>')
    .addOption(new Option('--favorable <positive|negative>').hideHelp());
}

function addMethod(audit: Command): void {
  audit
    .optionsGroup('measured')
    .option('--reference <who>')
    .option('--depth <n>')
    .option('--population <file>')
    .option('--audits <a,b>')
    .option('--policy <file|pack>', '', collect, [])
    .option('--model-file <file>')
    .option('--baseline <file>')
    .option('--write-baseline <file>')
    .option('--baseline-expires <day>')
    .option('--against <source>')
    .option('--against-decision <col[=v,..]>')
    .option('--level <p>')
    .option('--seed <n>');
}

function addReading(audit: Command): void {
  audit
    .optionsGroup('reading')
    .option('--delimiter <c>')
    .option('--encoding <name>')
    .option('--no-header')
    .option('--config <file>')
    .option('--at <size>')
    .option('--shadow')
    .option('--people');
}

function addEvidence(audit: Command): void {
  audit
    .optionsGroup('evidence')
    .option('--sign [file]')
    .option('--minimum-cell <n>')
    .option('--releases <file>')
    .option('--reproduce <evidence>')
    .option('--key <vkey...>');
}
