// Exact Shapley values: ours beside LightGBM's, XGBoost's and shap's own, the same models, one thread, turn by turn in one
// run, so that whatever else the machine does disturbs all alike.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peerPython } from './peers.ts';

interface Measured {
  readonly rows: number;
  readonly cpuSeconds: number;
  readonly oneRowMs: number;
  /** Wall and CPU time from bytes to model, in a fresh process. */
  readonly loadMs?: number;
  readonly loadCpuMs?: number;
}

interface Side {
  readonly name: string;
  readonly model: 'lightgbm.txt' | 'xgboost.json';
  readonly measure: () => Measured;
}

const script = join(import.meta.dirname, 'peers', 'explain_rows.py');
const folder = join(import.meta.dirname, 'data', 'explain');

function run(command: string, args: readonly string[]): string {
  // One thread, also in the libraries under the peers.
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', NUMBA_NUM_THREADS: '1' };
  return execFileSync(command, args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
}

function ours(model: Side['model'], rows: number, background = 0): Side {
  const ownScript = join(import.meta.dirname, 'explain-rows.ts');
  const args = [
    '--conditions=source',
    ownScript,
    join(folder, model),
    join(folder, 'rows.f64'),
    String(rows),
    String(background),
  ];
  const name = background === 0 ? 'Ombud' : `Ombud, background of ${background}`;
  return { name, model, measure: () => JSON.parse(run(process.execPath, args)) as Measured };
}

function theirs(name: string, peer: string, model: Side['model'], rows: number): Side {
  const args = [script, peer, folder, String(rows)];
  return { name, model, measure: () => JSON.parse(run(peerPython(), args)) as Measured };
}

/** npm run bench -- explain [--rows 2000] [--runs 5] */
export function explain(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { rows: { type: 'string', default: '2000' }, runs: { type: 'string', default: '5' } },
  });
  const [rows, runs] = [Number(values.rows), Number(values.runs)];
  const slow = Math.min(rows, 200);
  mkdirSync(folder, { recursive: true });
  run(peerPython(), [script, 'make', folder]);
  const sides = [
    ours('lightgbm.txt', rows),
    theirs('LightGBM pred_contrib', 'lightgbm', 'lightgbm.txt', rows),
    theirs('shap, its C code', 'shap', 'lightgbm.txt', rows),
    ours('lightgbm.txt', slow, 100),
    theirs('shap, background of 100', 'shap-background', 'lightgbm.txt', slow),
    ours('xgboost.json', rows),
    theirs('XGBoost pred_contribs', 'xgboost', 'xgboost.json', rows),
  ];
  const measured = sides.map((): Measured[] => []);
  for (let turn = 0; turn < runs; turn++) {
    sides.forEach((side, at) => {
      measured[at]?.push(side.measure());
    });
  }
  console.log(
    '| model | tool | rows a CPU second (median, lowest to highest) | one row | load |\n|---|---|---|---|---|',
  );
  sides.forEach(({ name, model }, at) => {
    console.log(`| ${model} | ${name} | ${line(measured[at] ?? [])} |`);
  });
}

function line(runs: readonly Measured[]): string {
  const speeds = runs.map((run) => run.rows / run.cpuSeconds).sort((a, b) => a - b);
  const whole = (value: number | undefined): string => Math.round(value ?? Number.NaN).toLocaleString('en');
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const loads = runs.flatMap(({ loadMs }) => (loadMs === undefined ? [] : [loadMs]));
  const loadCpus = runs.flatMap(({ loadCpuMs }) => (loadCpuMs === undefined ? [] : [loadCpuMs]));
  return [
    `${whole(median(speeds))} (${whole(speeds[0])} to ${whole(speeds.at(-1))})`,
    `${median(runs.map(({ oneRowMs }) => oneRowMs)).toFixed(2)} ms`,
    loads.length === 0 ? '' : `${median(loads).toFixed(0)} ms, CPU ${median(loadCpus).toFixed(0)} ms`,
  ].join(' | ');
}
