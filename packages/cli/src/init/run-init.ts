import { confirm, isCancel } from '@clack/prompts';
import { initDeclaration } from '@ombud/app';
import type { Profile } from '@ombud/table';
import { say, visible } from '@ombud/words';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { shellWord } from '../shell-word.ts';
import { canAsk, language, print, sentence } from '../terminal.ts';

/** The flags of `ombud init`. */
export interface InitFlags {
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
      const first = column.values
        .slice(0, 3)
        .map(({ value }) => shorten(visible(value), 16))
        .join(', ');
      const holds =
        column.numeric && column.distinct > 12
          ? say(language, 'cli/init/range', { least: column.least, greatest: column.greatest })
          : first + (column.distinct > 3 ? ', ...' : '');
      const line = say(language, column.missing > 0 ? 'cli/init/column-with-gaps' : 'cli/init/column', {
        name: visible(column.name).slice(0, width).padEnd(width),
        distinct: String(column.distinct).padStart(6),
        holds,
        missing: Math.round((100 * column.missing) / sampled),
      });
      return `  ${line}`.slice(0, 100);
    })
    .join('\n');
}

async function mayOverwrite(path: string): Promise<boolean> {
  if (!canAsk()) return false;
  const answer = await confirm({
    message: say(language, 'cli/init/overwrite', { path }),
    initialValue: false,
  });
  return !isCancel(answer) && answer;
}

/** `ombud init`. */
export async function runInit(source: string, flags: InitFlags): Promise<ExitCode> {
  const { profile, proposal, out } = await initDeclaration({
    source,
    out: flags.out,
    mayOverwrite: flags.force ? async () => true : mayOverwrite,
    ...(flags.delimiter === undefined ? {} : { read: { delimiter: flags.delimiter } }),
  });
  print(sentence('init/looked', { rows: profile.sampled }));
  const config = out === 'ombud.yaml' ? '' : ` --config ${shellWord(out)}`;
  const lacking = proposal.decision === null ? sentence('init/no-decision', { out }) : '';
  print(`${describeColumns(profile)}\n\n${lacking}${sentence('init/written', { out, config })}`);
  return exitCodes.pass;
}
