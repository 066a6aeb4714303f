// npm run bench -- against --other BIN [--rows 1e6] [--runs 9] [--only TASK]: the built command beside another build of it (the bin of a
// clone of an earlier version), in turns, so that the machine's other work falls on both. Look at CPU time.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate, write } from './generate.ts';
import { type Measured, measure, node } from './measure.ts';

const root = join(import.meta.dirname, '..');

interface Task {
  readonly name: string;
  readonly args: readonly string[];
  /** So many runs for one of the others: a short task is noisier. */
  readonly times: number;
}

/** Twenty by twenty by ten groups: about five people each. */
const manyGroups = `
    select 'a' || hash(i) % 20 as a, 'b' || hash(i + 1e6::bigint) % 20 as b, 'c' || hash(i + 2e6::bigint) % 10 as c,
      (hash(i + 3e6::bigint) % 10 < 4)::int as decision, (hash(i + 4e6::bigint) % 10 < 4)::int as outcome
    from range(20000) people(i)`;

/** What both builds are asked; `out` is a folder for reports. */
async function tasks(rows: number, out: string): Promise<readonly Task[]> {
  const data = join(import.meta.dirname, 'data');
  const example = join(root, 'examples', 'berkeley-1973', 'admissions.csv');
  const roles = ['--favourable', 'positive', '--format', 'json,html,md,junit,sarif', '--out', out, '--quiet'];
  const small = ['--decision', 'admitted=yes', '--groups', 'sex', '--count', 'people'];
  const judged = ['--decision', 'decision=1', '--outcome', 'outcome=1'];
  const large = [...judged, '--groups', 'sex,age,region'];
  const many = await write(data, 'many-groups.csv', manyGroups, '(format csv, header)');
  const files = await Promise.all([generate(data, rows, 'parquet'), generate(data, rows, 'csv')]);
  return [
    { name: '--version', args: ['--version'], times: 3 },
    { name: '--help', args: ['--help'], times: 3 },
    { name: 'audit of 24 rows', args: ['audit', example, ...small, ...roles], times: 2 },
    {
      name: 'the same inside departments',
      args: ['audit', example, ...small, '--strata', 'department', ...roles],
      times: 2,
    },
    {
      name: '4,000 groups of 20,000 people',
      args: ['audit', many, ...judged, '--groups', 'a,b,c', '--depth', '3', ...roles],
      times: 1,
    },
    ...files.map((file) => ({
      name: `audit of ${rows.toLocaleString('en')} people, ${file.endsWith('csv') ? 'CSV' : 'Parquet'}`,
      args: ['audit', file, ...large, ...roles],
      times: 1,
    })),
  ];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median CPU and wall seconds of both, the runs in turns; the first of each only fills caches and is not counted. */
async function compare(task: Task, bins: readonly string[], runs: number): Promise<string> {
  const measured = bins.map((): Measured[] => []);
  for (let run = 0; run <= runs * task.times; run += 1)
    for (const [i, bin] of bins.entries()) {
      const one = await measure({ ...node(bin, ...task.args), done: [0, 1, 3] }, 1);
      if (run > 0) measured[i]?.push(one);
    }
  const of = (what: (one: Measured) => number) => {
    const [own = Number.NaN, other = Number.NaN] = measured.map((all) => median(all.map(what)));
    return `${own.toFixed(3)} | ${other.toFixed(3)} | ${(own / other).toFixed(2)}`;
  };
  const cpu = of(({ cpuSeconds }) => cpuSeconds ?? Number.NaN);
  return `| ${task.name} | ${cpu} | ${of(({ seconds }) => seconds)} | ${runs * task.times} |`;
}

/** Prints a table of medians: ours, the other's, and ours as a share of the other's. */
export async function against(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      other: { type: 'string' },
      only: { type: 'string', default: '' },
      rows: { type: 'string', default: '1e6' },
      runs: { type: 'string', default: '9' },
    },
  });
  const { other } = values;
  if (other === undefined || !statSync(other, { throwIfNoEntry: false })?.isFile())
    throw new Error('Name the other build: --other CLONE/packages/cli/bin/ombud.mjs');
  const ours = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');
  const out = mkdtempSync(join(tmpdir(), 'ombud-against-'));
  try {
    console.log(
      '| task | CPU s | the other | share | wall s | the other | share | runs |\n|---|---|---|---|---|---|---|---|',
    );
    for (const task of await tasks(Number(values.rows), `${out}/`))
      if (task.name.includes(values.only))
        console.log(await compare(task, [ours, other], Number(values.runs)));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
