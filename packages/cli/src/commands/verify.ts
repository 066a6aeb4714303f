/** `ombud verify`: checks a receipt, or that one checkpoint continues another, without asking the log. */
import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';
import type { VerifyFlags } from '../verify/run-verify.ts';

/** Adds `ombud verify` to the program. */
export function registerVerify(program: Command, settle: Settle): void {
  program
    .command('verify')
    .argument('[file]')
    .argument('[later]')
    .addHelpText(
      'after',
      examples(`\
  ombud verify receipt --key VKEY
  ombud verify receipt --key VKEY --evidence evidence.json --from https://example.org/log
  ombud verify checkpoint.old checkpoint.new --key VKEY --from ./published
  ombud verify evidence.json --key VKEY --log https://example.org/log --report evidence.html
  ombud verify --log https://example.org/log --key VKEY
  ombud verify --page verify.html`),
    )
    .option('--key <vkey...>')
    .option('--entry <file>')
    .option('--payload <file>')
    .option('--witness-key <vkey...>')
    .option('--witnesses <n>')
    .option('--log <tree>')
    .option('--report <file>')
    .option('--from <tree>')
    .option('--evidence <file>')
    .option('--page <file>')
    .action(async (file: string | undefined, later: string | undefined, flags: VerifyFlags) => {
      const { runVerify } = await import('../verify/run-verify.ts');
      settle(await runVerify(file, later, flags));
    });
}
