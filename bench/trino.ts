// npm run bench -- trino [--rows 1e7] [--files 8] [--runs 7]: the audit of a table that three processes of Trino read, beside
// the one GROUP BY that it needs, in turns: asked by this process, which has started, and by a plain client that starts as the
// command does. CPU and bytes are those that Trino itself says of its queries.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { startTrino, type TestTrino } from '../packages/testing/src/trino.ts';
import { generate } from './generate.ts';
import { measure, node } from './measure.ts';

interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** What a whole process took, and of that its own CPU time. */
interface CommandCost extends Cost {
  readonly ownSeconds: number;
  readonly queries: number;
}

const bare =
  'SELECT sex, age, region, decision, outcome, count(*) FROM lake.bench.people GROUP BY 1, 2, 3, 4, 5';

/** The people of a file in several, as a table of Trino. */
async function load(trino: TestTrino, file: string, files: number): Promise<void> {
  const folder = join(trino.lake, 'people');
  mkdirSync(folder);
  const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
  const connection = await instance.connect();
  for (let i = 0; i < files; i += 1)
    await connection.run(
      `COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet('${file}', file_row_number = true) WHERE file_row_number % ${files} = ${i}) TO '${join(folder, `${i}.parquet`)}' (FORMAT parquet)`,
    );
  connection.closeSync();
  instance.closeSync();
  await trino.sql('CREATE SCHEMA lake.bench');
  await trino.sql(
    `CREATE TABLE lake.bench.people (sex varchar, age varchar, region varchar, decision integer, outcome integer) WITH (external_location = 'local:///people', format = 'PARQUET')`,
  );
}

const plainClient = join(import.meta.dirname, 'trino-bare.mjs');

/** The bare query by a process that does nothing else. */
const plainSeconds = async ({ host }: TestTrino): Promise<number> =>
  (await measure(node(plainClient, host, bare), 1)).seconds;

async function bareCost(trino: TestTrino): Promise<Cost> {
  const start = performance.now();
  const { cpuMs, bytes } = await trino.sql(bare);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuMs / 1000,
    megabytes: bytes / 1e6,
  };
}

interface QueryInfo {
  readonly queryId: string;
  readonly session: { readonly source?: string };
  readonly queryStats: { readonly totalCpuTime: string; readonly physicalInputDataSize: string };
}

const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  B: 1e-6,
  kB: 1e-3,
  MB: 1,
  GB: 1e3,
};

/** `1.50s` in seconds, `3.2MB` in megabytes. */
function amount(text: string): number {
  const [, number = '', unit = ''] = /^([\d.]+)([a-zA-Z]+)$/.exec(text) ?? [];
  return Number(number) * (units[unit] ?? Number.NaN);
}

async function ombudQueries({ host }: TestTrino): Promise<readonly QueryInfo[]> {
  const response = await fetch(`http://${host}/v1/query`, { headers: { 'X-Trino-User': 'tests' } });
  return ((await response.json()) as QueryInfo[]).filter(({ session }) => session.source === 'ombud');
}

async function auditCost(trino: TestTrino, command: string): Promise<CommandCost> {
  const before = new Set((await ombudQueries(trino)).map(({ queryId }) => queryId));
  const source = `trino://bench@${trino.host}/lake/bench/people`;
  const roles = ['--decision', 'decision=1', '--outcome', 'outcome=1', '--groups', 'sex,age,region'];
  const program = { ...node(command, 'audit', source, ...roles, '--format', 'json'), done: [0, 1, 3] };
  const { seconds, cpuSeconds } = await measure(program, 1);
  const asked = (await ombudQueries(trino)).filter(({ queryId }) => !before.has(queryId));
  const sum = (of: (query: QueryInfo) => string) =>
    asked.reduce((total, query) => total + amount(of(query)), 0);
  return {
    seconds,
    cpuSeconds: sum(({ queryStats }) => queryStats.totalCpuTime),
    megabytes: sum(({ queryStats }) => queryStats.physicalInputDataSize),
    ownSeconds: cpuSeconds ?? Number.NaN,
    queries: asked.length,
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const medians = (costs: readonly Cost[]): Cost => ({
  seconds: median(costs.map(({ seconds }) => seconds)),
  cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
  megabytes: median(costs.map(({ megabytes }) => megabytes)),
});

const line = (tool: string, { seconds, cpuSeconds, megabytes }: Cost): string =>
  `| ${tool} | ${seconds.toFixed(2)} s | ${cpuSeconds.toFixed(2)} s | ${megabytes.toFixed(1)} MB |`;

/** Both in turns on a warm cluster, and the medians side by side. */
export async function trino(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1e7' },
      files: { type: 'string', default: '8' },
      runs: { type: 'string', default: '7' },
      command: {
        type: 'string',
        default: join(import.meta.dirname, '..', 'packages', 'cli', 'bin', 'ombud.mjs'),
      },
    },
  });
  const file = await generate(join(import.meta.dirname, 'data'), Number(values.rows), 'parquet');
  const cluster = await startTrino(2);
  try {
    await load(cluster, file, Number(values.files));
    const [ours, theirs, plain]: [CommandCost[], Cost[], number[]] = [[], [], []];
    // The first ones warm the machines up and are not counted.
    for (let run = -2; run < Number(values.runs); run += 1) {
      const query = await bareCost(cluster);
      const audit = await auditCost(cluster, values.command);
      const client = await plainSeconds(cluster);
      console.error(
        `  ${run}: ${line('bare', query)} plain client ${client.toFixed(2)} s ${line(`Ombud, ${audit.queries} queries`, audit)}`,
      );
      if (run < 0) continue;
      theirs.push(query);
      ours.push(audit);
      plain.push(client);
    }
    const [query, audit, client] = [medians(theirs), medians(ours), median(plain)];
    console.log('| | wall time | CPU of Trino | bytes read |\n|---|---|---|---|');
    console.log(line('bare GROUP BY, a client that has started', query));
    console.log(`| bare GROUP BY, a client that starts | ${client.toFixed(2)} s | | |`);
    console.log(line('Ombud, the whole command', audit));
    console.log(
      `CPU ${(audit.cpuSeconds / query.cpuSeconds).toFixed(2)} times (at most 1.1), bytes ${(audit.megabytes / query.megabytes).toFixed(2)} times (at most 1.1)`,
    );
    // Each turn beside its own neighbour: what else the machine does then is the same for both.
    const more = (than: (turn: number) => number) => median(ours.map(({ seconds }, i) => seconds - than(i)));
    console.log(
      `${more((i) => theirs[i]?.seconds ?? Number.NaN).toFixed(2)} s more than the client that has started (at most 0.5), ` +
        `${more((i) => plain[i] ?? Number.NaN).toFixed(2)} s more than the one that starts; ` +
        `the command itself used ${median(ours.map(({ ownSeconds }) => ownSeconds)).toFixed(2)} s of CPU`,
    );
  } finally {
    await cluster.stop();
  }
}
