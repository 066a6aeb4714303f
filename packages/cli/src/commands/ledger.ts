/** `ombud ledger ...`: the log of decisions. */
import { type Command, Option } from 'commander';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';
import type { AppendFlags } from '../ledger/run-append.ts';
import type { CorrectFlags } from '../ledger/run-correct.ts';
import type { FsckFlags } from '../ledger/run-fsck.ts';
import { keepHeapLittle } from '../little-heap.ts';

/** Adds `ombud ledger` and its subcommands to the program. */
export function registerLedger(program: Command, settle: Settle): void {
  const ledger = program.command('ledger');
  ledger.commandsGroup('begin');
  addKeys(ledger, settle);
  ledger.commandsGroup('record');
  addAppend(ledger, settle);
  addCorrect(ledger, settle);
  ledger.commandsGroup('read-and-publish');
  addReading(ledger, settle);
  ledger.commandsGroup('care');
  addUpkeep(ledger, settle);
}

function addKeys(ledger: Command, settle: Settle): void {
  ledger
    .command('init')
    .argument('<dir>')
    .requiredOption('--origin <name>')
    .action(async (dir: string, flags: { origin: string }) => {
      const { runInitLedger } = await import('../ledger/run-ledger.ts');
      settle(await runInitLedger(dir, flags));
    });
  ledger
    .command('key')
    .argument('<dir>')
    .addOption(new Option('--rotate').conflicts('retire'))
    .option('--retire <vkey>')
    .action(async (dir: string, flags: { rotate?: boolean; retire?: string }) => {
      const { runKey } = await import('../ledger/run-ledger.ts');
      settle(await runKey(dir, flags));
    });
}

const formatOption = () => new Option('-f, --format <format>').choices(['csv', 'json', 'ndjson', 'parquet']);

function addAppend(ledger: Command, settle: Settle): void {
  ledger
    .command('append')
    .argument('<dir>')
    .argument('<file>')
    .addHelpText(
      'after',
      examples(`\
  ombud ledger append ./log decisions.csv --system loans --subject id --decision approved --groups sex,age --time at
  my-system | ombud ledger append ./log - --format ndjson    # ombud.yaml`),
    )
    .optionsGroup('columns-as-audit')
    .option('--system <id>')
    .option('--subject <col>')
    .option('--decision <col[=v]>')
    .option('--outcome <col[=v]>')
    .option('--score <col>')
    .option('--time <col>')
    .option('--groups <a,b>')
    .addOption(new Option('--attributes <a,b>').hideHelp())
    .option('--key <col>')
    .option('--model <col>')
    .option('--model-file <file>')
    .option('--inputs <c,d>')
    .option('--no-inputs')
    .optionsGroup('reading-and-telling')
    .option('--config <file>')
    .addOption(formatOption())
    .option('-o, --out <file>')
    .option('-q, --quiet')
    .action(async (dir: string, file: string, flags: AppendFlags) => {
      const { runAppend } = await import('../ledger/run-append.ts');
      settle(await runAppend(dir, file, flags));
    });
}

function addCorrect(ledger: Command, settle: Settle): void {
  ledger
    .command('correct')
    .argument('<dir>')
    .argument('<file>')
    .addHelpText(
      'after',
      examples(`\
  ombud ledger correct ./log repaid.csv --system loans --subject id --outcome repaid
  ombud ledger correct ./log repaid.csv --system loans --index entry --outcome repaid`),
    )
    .option('--system <id>')
    .option('--outcome <col[=v]>')
    .option('--subject <col>')
    .option('--index <col>')
    .option('--key <col>')
    .option('--note <col>')
    .option('--config <file>')
    .addOption(formatOption())
    .option('-o, --out <file>')
    .option('-q, --quiet')
    .action(async (dir: string, file: string, flags: CorrectFlags) => {
      const { runCorrect } = await import('../ledger/run-correct.ts');
      settle(await runCorrect(dir, file, flags));
    });
}

function addReading(ledger: Command, settle: Settle): void {
  ledger
    .command('head')
    .argument('<dir>')
    .action(async (dir: string) => {
      const { runHead } = await import('../ledger/run-ledger.ts');
      settle(await runHead(dir));
    });
  ledger
    .command('receipt')
    .argument('<dir>')
    .argument('<index>')
    .option('--entry <file>')
    .option('--payload <file>')
    .action(async (dir: string, index: string, files: { entry?: string; payload?: string }) => {
      const { runReceipt } = await import('../ledger/run-ledger.ts');
      settle(await runReceipt(dir, index, files));
    });
  ledger
    .command('publish')
    .argument('<dir>')
    .argument('<to>')
    .action(async (dir: string, to: string) => {
      const { runPublish } = await import('../ledger/run-ledger.ts');
      settle(await runPublish(dir, to));
    });
  ledger
    .command('export')
    .argument('<dir>')
    .argument('<to>')
    .requiredOption('--system <id>')
    .option('--shadow')
    .option('--people')
    .action(async (dir: string, to: string, flags: { system: string; shadow?: true; people?: true }) => {
      keepHeapLittle();
      const { runExport } = await import('../ledger/run-ledger.ts');
      settle(await runExport(dir, to, flags));
    });
}

function addUpkeep(ledger: Command, settle: Settle): void {
  ledger
    .command('fsck')
    .argument('<dir>')
    .option('--key <vkey...>')
    .option('--against <file...>')
    .option('--tree-only')
    .action(async (dir: string, flags: FsckFlags) => {
      keepHeapLittle();
      const { runFsck } = await import('../ledger/run-fsck.ts');
      settle(await runFsck(dir, flags));
    });
  ledger
    .command('erase')
    .argument('<dir>')
    .option('--subject <ids...>')
    .option('--older-than <days>')
    .option('--request <file>')
    .action(async (dir: string, flags: { subject?: string[]; olderThan?: string; request?: string }) => {
      const { runErase } = await import('../ledger/run-ledger.ts');
      settle(await runErase(dir, flags));
    });
}
