import type { Command } from 'commander';
import { cliErrors } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { print } from '../terminal.ts';
import { bashScript, fishScript, zshScript } from './scripts.ts';
import { completedCommands } from './tree.ts';

const scripts = { bash: bashScript, fish: fishScript, zsh: zshScript } as const;

/** `ombud completion SHELL`. */
export function runCompletion(program: Command, shell: string): ExitCode {
  const known = Object.keys(scripts).find((name) => name === shell) as keyof typeof scripts | undefined;
  if (known === undefined)
    throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'not-a-shell', { shell, shells: Object.keys(scripts) });
  print(scripts[known](completedCommands(program)));
  return exitCodes.pass;
}
