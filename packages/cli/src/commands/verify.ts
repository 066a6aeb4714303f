/** `ombud verify`: checks a receipt, or that one checkpoint continues another, without asking the log. */
import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { VerifyFlags } from '../verify/run-verify.ts';

/** Adds `ombud verify` to the program. */
export function registerVerify(program: Command, settle: Settle): void {
  program
    .command('verify')
    .description('Check a receipt, or that a later checkpoint continues an earlier one. Works offline.')
    .argument('[file]', 'a receipt, signed evidence, or the earlier checkpoint')
    .argument('[later]', 'the later checkpoint')
    .addHelpText(
      'after',
      `
Examples:
  ombud verify receipt --key VKEY
  ombud verify receipt --key VKEY --evidence evidence.json --from https://example.org/log
  ombud verify checkpoint.old checkpoint.new --key VKEY --from ./published
  ombud verify evidence.json --key VKEY --log https://example.org/log --report evidence.html
  ombud verify --log https://example.org/log --key VKEY`,
    )
    .option('--key <vkey...>', 'the verifier key of the log')
    .option('--entry <file>', 'the entry, where the receipt does not hold it')
    .option('--payload <file>', 'the payload and salt, to check that they are what was recorded')
    .option('--witness-key <vkey...>', 'witnesses that must have cosigned')
    .option('--witnesses <n>', 'how many of them; all where left out')
    .option(
      '--log <tree>',
      'check a whole published log, in a folder or at an address; with evidence, that it is of that log',
    )
    .option('--report <file>', 'a page: is it the audit that this evidence signs, byte for byte?')
    .option('--from <tree>', 'the folder or address of the published log')
    .option('--evidence <file>', 'signed evidence: was this decision counted in that audit?')
    .action(async (file: string | undefined, later: string | undefined, flags: VerifyFlags) => {
      const { runVerify } = await import('../verify/run-verify.ts');
      settle(await runVerify(file, later, flags));
    });
}
