import { version } from '@ombud/kernel/version';

// A reader that has seen enough (`ombud audit ... | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
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
