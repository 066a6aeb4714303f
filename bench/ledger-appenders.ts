/**
 * Many appenders at once, and one alone, beside another version of the ledger and beside the bare commit.
 *
 *   npm run bench -- appenders [--other CLONE] [--seconds 4] [--rounds 5]
 *
 * Each side is a process of its own that runs a bundle, in turns. Each appender waits for its own entry before it gives the
 * next one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLedger, openWriter } from '@ombud/ledger';

interface Seen {
  readonly perSecond: number;
  readonly median: number;
  readonly late: number;
  /** Microseconds of processor for an entry, of all threads: other work on the machine disturbs it less than the times. */
  readonly processor: number;
}

const payload = (i: number) => ({
  decision: 'yes',
  inputs: { age: 44, employment: 'x'.repeat(500), income: 52_000 + i, purpose: 'car' },
  score: 0.731,
  subject: `s-${i}`,
});

function seenOf(times: number[], milliseconds: number, { user, system }: NodeJS.CpuUsage): Seen {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    perSecond: (times.length / milliseconds) * 1000,
    median: at(0.5),
    late: at(0.99),
    processor: (user + system) / times.length,
  };
}

/** What the processor did since the time of warming up is over. */
function usageSince(start: number): () => NodeJS.CpuUsage {
  let before = process.cpuUsage();
  setTimeout(() => {
    before = process.cpuUsage();
  }, start - performance.now()).unref();
  return () => process.cpuUsage(before);
}

/** Runs so many appenders for a while, after a quarter of it to warm up. */
async function appenders(location: string, count: number, milliseconds: number): Promise<Seen> {
  await createLedger(location, 'bench.example.org/log');
  const writer = await openWriter(location);
  const start = performance.now() + milliseconds / 4;
  const end = start + milliseconds;
  const usage = usageSince(start);
  const times: number[] = [];
  let next = 0;
  const one = async () => {
    for (let from = performance.now(); from < end; ) {
      await writer.append({ kind: 'decision', system: 'loans', payload: payload(next++) });
      const now = performance.now();
      if (from >= start) times.push(now - from);
      from = now;
    }
  };
  await Promise.all(Array.from({ length: count }, one));
  const used = usage();
  await writer.close();
  return seenOf(times, milliseconds, used);
}

/** The commit of one row by the bare store, one after the other. */
async function bareCommits(location: string, milliseconds: number): Promise<Seen> {
  const { openBare } = await import('./ledger-bare.ts');
  await createLedger(location, 'bench.example.org/log');
  const store = openBare(location);
  const start = performance.now() + milliseconds / 4;
  const end = start + milliseconds;
  const usage = usageSince(start);
  const times: number[] = [];
  for (let [from, i] = [performance.now(), 0]; from < end; i++) {
    store.write([{ payload: payload(i), keyed: false }]);
    const now = performance.now();
    if (from >= start) times.push(now - from);
    from = now;
    // As an application would: other work of the process has its turn.
    await new Promise(setImmediate);
    from = performance.now();
  }
  const used = usage();
  store.close();
  return seenOf(times, milliseconds, used);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const shown = (all: readonly Seen[]): string => {
  const of = (what: keyof Seen, digits: number) => median(all.map((one) => one[what])).toFixed(digits);
  return `${of('perSecond', 0)} entries/s, median ${of('median', 2)} ms, 99 % within ${of('late', 1)} ms, ${of('processor', 1)} us of processor for one`;
};

function side(bundle: string, task: string, count: number, milliseconds: number): Seen {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-bench-'));
  try {
    const args = ['--no-warnings', bundle, task, join(folder, 'ledger'), String(count), String(milliseconds)];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Seen;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(other: string | undefined, rounds: number, milliseconds: number): Promise<void> {
  const { bundle } = await import('./bundle.ts');
  const own = fileURLToPath(import.meta.url);
  const ours = await bundle(own, 'ombud-bench-appenders');
  const theirs =
    other === undefined
      ? null
      : await bundle(own, 'ombud-bench-appenders-other', join(other, 'packages/ledger/src/index.ts'));
  for (const count of [1, 64, 256]) {
    const seen: Record<'ours' | 'other' | 'bare', Seen[]> = { ours: [], other: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      seen.ours.push(side(ours, 'side', count, milliseconds));
      if (theirs !== null) seen.other.push(side(theirs, 'side', count, milliseconds));
      if (count === 1) seen.bare.push(side(ours, 'bare', count, milliseconds));
    }
    console.log(`${count} appenders, ledger: ${shown(seen.ours)}`);
    if (seen.other.length > 0) {
      const ratios = seen.ours.map((one, i) => one.perSecond / (seen.other[i]?.perSecond ?? Number.NaN));
      console.log(`${count} appenders, the other: ${shown(seen.other)}; ratio ${median(ratios).toFixed(2)}`);
    }
    if (seen.bare.length > 0) console.log(`one row by the bare store: ${shown(seen.bare)}`);
  }
}

/** @param args of the command line */
export async function benchAppenders(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      other: { type: 'string' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '5' },
    },
  });
  if (values.other !== undefined && !existsSync(values.other))
    throw new Error(`${values.other} is not there`);
  await compare(values.other, Number(values.rounds), Number(values.seconds) * 1000);
}

const [task, location = '', count = '1', milliseconds = '1000'] = process.argv.slice(2);
if (task === 'side')
  console.log(JSON.stringify(await appenders(location, Number(count), Number(milliseconds))));
if (task === 'bare') console.log(JSON.stringify(await bareCommits(location, Number(milliseconds))));
