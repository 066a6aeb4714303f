// The audit side by side: Ombud, the bare GROUP BY of the same DuckDB, and the peers on the same file in one run.
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Format, generate } from './generate.ts';
import { type Measured, measure, node, type Program } from './measure.ts';
import { peerNames, peerProgram, versionOf } from './peers.ts';

const root = join(import.meta.dirname, '..');
const data = join(import.meta.dirname, 'data');

/** What the whole audit may cost beyond its 1.5 bare queries: the start of the command, statistics, reports. */
const allowance = { times: 1.5, seconds: 0.7, megabytes: 400 };

const help = `npm run bench -- audit [options]
  --rows N         people in the file (1e6)
  --format F       parquet or csv (parquet)
  --runs K         runs of Ombud and of the bare query; the median counts (5)
  --command FILE   another build of the command, to compare two
  --peers LIST     peers to run, or none (fairlearn,aif360,aequitas)
  --peers-rows N   people in the file of the peers, where they are too slow for --rows
  --peers-runs K   runs of each peer (1)`;

interface Line {
  readonly tool: string;
  readonly rows: number;
  readonly result: Measured | string;
}

/** Makes the file, runs everything that is installed, and prints the table and the ratios. */
export async function audit(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1e6' },
      format: { type: 'string', default: 'parquet' },
      runs: { type: 'string', default: '5' },
      command: { type: 'string', default: join(root, 'packages', 'cli', 'bin', 'ombud.mjs') },
      peers: { type: 'string', default: peerNames.join(',') },
      'peers-rows': { type: 'string' },
      'peers-runs': { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const rows = whole(values.rows, '--rows');
  const peersRows = values['peers-rows'] === undefined ? rows : whole(values['peers-rows'], '--peers-rows');
  const runs = whole(values.runs, '--runs');
  const format = formatOf(values.format);
  enoughDisk(rows, format);
  const file = await generate(data, rows, format);
  console.log(
    `${rows.toLocaleString('en')} people, ${format}, ${cpus().length} cores, Node ${process.versions.node}`,
  );

  const lines: Line[] = [];
  const run = async (tool: string, people: number, program: Program, times: number): Promise<Line> => {
    const line = { tool, rows: people, result: await attempt(program, times) };
    lines.push(line);
    console.error(`  ${tool}: ${describe(line)}`);
    return line;
  };
  const bare = await run('bare GROUP BY', rows, node(join(import.meta.dirname, 'bare.ts'), file), runs);
  const ours = await withFolder((out) =>
    run('Ombud, all reports', rows, ombudProgram(values.command, file, out), runs),
  );
  const peersFile = peersRows === rows ? file : await generate(data, peersRows, format);
  const oursAtPeers =
    peersRows === rows
      ? ours
      : await withFolder((out) =>
          run('Ombud, all reports', peersRows, ombudProgram(values.command, peersFile, out), runs),
        );
  const wanted = new Set(values.peers === 'none' ? [] : values.peers.split(','));
  for (const peer of peerNames.filter((name) => wanted.has(name))) {
    const version = versionOf(peer);
    if (version === null) lines.push({ tool: peer, rows: peersRows, result: 'not run: not installed' });
    else
      await run(
        `${peer} ${version}`,
        peersRows,
        peerProgram(peer, peersFile),
        whole(values['peers-runs'], '--peers-runs'),
      );
  }
  console.log(table(lines));
  console.log(ratios(bare, ours, oursAtPeers, lines));
}

function whole(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`${option} needs a whole number above 0, not "${text}".`);
  return number;
}

function formatOf(text: string): Format {
  if (text !== 'parquet' && text !== 'csv') throw new Error(`--format is parquet or csv, not "${text}".`);
  return text;
}

/** A row takes about 2 bytes in Parquet and 30 in CSV. */
function enoughDisk(rows: number, format: Format): void {
  const needed = rows * (format === 'parquet' ? 3 : 35);
  const { bavail, bsize } = statfsSync(import.meta.dirname);
  if (bavail * bsize < 2 * needed)
    throw new Error(`The disk is too full: ${Math.ceil((2 * needed) / 1e9)} GB are needed.`);
}

function ombudProgram(command: string, file: string, out: string): Program {
  if (!existsSync(command)) throw new Error(`There is no command at ${command}.`);
  const roles = ['--decision', 'decision=1', '--outcome', 'outcome=1', '--groups', 'sex,age,region'];
  const reports = ['--format', 'json,html,md,junit,sarif', '--out', out];
  // Without a policy there is no verdict; 0, 1 and 3 all mean that the audit was done.
  return { ...node(command, 'audit', file, ...roles, ...reports), done: [0, 1, 3] };
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-bench-out-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function attempt(program: Program, runs: number): Promise<Measured | string> {
  try {
    return await measure(program, runs);
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const cpu = (seconds: number | null) => (seconds === null ? '?' : `${seconds.toFixed(2)} s`);
const memory = (megabytes: number | null) => (megabytes === null ? '?' : `${megabytes.toFixed(0)} MB`);

function describe({ result }: Line): string {
  return typeof result === 'string'
    ? result
    : `${result.seconds.toFixed(2)} s, ${cpu(result.cpuSeconds)} of CPU, ${memory(result.megabytes)}`;
}

function table(lines: readonly Line[]): string {
  const body = lines.map(({ tool, rows, result }) => {
    const cells =
      typeof result === 'string'
        ? [result, '', '', '']
        : [
            `${result.seconds.toFixed(2)} s`,
            cpu(result.cpuSeconds),
            memory(result.megabytes),
            String(result.runs),
          ];
    return `| ${[tool, rows.toLocaleString('en'), ...cells].join(' | ')} |`;
  });
  return [
    '',
    '| tool | people | median wall time | CPU time | peak memory | runs |',
    '|---|---|---|---|---|---|',
    ...body,
    '',
  ].join('\n');
}

function ratios(bare: Line, ours: Line, oursAtPeers: Line, lines: readonly Line[]): string {
  const compared: string[] = [];
  if (typeof bare.result !== 'string' && typeof ours.result !== 'string') {
    const most = allowance.times * bare.result.seconds + allowance.seconds;
    const met = (yes: boolean) => (yes ? 'held' : 'NOT held');
    compared.push(`Ombud / bare: ${(ours.result.seconds / bare.result.seconds).toFixed(2)}`);
    compared.push(
      `(Ombud - 0.7 s) / bare: ${((ours.result.seconds - allowance.seconds) / bare.result.seconds).toFixed(2)}, at most 1.5`,
    );
    compared.push(
      `Ombud at most 1.5 x bare + 0.7 s = ${most.toFixed(2)} s: ${met(ours.result.seconds <= most)}`,
    );
    if (ours.result.megabytes !== null)
      compared.push(`Ombud under 400 MB: ${met(ours.result.megabytes < allowance.megabytes)}`);
  }
  for (const { tool, result } of lines.filter((line) => line !== bare && line.tool !== ours.tool)) {
    if (typeof result === 'string' || typeof oursAtPeers.result === 'string') continue;
    const wall = result.seconds / oursAtPeers.result.seconds;
    const used = (result.cpuSeconds ?? Number.NaN) / (oursAtPeers.result.cpuSeconds ?? Number.NaN);
    compared.push(`${tool} / Ombud: ${wall.toFixed(1)} by wall time, ${used.toFixed(1)} by CPU time`);
  }
  return compared.join('\n');
}
