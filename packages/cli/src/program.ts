import { version } from '@ombud/kernel/version';
import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerCheckDeployment } from './commands/check-deployment.ts';
import { registerCompletion } from './commands/completion.ts';
import { registerDemo } from './commands/demo.ts';
import { registerExplain } from './commands/explain.ts';
import { registerIncidents } from './commands/incidents.ts';
import { registerInit } from './commands/init.ts';
import { registerLedger } from './commands/ledger.ts';
import { registerServe } from './commands/serve.ts';
import { registerVerify } from './commands/verify.ts';
import { registerWitness } from './commands/witness.ts';
import { type ExitCode, exitCodes, type Settle } from './exit-codes.ts';

const examples = `
Examples:
  ombud audit decisions.csv --decision approved=yes --groups sex,age -o report/
  ombud init decisions.csv
  ombud ledger append ./log decisions.csv --system loans --subject id --decision approved --groups sex
  ombud verify receipt --key VKEY
  ombud incidents berkeley-1973

Exit codes: 0 pass, 1 the policy or a check failed, 2 wrong use or bad input, 3 cannot tell (where the policy says so), 4 our fault.`;

/** The command line as a tree; each action loads what it needs, and nothing is loaded before. */
export function program(settle: Settle): Command {
  const ombud = new Command('ombud')
    .description('Makes machine decisions answerable: audit them, record them, verify them.')
    .version(version, '-v, --version')
    .option('--lang <tag>', 'language of reports and messages (default: en)')
    .hook('preAction', async (root) => {
      const { lang = 'en' } = root.opts<{ lang?: string }>();
      (await import('./terminal.ts')).speak(lang);
    })
    .showHelpAfterError('(ombud --help shows how to use it)')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', examples);
  ombud.commandsGroup('Audit:');
  for (const register of [registerAudit, registerExplain, registerInit, registerIncidents, registerDemo])
    register(ombud, settle);
  ombud.commandsGroup('Record and prove:');
  for (const register of [registerServe, registerLedger, registerVerify, registerWitness])
    register(ombud, settle);
  ombud.commandsGroup('More:');
  registerCheckDeployment(ombud, settle);
  registerCompletion(ombud, settle);
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
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.pass;
  const ombud = program((settled) => {
    code = settled;
  });
  prepare(ombud);
  try {
    await ombud.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.wrongUse;
    const { explainError } = await import('./explain-error.ts');
    const { sentence, exitCode } = explainError(error);
    process.stderr.write(`ombud: ${sentence}\n`);
    return exitCode;
  }
}
