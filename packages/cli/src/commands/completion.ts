import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';

/** `ombud completion SHELL`: a script that completes commands, flags and files. */
export function registerCompletion(program: Command, settle: Settle): void {
  program
    .command('completion')
    .summary('print a script that completes commands and flags')
    .description('Prints a script that completes commands, flags and files in your shell.')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText(
      'after',
      `
Examples:
  ombud completion bash > ~/.local/share/bash-completion/completions/ombud
  ombud completion zsh > ~/.zfunc/_ombud       (a folder of $fpath)
  ombud completion fish > ~/.config/fish/completions/ombud.fish`,
    )
    .action(async (shell: string) => {
      const { runCompletion } = await import('../completion/run-completion.ts');
      settle(runCompletion(program, shell));
    });
}
