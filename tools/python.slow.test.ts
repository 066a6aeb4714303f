/** The Python distribution as others get it: its wheel in an empty environment, with what its tests need beside it. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'ombud-python-'));
const bin = join(folder, 'venv', 'bin');
const command = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');

const run = async (program: string, args: readonly string[]): Promise<string> => {
  const env = { ...process.env, OMBUD_COMMAND: command, PYTHONPATH: '', HOME: folder };
  const { stdout, stderr } = await promisify(execFile)(program, [...args], {
    cwd: folder,
    env,
    timeout: 900_000,
  });
  return `${stdout}${stderr}`;
};

/** Versions that were tried; each set of tests says by itself what is missing. */
const companions = [
  'polars==2.1.0',
  'scikit-learn==1.9.1',
  'fairlearn==0.15.0',
  'nbclient==0.11.0',
  'ipykernel==7.4.0',
  'mlflow==3.17.2',
];

const missing = await promisify(execFile)('python3', ['-m', 'venv', join(folder, 'venv')]).then(
  () => false,
  () => true,
);
if (missing) process.stderr.write('No Python with venv here: the distribution is not tested.\n');

let wheel = '';
beforeAll(async () => {
  if (missing) return;
  if (!existsSync(join(root, 'packages', 'cli', 'dist', 'ombud.mjs')))
    await run(process.execPath, [join(root, 'tools', 'run.mjs'), 'build']);
  // Built from a copy: the build leaves files beside the source.
  cpSync(join(root, 'python'), join(folder, 'source'), { recursive: true });
  await run(join(bin, 'pip'), [
    'wheel',
    '-q',
    '--no-deps',
    '-w',
    join(folder, 'wheels'),
    join(folder, 'source'),
  ]);
  wheel = join(folder, 'wheels', readdirSync(join(folder, 'wheels'))[0] ?? '');
  await run(join(bin, 'pip'), ['install', '-q', wheel]);
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(missing)('the wheel carries no copy of the engine', async () => {
  const names = await run(join(bin, 'python'), ['-m', 'zipfile', '-l', wheel]);
  expect(names).toContain('ombud/auditing.py');
  expect(names).not.toMatch(/\.(mjs|js|node)\b|tests\//);
  expect(statSync(wheel).size).toBeLessThan(100_000);
});

test.skipIf(missing)('in an empty environment it audits a table', async () => {
  const program = `
import ombud, pandas
people = pandas.DataFrame({"sex": ["F", "M"] * 200, "hired": [0, 1, 1, 1] * 100})
result = ombud.audit(people, decision="hired=1", groups="sex", favourable="positive", policy="us-four-fifths")
print(result.verdict, ombud.__file__)`;
  const told = await run(join(bin, 'python'), ['-c', program]);
  expect(told).toMatch(/^fail .*site-packages/);
});

test.skipIf(missing)('its tests, with the notebook, Fairlearn and MLflow beside it', async () => {
  await run(join(bin, 'pip'), ['install', '-q', ...companions]);
  cpSync(join(root, 'python', 'tests'), join(folder, 'python', 'tests'), { recursive: true });
  cpSync(join(root, 'docs'), join(folder, 'docs'), { recursive: true });
  const told = await run(join(bin, 'python'), [
    '-m',
    'unittest',
    'discover',
    '-s',
    'python/tests',
    '-t',
    'python',
  ]);
  expect(told).toMatch(/Ran \d\d+ tests.*\n\nOK\s*$/);
  expect(told).not.toContain('skipped');
});
