/**
 * The ledger beside the bare store, in one run: durable appends, opening, proofs, publishing.
 *
 *   npm run bench -- ledger [--rows 100000] [--entries 10000000] [--rounds 5]
 *
 * It bundles itself first, and each side of the comparison is a process of its own that runs the bundle: loading
 * TypeScript would cost both time and memory that users of the built package do not pay.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  closeLedger,
  createLedger,
  type DecisionDraft,
  type Ledger,
  makeReceipt,
  openLedger,
  openWriter,
  publish,
} from '@ombud/ledger';
import { bundle } from './bundle.ts';
import { type BareRow, openBare } from './ledger-bare.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '100000' },
    entries: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '5' },
    command: { type: 'string', default: join(import.meta.dirname, '../packages/cli/bin/ombud.mjs') },
  },
});
const rows = Number(values.rows);
/** Rows that each side writes before its time is taken, so that the engine has compiled what it runs. */
const warmUp = 20_000;
const entries = Number(values.entries);
/** The built command. */
const { command } = values;

/** About 600 bytes of payload, as in the measurements of the stores. */
function draft(i: number, filler: string): DecisionDraft {
  return {
    kind: 'decision',
    system: 'loan-approval',
    model: '2026.11',
    payload: {
      decision: 'yes',
      inputs: { age: 44, employment: filler, income: 52_000 + i, purpose: 'car' },
      score: 0.731,
      subject: `s-${i}`,
    },
  };
}

/** The bare store's side, on the tables of a new ledger. */
function bare(location: string, batch: number, keyed: boolean): number {
  const store = openBare(location);
  const filler = 'x'.repeat(500);
  let start = performance.now();
  for (let i = 0; i < warmUp + rows; i += batch) {
    if (i === warmUp) start = performance.now();
    store.write(
      Array.from({ length: batch }, (_, k) => ({
        payload: draft(i + k, filler).payload as BareRow['payload'],
        keyed,
      })),
    );
  }
  const perSecond = (rows / (performance.now() - start)) * 1000;
  store.close();
  return perSecond;
}

/**
 * The ledger's side: it was made before, as `ombud ledger init` does it. Two batches are under way: while one is written the
 * next is sealed, which the bare store, one call after the other, cannot do.
 */
async function ours(location: string, batch: number): Promise<number> {
  const writer = await openWriter(location);
  const filler = 'x'.repeat(500);
  let start = performance.now();
  let before: Promise<unknown> = Promise.resolve();
  for (let i = 0; i < warmUp + rows; i += batch) {
    if (i === warmUp) start = performance.now();
    const appended = writer.appendMany(Array.from({ length: batch }, (_, k) => draft(i + k, filler)));
    await before;
    before = appended;
  }
  await before;
  const perSecond = (rows / (performance.now() - start)) * 1000;
  await writer.close();
  return perSecond;
}

interface Side {
  readonly perSecond: number;
  readonly megabytes: number;
}

/** Peak resident set of this process; resourceUsage() would carry the parent's over. */
function peakMegabytes(): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

/** Runs one side in a process of its own. */
function side(name: 'bare' | 'bare-keyed' | 'ours', location: string, batch: number): Side {
  const args = [
    fileURLToPath(import.meta.url),
    'side',
    name,
    location,
    String(batch),
    '--rows',
    String(rows),
  ];
  const out = execFileSync(process.execPath, ['--no-warnings', ...args], { encoding: 'utf8' });
  rmSync(location, { recursive: true });
  return JSON.parse(out) as Side;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function compare(folder: string, batch: number): Promise<void> {
  const pairs: [Side, Side][] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const places = ['bare', 'ours'].map((name) => join(folder, `${name}-${batch}-${round}`)) as [
      string,
      string,
    ];
    for (const place of places) await createLedger(place, 'bench.example.org/log');
    pairs.push([side('bare', places[0], batch), side('ours', places[1], batch)]);
  }
  const ratios = pairs.map(([a, b]) => b.perSecond / a.perSecond).sort((a, b) => a - b);
  const speed = (of: 0 | 1) => Math.round(median(pairs.map((pair) => pair[of].perSecond)));
  const peak = (of: 0 | 1) => Math.round(Math.max(...pairs.map((pair) => pair[of].megabytes)));
  console.log(
    `append, batches of ${batch}: bare store ${speed(0)} rows/s and ${peak(0)} MB, ledger ${speed(1)} entries/s and ${peak(1)} MB, ratio ${median(ratios).toFixed(2)} (${ratios.map((r) => r.toFixed(2)).join(' ')})`,
  );
}

