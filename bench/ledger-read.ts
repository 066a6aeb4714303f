/**
 * What reading a whole ledger costs: fsck and an audit of a million entries by the built command, beside an earlier version on a
 * ledger of its own that was recorded from the same rows, in turns.
 *
 *   npm run bench -- ledger-read [--other CLONE/packages/cli/bin/ombud.mjs] [--rows 1e6] [--runs 3] [--folder DIR]
 *
 * With --folder the ledgers stay, and are not recorded again.
 */
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Measured, measure, node } from './measure.ts';

const own = join(import.meta.dirname, '..', 'packages', 'cli', 'bin', 'ombud.mjs');

function row(i: number): string {
  return `${JSON.stringify({
    subject: `s-${i}`,
    decision: i % 3 === 0 ? 'no' : 'yes',
    outcome: i % 5 === 0 ? 'no' : 'yes',
    score: (i % 1000) / 1000,
    age: 18 + (i % 70),
    sex: i % 2 === 0 ? 'f' : 'm',
    employment: 'self',
    income: 20_000 + (i % 50_000),
    purpose: 'car',
  })}\n`;
}

function* lines(rows: number): Generator<string> {
  for (let i = 0; i < rows; i++) yield row(i);
}

/** A version of the command, and its ledger. */
interface Side {
  readonly name: string;
  readonly bin: string;
  readonly ledger: string;
  /** How it names the protected attributes when it records. */
  readonly attributes: string;
}

async function record({ bin, ledger, attributes }: Side, rows: number): Promise<void> {
  if (existsSync(ledger)) return;
  const file = `${ledger}.ndjson`;
  await pipeline(Readable.from(lines(rows)), createWriteStream(file));
  const roles = ['--system', 'loans', '--subject', 'subject', '--decision', 'decision'];
  const more = ['--outcome', 'outcome', '--score', 'score', attributes, 'age,sex'];
  await measure(node(bin, 'ledger', 'init', ledger, '--origin', 'bench.example.org/log'), 1);
  await measure(node(bin, 'ledger', 'append', ledger, file, ...roles, ...more), 1);
  rmSync(file);
}

const tasks: Readonly<Record<string, (ledger: string, out: string) => readonly string[]>> = {
  fsck: (ledger) => ['ledger', 'fsck', ledger],
  audit: (ledger, out) => [
    ...['audit', `ledger:${ledger}#loans`, '--decision', 'decision=yes', '--outcome', 'outcome=yes'],
    ...['--favourable', 'positive', '--groups', 'sex', '--format', 'json', '--out', out, '--quiet'],
  ],
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Prints a line of the table for each side; in turns, so that the machine's other work falls on both. */
async function compare(task: string, sides: readonly Side[], runs: number, out: string): Promise<void> {
  const measured = sides.map((): Measured[] => []);
  for (let run = 0; run < runs; run++)
    for (const [i, { bin, ledger }] of sides.entries()) {
      const args = tasks[task]?.(ledger, out) ?? [];
      measured[i]?.push(await measure({ ...node(bin, ...args), done: [0, 1, 3] }, 1));
    }
  for (const [i, { name }] of sides.entries()) {
    const all = measured[i] ?? [];
    const of = (what: (one: Measured) => number) => median(all.map(what)).toFixed(2);
    const peak = Math.max(...all.map(({ megabytes }) => megabytes ?? Number.NaN)).toFixed(0);
    const cpu = of(({ cpuSeconds }) => cpuSeconds ?? Number.NaN);
    console.log(
      `| ${task} | ${name} | ${of(({ seconds }) => seconds)} | ${cpu} | ${peak} | ${loadavg()[0]?.toFixed(1)} |`,
    );
  }
}

/** @param args of the command line */
export async function benchRead(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      other: { type: 'string' },
      rows: { type: 'string', default: '1e6' },
      runs: { type: 'string', default: '3' },
      folder: { type: 'string' },
    },
  });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'ombud-read-'));
  mkdirSync(folder, { recursive: true });
  const sides: readonly Side[] = [
    { name: 'this', bin: own, ledger: join(folder, 'this'), attributes: '--groups' },
    ...(values.other === undefined
      ? []
      : [{ name: 'other', bin: values.other, ledger: join(folder, 'other'), attributes: '--attributes' }]),
  ];
  try {
    for (const side of sides) await record(side, Number(values.rows));
    console.log('| task | version | wall s | CPU s | peak MB | load |\n|---|---|---|---|---|---|');
    for (const task of Object.keys(tasks))
      await compare(task, sides, Number(values.runs), join(folder, 'result.json'));
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
