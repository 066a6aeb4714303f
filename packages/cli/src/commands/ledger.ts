/** `ombud ledger ...`: the log of decisions. */
import { type Command, Option } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { AppendFlags } from '../ledger/run-append.ts';
import type { CorrectFlags } from '../ledger/run-correct.ts';
import type { FsckFlags } from '../ledger/run-ledger.ts';

const place = 'the folder of the ledger, or a postgres:// URL';

/** Adds `ombud ledger` and its subcommands to the program. */
export function registerLedger(program: Command, settle: Settle): void {
  const ledger = program.command('ledger').description('Record decisions so that they can be proven.');
  ledger.commandsGroup('Begin:');
  addKeys(ledger, settle);
  ledger.commandsGroup('Record:');
  addAppend(ledger, settle);
  addCorrect(ledger, settle);
  ledger.commandsGroup('Read and publish:');
  addReading(ledger, settle);
  ledger.commandsGroup('Care:');
  addUpkeep(ledger, settle);
}

function addKeys(ledger: Command, settle: Settle): void {
  ledger
    .command('init')
    .description('Make a ledger and its key; prints the verifier key.')
    .argument('<dir>', place)
    .requiredOption('--origin <name>', 'the name of the log for good, such as example.org/loans')
    .action(async (dir: string, flags: { origin: string }) => {
      const { runInitLedger } = await import('../ledger/run-ledger.ts');
      settle(await runInitLedger(dir, flags));
    });
  ledger
    .command('key')
    .description('Print the verifier key; add a key, or retire one.')
    .argument('<dir>', place)
    .addOption(new Option('--rotate', 'add a key that signs beside the old one').conflicts('retire'))
    .option('--retire <vkey>', 'stop signing with this key and destroy its private half')
    .action(async (dir: string, flags: { rotate?: boolean; retire?: string }) => {
      const { runKey } = await import('../ledger/run-ledger.ts');
      settle(await runKey(dir, flags));
    });
}

const formatOption = () =>
  new Option('-f, --format <format>', 'what the file holds').choices(['csv', 'json', 'ndjson', 'parquet']);

function addAppend(ledger: Command, settle: Settle): void {
  ledger
    .command('append')
    .description('Record decisions; prints one line of JSON for each, once it is durable.')
    .argument('<dir>', place)
    .argument('<file>', 'CSV, NDJSON or Parquet (.gz too for text), or - for standard input')
    .addHelpText(
      'after',
      `
Examples:
  ombud ledger append ./log decisions.csv --system loans --subject id --decision approved --groups sex,age --time at
  my-system | ombud ledger append ./log - --format ndjson    (the roles from ombud.yaml)`,
    )
    .optionsGroup('What the columns are, as for ombud audit:')
    .option('--system <id>', 'the system that decided')
    .option('--subject <col>', 'the person’s pseudonym')
    .option('--decision <col[=v]>', 'what was decided; the whole column is recorded')
    .option('--outcome <col[=v]>', 'what turned out to be true')
    .option('--score <col>', 'the score behind the decision')
    .option('--time <col>', 'when it was decided')
    .option('--groups <a,b>', 'protected attributes; kept apart')
    .addOption(new Option('--attributes <a,b>', 'the same').hideHelp())
    .option('--key <col>', 'a key of the row: one that was recorded before is not recorded again')
    .option('--model <col>', 'the version of the model')
    .option('--model-file <file>', 'the file of the model that decided: its digest is recorded')
    .option('--inputs <c,d>', 'further columns to record; all others where left out')
    .option('--no-inputs', 'record no further columns')
    .optionsGroup('How it is read and told:')
    .option('--config <file>', 'a declaration to read the roles from, instead of ombud.yaml')
    .addOption(formatOption())
    .option('-o, --out <file>', 'write the lines of JSON to this file')
    .option('-q, --quiet', 'print no line for what was recorded')
    .action(async (dir: string, file: string, flags: AppendFlags) => {
      const { runAppend } = await import('../ledger/run-append.ts');
      settle(await runAppend(dir, file, flags));
    });
}

