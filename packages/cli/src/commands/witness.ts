/** `ombud witness`: watch over the logs of others, and have others watch over ours. */
import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { CosignFlags, ServeFlags } from '../witness/run-witness.ts';

/** Adds `ombud witness serve` and `ombud witness cosign` to the program. */
export function registerWitness(program: Command, settle: Settle): void {
  const witness = program.command('witness').description('Watch that logs only grow.');
  witness
    .command('serve')
    .description('Run a witness (C2SP tlog-witness) for logs of others; prints its verifier key.')
    .argument('<dir>', 'the folder where the witness keeps its key and what it has seen')
    .requiredOption('--name <name>', 'the witness’s name for good, such as witness.example.org')
    .requiredOption('--log <vkey...>', 'verifier keys of the logs to witness')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any free one', '8462')
    .option('--public', 'allow an address that others can reach')
    .action(async (dir: string, flags: ServeFlags) => {
      const { runServe } = await import('../witness/run-witness.ts');
      settle(await runServe(dir, flags));
    });
  witness
    .command('cosign')
    .description('Ask a witness to cosign the newest checkpoint; receipts then carry its word.')
    .argument('<dir>', 'the folder of the ledger, or a postgres:// URL')
    .requiredOption('--witness <url>', 'the address of the witness')
    .requiredOption('--witness-key <vkey>', 'its verifier key')
    .action(async (dir: string, flags: CosignFlags) => {
      const { runCosign } = await import('../witness/run-witness.ts');
      settle(await runCosign(dir, flags));
    });
}
