/** `ombud ledger ...`: the log of decisions. */
import { writeFile } from 'node:fs/promises';
import {
  addKey,
  closeLedger,
  createLedger,
  eraseOlderThan,
  eraseSubjects,
  fsck,
  type Ledger,
  makeReceipt,
  openLedger,
  openWriter,
  publish,
  readCheckpoint,
  readEntry,
  readPayload,
  retireKey,
} from '@ombud/ledger';
import { formatVerifierKey } from '@ombud/tlog';
import { type Command, Option } from 'commander';
import { type AppendOptions, append } from '../ledger/append.ts';
import { exportParquet } from '../ledger/export.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { startProgress } from '../ledger/progress.ts';

const DIR = 'the folder of the ledger, or a postgres:// URL';

/** Adds `ombud ledger` and its subcommands to the program. */
export function registerLedger(program: Command): void {
  const ledger = program.command('ledger').description('Record decisions so that they can be proven.');
  addKeyCommands(ledger);
  addAppend(ledger);
  addReading(ledger);
  addUpkeep(ledger);
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

async function withLedger<T>(location: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(location);
  try {
    return await work(ledger);
  } finally {
    await closeLedger(ledger);
  }
}

function addKeyCommands(ledger: Command): void {
  ledger
    .command('init')
    .description('Make a ledger and its key; prints the verifier key.')
    .argument('<dir>', DIR)
    .requiredOption('--origin <name>', 'the name of the log for good, such as example.org/loans')
    .action(async (dir: string, { origin }: { origin: string }) => print(await createLedger(dir, origin)));
  ledger
    .command('key')
    .description('Print the verifier key; add a key, or retire one.')
    .argument('<dir>', DIR)
    .addOption(new Option('--rotate', 'add a key that signs beside the old one').conflicts('retire'))
    .option('--retire <vkey>', 'stop signing with this key and destroy its private half')
    .action(async (dir: string, { rotate, retire }: { rotate?: boolean; retire?: string }) => {
      if (rotate === true) await addKey(dir);
      if (retire !== undefined) await retireKey(dir, retire);
      await withLedger(dir, async ({ keys }) => print(keys.map(formatVerifierKey).join('\n')));
    });
}

function addAppend(ledger: Command): void {
  ledger
    .command('append')
    .description('Record decisions; prints one line of JSON for each, once it is durable.')
    .argument('<dir>', DIR)
    .argument('<file>', 'CSV, NDJSON or Parquet (.gz too for text), or - for standard input')
    .option('--system <id>', 'the system that decided')
    .option('--subject <column>', 'the person’s pseudonym')
    .option('--decision <column>', 'what was decided')
    .option('--outcome <column>', 'what turned out to be true')
    .option('--score <column>', 'the score behind the decision')
    .option('--time <column>', 'when it was decided')
    .option('--model <column>', 'the version of the model')
    .option('--attributes <columns>', 'protected attributes, with commas between; kept apart')
    .option('--inputs <columns>', 'further columns to record; all others where left out')
    .option('--no-inputs', 'record no further columns')
    .option('--config <file>', 'a declaration to read the roles from, instead of ombud.yaml')
    .addOption(new Option('--format <format>', 'what the file holds').choices(['csv', 'ndjson', 'parquet']))
    .action((dir: string, file: string, options: AppendOptions) =>
      append(dir, file, options, { input: process.stdin, output: process.stdout, messages: process.stderr }),
    );
}

function addReading(ledger: Command): void {
  ledger
    .command('head')
    .description('Print the newest signed checkpoint.')
    .argument('<dir>', DIR)
    .action((dir: string) => withLedger(dir, async (open) => print((await readCheckpoint(open)).note)));
  ledger
    .command('receipt')
    .description('Print the receipt of an entry: a proof that a person can keep and check offline.')
    .argument('<dir>', DIR)
    .argument('<index>', 'the entry’s index')
    .option('--entry <file>', 'write the entry itself to this file')
    .option(
      '--payload <file>',
      'write what the entry commits to, with its salt, to this file (personal data)',
    )
    .action((dir: string, index: string, files: { entry?: string; payload?: string }) =>
      withLedger(dir, async (open) => print(await writeReceipt(open, parseIndex(index), files))),
    );
  ledger
    .command('publish')
    .description('Write the static tree of files that any web server can serve; only what is new.')
    .argument('<dir>', DIR)
    .argument('<to>', 'a folder')
    .action((dir: string, to: string) =>
      withLedger(dir, async (open) => {
        const { size, files } = await publish(open, to);
        print(
          files === 0
            ? `Nothing new: ${to} holds all ${size} entries.`
            : `Published ${size} entries, ${files} files written.`,
        );
      }),
    );
  ledger
    .command('export')
    .description('Write the decisions of a system, with their payloads, to a Parquet file (personal data).')
    .argument('<dir>', DIR)
    .argument('<to>', 'a Parquet file')
    .requiredOption('--system <id>', 'the system')
    .action(async (dir: string, to: string, { system }: { system: string }) => {
      const { decisions, erased, unreadable } = await exportParquet(dir, to, system);
      print(`Exported ${decisions} decisions; ${erased} were erased and ${unreadable} cannot be read.`);
    });
}

async function writeReceipt(
  ledger: Ledger,
  index: number,
  { entry, payload }: { entry?: string; payload?: string },
): Promise<string> {
  const receipt = await makeReceipt(ledger, index);
  if (entry !== undefined) await writeFile(entry, await readEntry(ledger.store, index));
  if (payload !== undefined) {
    const held = await readPayload(ledger.store, index);
    if (held === undefined)
      throw new LedgerError(
        'OMBUD_E_LEDGER_NOBODY',
        `Entry ${index} has no payload (any more): it was erased or never had one.`,
      );
    await writeFile(payload, `${JSON.stringify({ salt: held.salt, body: held.body })}\n`);
  }
  return receipt;
}

function addUpkeep(ledger: Command): void {
  ledger
    .command('fsck')
    .description('Recompute everything and name the first bad entry.')
    .argument('<dir>', DIR)
    .action((dir: string) =>
      withLedger(dir, async (open) => {
        const progress = startProgress(process.stderr, 'checked');
        const { entries, payloads, erased, problem } = await fsck(open, progress.update);
        progress.stop();
        if (problem !== null) throw problem;
        print(
          `All ${entries} entries are as signed; ${payloads} payloads are whole and ${erased} were erased on record.`,
        );
      }),
    );
  ledger
    .command('erase')
    .description('Erase the data of a person, or what is older than an age; every proof stays valid.')
    .argument('<dir>', DIR)
    .option('--subject <ids...>', 'the pseudonyms of the people to erase')
    .option('--older-than <days>', 'an age in days, such as 730d')
    .action(async (dir: string, { subject, olderThan }: { subject?: string[]; olderThan?: string }) => {
      if ((subject === undefined) === (olderThan === undefined))
        throw new LedgerError(
          'OMBUD_E_LEDGER_USAGE',
          'Say whom to erase with --subject ID, or how old with --older-than 730d.',
        );
      const limit = olderThan === undefined ? 0 : Date.now() - parseDays(olderThan);
      const writer = await openWriter(dir);
      try {
        const erased =
          subject === undefined ? await eraseOlderThan(writer, limit) : await eraseSubjects(writer, subject);
        print(
          `Erased the data of ${erased.entries} ${erased.entries === 1 ? 'entry' : 'entries'}${erased.recordedAt.length === 0 ? '' : `, recorded as entry ${erased.recordedAt.join(', ')}`}.`,
        );
      } finally {
        await writer.close();
      }
    });
}

function parseIndex(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new LedgerError(
    'OMBUD_E_LEDGER_INDEX',
    `"${text}" is not the index of an entry: give a whole number from 0 on.`,
  );
}

const DAY_MS = 86_400_000;

function parseDays(text: string): number {
  const [, days] = /^(\d{1,6})d$/.exec(text) ?? [];
  if (days !== undefined) return Number(days) * DAY_MS;
  throw new LedgerError('OMBUD_E_LEDGER_USAGE', `"${text}" is not an age: give days, such as 730d.`);
}