function addCorrect(ledger: Command, settle: Settle): void {
  ledger
    .command('correct')
    .description('Record outcomes of decisions that were recorded before; an audit counts the latest.')
    .argument('<dir>', place)
    .argument('<file>', 'CSV, NDJSON or Parquet (.gz too for text), or - for standard input')
    .addHelpText(
      'after',
      `
Examples:
  ombud ledger correct ./log repaid.csv --system loans --subject id --outcome repaid
  ombud ledger correct ./log repaid.csv --system loans --index entry --outcome repaid`,
    )
    .option('--system <id>', 'the system that decided')
    .option('--outcome <col[=v]>', 'what turned out to be true')
    .option('--subject <col>', 'the person’s pseudonym, who must have one decision of the system')
    .option('--index <col>', 'the index of the decision’s entry, as append printed it')
    .option('--key <col>', 'a key of the row: one that was recorded before is not recorded again')
    .option('--note <col>', 'a remark to keep with the correction')
    .option('--config <file>', 'a declaration to read the roles from, instead of ombud.yaml')
    .addOption(formatOption())
    .option('-o, --out <file>', 'write the lines of JSON to this file')
    .option('-q, --quiet', 'print no line for what was recorded')
    .action(async (dir: string, file: string, flags: CorrectFlags) => {
      const { runCorrect } = await import('../ledger/run-correct.ts');
      settle(await runCorrect(dir, file, flags));
    });
}

function addReading(ledger: Command, settle: Settle): void {
  ledger
    .command('head')
    .description('Print the newest signed checkpoint.')
    .argument('<dir>', place)
    .action(async (dir: string) => {
      const { runHead } = await import('../ledger/run-ledger.ts');
      settle(await runHead(dir));
    });
  ledger
    .command('receipt')
    .description('Print the receipt of an entry: a proof that a person can keep and check offline.')
    .argument('<dir>', place)
    .argument('<index>', 'the entry’s index')
    .option('--entry <file>', 'write the entry itself to this file')
    .option(
      '--payload <file>',
      'write what the entry commits to, with its salt, to this file (personal data)',
    )
    .action(async (dir: string, index: string, files: { entry?: string; payload?: string }) => {
      const { runReceipt } = await import('../ledger/run-ledger.ts');
      settle(await runReceipt(dir, index, files));
    });
  ledger
    .command('publish')
    .description('Write the static tree of files that any web server can serve; only what is new.')
    .argument('<dir>', place)
    .argument('<to>', 'a folder')
    .action(async (dir: string, to: string) => {
      const { runPublish } = await import('../ledger/run-ledger.ts');
      settle(await runPublish(dir, to));
    });
  ledger
    .command('export')
    .description('Write the decisions of a system, with their payloads (personal data), to a file.')
    .argument('<dir>', place)
    .argument('<to>', 'a file that ends with .parquet, .csv or .ndjson')
    .requiredOption('--system <id>', 'the system')
    .action(async (dir: string, to: string, flags: { system: string }) => {
      const { runExport } = await import('../ledger/run-ledger.ts');
      settle(await runExport(dir, to, flags));
    });
}

function addUpkeep(ledger: Command, settle: Settle): void {
  ledger
    .command('fsck')
    .description('Recompute everything and name the first bad entry.')
    .argument('<dir>', place)
    .option(
      '--key <vkey...>',
      'verifier keys that you trust; those pinned beside the private key where left out',
    )
    .option(
      '--against <file...>',
      'signed checkpoints of a published copy or a witness, which the log must continue',
    )
    .option('--tree-only', 'check entries and tree alone, for a role without the right to payloads')
    .action(async (dir: string, flags: FsckFlags) => {
      const { runFsck } = await import('../ledger/run-ledger.ts');
      settle(await runFsck(dir, flags));
    });
  ledger
    .command('erase')
    .description('Erase the data of a person, or what is older than an age; every proof stays valid.')
    .argument('<dir>', place)
    .option('--subject <ids...>', 'the pseudonyms of the people to erase')
    .option('--older-than <days>', 'an age in days, such as 730d')
    .option('--request <file>', 'the request as it was received: its digest stands in the log')
    .action(async (dir: string, flags: { subject?: string[]; olderThan?: string; request?: string }) => {
      const { runErase } = await import('../ledger/run-ledger.ts');
      settle(await runErase(dir, flags));
    });
}
