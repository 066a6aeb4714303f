import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { confirm, isCancel } from '@clack/prompts';
import { visible } from '@ombud/report';
import { type Profile, profile, propose, tableErrors } from '@ombud/table';
import type { Command } from 'commander';
import { cliErrors } from '../errors.ts';
import { declarationText } from '../init/declaration-text.ts';

const file = 'ombud.yaml';

interface InitFlags {
  readonly force?: boolean;
  readonly out: string;
  readonly delimiter?: string;
}

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** One line a column: how full it is, and what it holds. */
function describeColumns({ columns, sampled }: Profile): string {
  const width = Math.min(28, Math.max(...columns.map(({ name }) => name.length)));
  return columns
    .map((column) => {
      const values = column.values
        .slice(0, 3)
        .map(({ value }) => shorten(visible(value), 16))
        .join(', ');
      const range =
        column.numeric && column.distinct > 12
          ? `${column.least} to ${column.greatest}`
          : values + (column.distinct > 3 ? ', ...' : '');
      const gaps = column.missing > 0 ? `; ${Math.round((100 * column.missing) / sampled)} % missing` : '';
      return `  ${visible(column.name).slice(0, width).padEnd(width)}  ${String(column.distinct).padStart(6)} values: ${range}${gaps}`.slice(
        0,
        100,
      );
    })
    .join('\n');
}

async function mayOverwrite(path: string, force: boolean): Promise<boolean> {
  if (!existsSync(path) || force) return true;
  if (!process.stdin.isTTY) return false;
  const answer = await confirm({ message: `${path} exists. Write over it?`, initialValue: false });
  return !isCancel(answer) && answer;
}

/** `ombud init FILE`: looks at a file, proposes roles, writes ombud.yaml. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .summary('look at a file and write a first ombud.yaml')
    .description(
      'Looks at the first rows of a file, proposes which columns are the decision, the outcome and the groups, and writes ombud.yaml for you to check.',
    )
    .argument('<source>', 'file, folder or pattern')
    .option('--out <file>', 'where to write', file)
    .option('--force', 'write over a file that exists')
    .option('--delimiter <c>', 'delimiter of the text, where it is not found by itself')
    .action(async (source: string, flags: InitFlags) => {
      const found = await profile(
        source,
        flags.delimiter === undefined ? undefined : { delimiter: flags.delimiter },
      );
      if (found.sampled === 0) throw tableErrors.error('OMBUD_E_NO_ROWS', 'no-rows', { source });
      if (!(await mayOverwrite(flags.out, flags.force ?? false)))
        throw cliErrors.error('OMBUD_E_CANNOT_WRITE', 'exists', { path: flags.out });
      const id =
        basename(source)
          .replace(/\..*$/, '')
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-') || 'system';
      // Paths in a declaration are relative to the declaration.
      const beside = relative(dirname(resolve(flags.out)), resolve(source)) || '.';
      try {
        writeFileSync(flags.out, declarationText(id, beside, found, propose(found)));
      } catch (cause) {
        const why = (cause as Error).message;
        throw cliErrors.error('OMBUD_E_CANNOT_WRITE', 'other', { path: flags.out, why }, { cause });
      }
      process.stdout.write(
        `${found.sampled.toLocaleString('en')} rows were looked at.\n${describeColumns(found)}\n\nWritten: ${flags.out}. Check the roles in it, then run: npx ombud audit\n`,
      );
    });
}
