/**
 * What a long log costs: built in bulk, checked, read for an audit, published, one person erased; two sizes side by side.
 *
 *   npm run bench -- ledger-large [--sizes 1e6,1e7] [--folder DIR] [--only erase]
 *
 * Each task is a process of its own that runs a bundle. With --folder the ledgers stay, and are not built again. People are
 * erased with the file out of the system's cache before each, and then with it in.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  closeLedger,
  createLedger,
  eraseSubjects,
  fsck,
  openLedger,
  openWriter,
  publish,
  readDecisions,
} from '@ombud/ledger';

const batch = 5000;

const decision = (i: number) =>
  ({
    kind: 'decision',
    system: 'loans',
    attributes: { age: 18 + (i % 70), sex: i % 2 === 0 ? 'f' : 'm' },
    payload: {
      decision: i % 3 === 0 ? 'no' : 'yes',
      inputs: { employment: 'self', income: 20_000 + (i % 50_000), purpose: 'car' },
      outcome: i % 5 === 0 ? 'no' : 'yes',
      score: (i % 1000) / 1000,
      subject: `s-${i}`,
    },
  }) as const;

async function build(location: string, size: number): Promise<void> {
  await createLedger(location, 'bench.example.org/log');
  const writer = await openWriter(location);
  for (let i = 0; i < size; i += batch)
    await writer.appendMany(Array.from({ length: Math.min(batch, size - i) }, (_, k) => decision(i + k)));
  await writer.close();
}

async function check(location: string): Promise<void> {
  const ledger = await openLedger(location);
  const { problem } = await fsck(ledger);
  await closeLedger(ledger);
  if (problem !== null) throw problem;
}

async function read(location: string): Promise<void> {
  const ledger = await openLedger(location);
  const reading = await readDecisions(ledger, { system: 'loans' });
  let count = 0;
  for await (const page of reading.batches) count += page.length;
  if (count !== reading.coverage().counts.counted) throw new Error('not all were read');
  await closeLedger(ledger);
}

async function publishTo(location: string): Promise<void> {
  const ledger = await openLedger(location);
  await publish(ledger, `${location}-published`);
  await closeLedger(ledger);
}

/** Places of the index of subjects in which a person is looked for, by how far each level of its runs has come. */
function lookedIn(location: string): number {
  const database = new DatabaseSync(join(location, 'ledger.db'), { readOnly: true });
  const come = database.prepare('select come from subject_levels order by level').all();
  database.close();
  const runs = come.map((level, i) => Number(level['come']) / 8 ** i);
  return runs.reduce((sum, here, i) => sum + Math.floor(here) - 8 * Math.floor(runs[i + 1] ?? 0), 0);
}

/** Takes a file out of the system's cache. */
const forgetFile = (path: string): unknown =>
  execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });

/** Erases people one after the other; opening the ledger is not counted. Prints the time of each in milliseconds. */
async function erase(location: string, first: number, isCold: boolean): Promise<void> {
  const writer = await openWriter(location);
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    if (isCold) forgetFile(join(location, 'ledger.db'));
    const start = performance.now();
    const { entries } = await eraseSubjects(writer, [`s-${first + i * 1009}`]);
    times.push(performance.now() - start);
    if (entries !== 1) throw new Error(`${entries} entries were erased`);
  }
  await writer.close();
  const sorted = times.toSorted((a, b) => a - b).map((time) => time.toFixed(1));
  console.log(
    `${isCold ? 'cold' : 'warm'}, ${lookedIn(location)} places; of one: median ${sorted[5]} ms, ${sorted[0]} to ${sorted[10]}; `,
  );
}

function run(script: string, ...args: string[]): void {
  const start = performance.now();
  const out = execFileSync(process.execPath, ['--no-warnings', script, 'task', ...args], {
    encoding: 'utf8',
  });
  const wall = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${args[0]}, ${args[2]} entries: ${wall} s, ${out.replaceAll('\n', '')}`);
}

/** @param args of the command line */
export async function benchLarge(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '1e6,1e7' },
      folder: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { bundle } = await import('./bundle.ts');
  const script = await bundle(fileURLToPath(import.meta.url), 'ombud-bench-large');
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'ombud-large-'));
  mkdirSync(folder, { recursive: true });
  const sizes = values.sizes.split(',').map(Number);
  try {
    for (const size of sizes) {
      const place = join(folder, String(size));
      if (!existsSync(place)) run(script, 'build', place, String(size));
      for (const task of ['fsck', 'read', 'publish'])
        if (values.only === undefined || values.only === task) run(script, task, place, String(size));
      rmSync(`${place}-published`, { recursive: true, force: true });
    }
    // Side by side, so that the machine's other work falls on both; other people each time.
    if (values.only === undefined || values.only === 'erase')
      for (const offset of [0.13, 0.31, 0.52, 0.71])
        for (const size of sizes) {
          const how = offset < 0.4 ? 'cold' : 'warm';
          run(
            script,
            'erase',
            join(folder, String(size)),
            String(size),
            String(Math.floor(size * offset)),
            how,
          );
        }
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Peak resident set of this process; resourceUsage() would carry the parent's over. */
const peak = () =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024);

const [task, name, location = '', size = '0', first = '0', how = ''] = process.argv.slice(2);
if (task === 'task') {
  const tasks: Readonly<Record<string, () => Promise<void>>> = {
    build: () => build(location, Number(size)),
    fsck: () => check(location),
    read: () => read(location),
    publish: () => publishTo(location),
    erase: () => erase(location, Number(first), how === 'cold'),
  };
  await tasks[name ?? '']?.();
  const { user, system } = process.cpuUsage();
  console.log(`${((user + system) / 1e6).toFixed(1)} s of processor, ${peak()} MB`);
}
