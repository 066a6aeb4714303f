import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';

/** `ombud completion SHELL`: a script that completes commands, flags and files. */
export function registerCompletion(program: Command, settle: Settle): void {
  program
    .command('completion')
    .argument('<shell>')
    .addHelpText(
      'after',
      examples(`\
  ombud completion bash > ~/.local/share/bash-completion/completions/ombud
  ombud completion zsh > ~/.zfunc/_ombud       # $fpath
  ombud completion fish > ~/.config/fish/completions/ombud.fish`),
    )
    .action(async (shell: string) => {
      const { runCompletion } = await import('../completion/run-completion.ts');
      settle(runCompletion(program, shell));
    });
}
