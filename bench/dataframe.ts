// An audit of a DataFrame beside one of the Parquet file that holds the same people, in one Python process.
// npm run bench -- dataframe [--rows 1e6] [--runs 7]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { peerPython } from './peers.ts';

const root = join(import.meta.dirname, '..');

export async function dataframe(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '1e6' }, runs: { type: 'string', default: '7' } },
  });
  const file = await generate(join(import.meta.dirname, 'data'), Number(values.rows), 'parquet');
  const script = join(import.meta.dirname, 'peers', 'dataframe.py');
  const OMBUD_COMMAND = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');
  const done = spawnSync(peerPython(), [script, file, values.runs], {
    stdio: 'inherit',
    env: { ...process.env, OMBUD_COMMAND, PYTHONPATH: join(root, 'python') },
  });
  if (done.status !== 0) throw new Error('The Python of the bench needs pandas and pyarrow.');
}
