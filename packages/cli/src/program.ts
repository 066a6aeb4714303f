import { version } from '@ombud/kernel/version';
import { english, say } from '@ombud/words';
import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerBackup } from './commands/backup.ts';
import { registerCheckDeployment } from './commands/check-deployment.ts';
import { registerCompare } from './commands/compare.ts';
import { registerCompletion } from './commands/completion.ts';
import { registerDemo } from './commands/demo.ts';
import { registerExplain } from './commands/explain.ts';
import { registerIncidents } from './commands/incidents.ts';
import { registerInit } from './commands/init.ts';
import { registerLedger } from './commands/ledger.ts';
import { registerRemedies } from './commands/remedies.ts';
import { registerServe } from './commands/serve.ts';
import { registerVerify } from './commands/verify.ts';
import { registerWitness } from './commands/witness.ts';
import { type ExitCode, exitCodes, type Settle } from './exit-codes.ts';
import { examples, tellHelp } from './help.ts';
import { complain, language, speak } from './terminal.ts';
import { usageError } from './usage-error.ts';

const lines = `\
  ombud audit decisions.csv --decision approved=yes --groups sex,age -o report/
  ombud init decisions.csv
  ombud ledger append ./log decisions.csv --system loans --subject id --decision approved --groups sex
  ombud verify receipt --key VKEY
  ombud incidents berkeley-1973`;

/** The command line as a tree; each action loads what it needs, and nothing is loaded before. */
export function program(settle: Settle): Command {
  const ombud = new Command('ombud')
    .version(version, '-v, --version')
    .option('--lang <tag>')
    .showHelpAfterError(say(language, 'help/after-error'))
    .addHelpText('after', examples(lines))
    .addHelpText('after', () => `\n${say(language, 'help/exit-codes')}`);
  ombud.commandsGroup('audit');
  for (const register of [
    registerAudit,
    registerCompare,
    registerRemedies,
    registerExplain,
    registerInit,
    registerIncidents,
    registerDemo,
  ])
    register(ombud, settle);
  ombud.commandsGroup('record-and-prove');
  for (const register of [registerServe, registerBackup, registerLedger, registerVerify, registerWitness])
    register(ombud, settle);
  ombud.commandsGroup('more');
  registerCheckDeployment(ombud, settle);
  registerCompletion(ombud, settle);
  tellHelp(ombud);
  return ombud;
}

/** Commander's own errors end the same way as ours: one sentence, exit code 2. */
function prepare(command: Command): void {
  command.exitOverride().configureOutput({ outputError: (text) => complain(usageError(text)) });
  for (const child of command.commands) prepare(child);
}

/** The language is needed before the flags are read: their help is told in it. */
function askedLanguage(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  return at < 0 || asked === undefined ? english.tag : asked;
}

/**
 * Runs the command line.
 * @param args what follows `ombud`
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.pass;
  try {
    speak(askedLanguage(args));
    const ombud = program((settled) => {
      code = settled;
    });
    prepare(ombud);
    await ombud.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.wrongUse;
    const { explainError } = await import('./explain-error.ts');
    const { sentence, exitCode } = explainError(error);
    complain(sentence);
    return exitCode;
  }
}
