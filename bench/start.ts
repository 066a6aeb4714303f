// npm run bench -- start [--beside PATH] [--runs N]: how long the command takes to start, beside another build of it
// (the bin of a clone of an earlier version), in turns, so that the machine's other work falls on both.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const example = join(root, 'examples', 'berkeley-1973', 'admissions.csv');

const commands: Readonly<Record<string, readonly string[]>> = {
  '--version': ['--version'],
  '--help': ['--help'],
  'a small audit': ['audit', example, '--decision', 'admitted=yes', '--groups', 'sex', '--count', 'people'],
};

function once(bin: string, args: readonly string[]): number {
  const start = performance.now();
  const done = spawnSync(process.execPath, [bin, ...args], { cwd: root, stdio: 'ignore' });
  if (done.status === null || done.status === 2 || done.status === 4)
    throw new Error(`${bin} ${args.join(' ')} ended with ${done.status}`);
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Prints medians in milliseconds, and ours as a share of the other's. */
export function start(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { beside: { type: 'string' }, runs: { type: 'string', default: '15' } },
  });
  const ours = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');
  const bins = [ours, ...(values.beside !== undefined && existsSync(values.beside) ? [values.beside] : [])];
  for (const [name, typed] of Object.entries(commands)) {
    const times = bins.map((): number[] => []);
    // The first run of each fills the caches of files and of compiled code.
    for (const bin of bins) once(bin, typed);
    for (let run = 0; run < Number(values.runs); run += 1)
      for (const [i, bin] of bins.entries()) times[i]?.push(once(bin, typed));
    const [own = Number.NaN, other] = times.map(median);
    const share =
      other === undefined ? '' : `, beside ${other.toFixed(0)} ms: ${((100 * own) / other).toFixed(0)} %`;
    console.log(`${name}: ${own.toFixed(0)} ms${share} (median of ${values.runs})`);
  }
}
