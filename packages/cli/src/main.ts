import { version } from '@ombud/kernel/version';

// A reader that has seen enough (`ombud audit ... | head`) is no error.
process.stdout.on('error', async (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  const { cannotWrite } = await import('@ombud/app');
  const { explainError } = await import('./explain-error.ts');
  const { sentence, exitCode } = explainError(cannotWrite('/dev/stdout', error));
  process.stderr.write(`ombud: ${sentence}\n`, () => process.exit(exitCode));
});

const args = process.argv.slice(2);
const [first] = args;
if (args.length === 1 && (first === '--version' || first === '-v' || first === '-V')) {
  // The version alone loads nothing else.
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(args);
}
