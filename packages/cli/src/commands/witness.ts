/** `ombud witness`: watch over the logs of others, and have others watch over ours. */
import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { CosignFlags, ServeFlags } from '../witness/run-witness.ts';

/** Adds `ombud witness serve` and `ombud witness cosign` to the program. */
export function registerWitness(program: Command, settle: Settle): void {
  const witness = program.command('witness');
  witness
    .command('serve')
    .argument('<dir>')
    .requiredOption('--name <name>')
    .requiredOption('--log <vkey...>')
    .option('--host <address>', '', '127.0.0.1')
    .option('--port <number>', '', '8462')
    .option('--public')
    .action(async (dir: string, flags: ServeFlags) => {
      const { runServe } = await import('../witness/run-witness.ts');
      settle(await runServe(dir, flags));
    });
  witness
    .command('cosign')
    .argument('<dir>')
    .requiredOption('--witness <url>')
    .requiredOption('--witness-key <vkey>')
    .action(async (dir: string, flags: CosignFlags) => {
      const { runCosign } = await import('../witness/run-witness.ts');
      settle(await runCosign(dir, flags));
    });
}
