import { version } from '@ombud/kernel';
import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerDemo } from './commands/demo.ts';
import { registerIncidents } from './commands/incidents.ts';
import { registerInit } from './commands/init.ts';
import { registerLedger } from './commands/ledger.ts';
import { registerVerify } from './commands/verify.ts';
import { registerWitness } from './commands/witness.ts';
import { explainError } from './explain-error.ts';

export const exitCodes = { pass: 0, fail: 1, wrongUse: 2, cannotTell: 3, ourFault: 4 } as const;

function program(): Command {
  const ombud = new Command('ombud')
    .description('Makes machine decisions answerable: audit them, record them, verify them.')
    .version(version, '-V, --version')
    .showHelpAfterError('(ombud --help shows how to use it)')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      'after',
      '\nExit codes: 0 pass, 1 the policy failed, 2 wrong use or bad input, 3 cannot tell (where the policy says so), 4 our fault.',
    );
  for (const register of [
    registerAudit,
    registerInit,
    registerIncidents,
    registerLedger,
    registerVerify,
    registerWitness,
    registerDemo,
  ])
    register(ombud);
  return ombud;
}

/** Commander's own errors end the same way as ours: one sentence, exit code 2. */
function prepare(command: Command): void {
  command
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'ombud: ')) });
  for (const child of command.commands) prepare(child);
}

/**
 * Runs the command line.
 * @param args what follows `ombud`
 * @returns the exit code; a command sets `process.exitCode` where it is not 0
 */
export async function run(args: readonly string[]): Promise<number> {
  const ombud = program();
  prepare(ombud);
  try {
    await ombud.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? exitCodes.pass);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.wrongUse;
    const { sentence, exitCode } = explainError(error);
    process.stderr.write(`ombud: ${sentence}\n`);
    return exitCode;
  }
}