/** The command from a file of NDJSON, its start included, beside the bare store that writes a key with each row. */
async function compareCommand(folder: string): Promise<void> {
  const file = join(folder, 'rows.ndjson');
  const filler = 'x'.repeat(500);
  const text = Array.from({ length: rows }, (_, i) => {
    const { inputs, ...own } = draft(i, filler).payload;
    return `${JSON.stringify({ ...own, ...inputs, model: '2026.11' })}\n`;
  });
  writeFileSync(file, text.join(''));
  const roles = ['--system', 'loan-approval', '--subject', 'subject', '--decision', 'decision'];
  const more = ['--score', 'score', '--model', 'model', '--quiet'];
  const ratios: string[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const [bareAt, oursAt] = [join(folder, `keyed-${round}`), join(folder, `command-${round}`)];
    for (const place of [bareAt, oursAt]) await createLedger(place, 'bench.example.org/log');
    const { perSecond } = side('bare-keyed', bareAt, 1000);
    const start = performance.now();
    execFileSync(process.execPath, [command, 'ledger', 'append', oursAt, file, ...roles, ...more]);
    const own = (rows / (performance.now() - start)) * 1000;
    rmSync(oursAt, { recursive: true });
    ratios.push(`${Math.round(own)} of ${Math.round(perSecond)} rows/s, ${(own / perSecond).toFixed(2)}`);
  }
  console.log(`command, NDJSON, beside the bare store at batches of 1000: ${ratios.join('; ')}`);
}

async function large(folder: string): Promise<void> {
  const location = join(folder, 'large');
  await createLedger(location, 'bench.example.org/log');
  const writer = await openWriter(location);
  const batch = 10_000;
  const start = performance.now();
  for (let i = 0; i < entries; i += batch)
    await writer.appendMany(Array.from({ length: Math.min(batch, entries - i) }, (_, k) => draft(i + k, '')));
  console.log(
    `built ${entries} entries at ${Math.round((entries / (performance.now() - start)) * 1000)} a second`,
  );
  await writer.close();
  await timed('open for writing', async () => (await openWriter(location)).close());
  const ledger = await openLedger(location);
  await receipts(ledger);
  await closeLedger(ledger);
}

/** 500 receipts to warm up, then 1,000 of entries all over the log. */
async function receipts(ledger: Ledger): Promise<void> {
  const anywhere = (i: number) => (i * 7919 * 104_729) % entries;
  const time = async (index: number) => {
    const from = performance.now();
    await makeReceipt(ledger, index);
    return performance.now() - from;
  };
  for (let i = 0; i < 500; i++) await time(anywhere(i + 5000));
  const first: number[] = [];
  const best: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const tries = [await time(anywhere(i)), await time(anywhere(i)), await time(anywhere(i))];
    first.push(tries[0] ?? 0);
    best.push(Math.min(...tries));
  }
  const shown = (times: readonly number[]) => {
    const sorted = [...times].sort((a, b) => a - b);
    return `median ${median(times).toFixed(2)} ms, 99 % within ${(sorted[989] ?? 0).toFixed(2)} ms, worst ${(sorted.at(-1) ?? 0).toFixed(2)} ms`;
  };
  console.log(`receipt of any entry, first asked: ${shown(first)}`);
  console.log(`receipt of any entry, best of three (without the machine's other work): ${shown(best)}`);
}

async function publishing(folder: string): Promise<void> {
  const location = join(folder, 'published');
  await createLedger(location, 'bench.example.org/log');
  const writer = await openWriter(location);
  await writer.appendMany(Array.from({ length: 50_000 }, (_, i) => draft(i, '')));
  const to = join(folder, 'tree');
  await timed('publish 50000 entries', () => publish(writer.ledger, to));
  await timed('publish again, nothing new', () => publish(writer.ledger, to));
  await writer.appendMany(Array.from({ length: 300 }, (_, i) => draft(i, '')));
  await timed('publish 300 more', () => publish(writer.ledger, to));
  await writer.close();
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<void> {
  const start = performance.now();
  const result = await work();
  const shown = result === undefined ? '' : ` ${JSON.stringify(result)}`;
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms${shown}`);
}

async function everything(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-bench-'));
  try {
    for (const batch of [100, 1000]) await compare(folder, batch);
    await compareCommand(folder);
    await publishing(folder);
    if (entries > 0) await large(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs this file bundled as the command is bundled. */
async function runBuilt(): Promise<void> {
  const built = await bundle(fileURLToPath(import.meta.url), 'ombud-bench-ledger');
  const args = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
  spawnSync(process.execPath, ['--no-warnings', built, ...args], { stdio: 'inherit' });
}

const [task, name, location = '', batch = '100'] = positionals;
if (task === 'side') {
  const perSecond =
    name === 'ours'
      ? await ours(location, Number(batch))
      : bare(location, Number(batch), name === 'bare-keyed');
  console.log(JSON.stringify({ perSecond, megabytes: peakMegabytes() }));
} else if (import.meta.filename.endsWith('.ts')) await runBuilt();
else await everything();
