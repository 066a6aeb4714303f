/**
 * What a long log costs: built in bulk, checked, read for an audit, published, one person erased; two sizes side by side.
 *
 *   npm run bench -- ledger-large [--sizes 1e6,1e7] [--folder DIR] [--only erase] [--people 30]
 *
 * Each task is a process of its own that runs a bundle. With --folder the ledgers stay, and are not built again. People are
 * erased by one process, of each ledger one in turn, with the file out of the system's cache before each, and then with it in.
 */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

/** What this process did so far, by the kernel's count: milliseconds, of processor too, and kilobytes read and written. */
function doneSoFar(): readonly number[] {
  const { user, system } = process.cpuUsage();
  const io = readFileSync('/proc/self/io', 'utf8');
  const bytes = (name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(io)?.[1]) / 1024;
  return [performance.now(), (user + system) / 1000, bytes('rchar'), bytes('wchar')];
}

const what = ['ms', 'ms of processor', 'KB read', 'KB written'];

function quartiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]?.toFixed(1);
  return `${at(0.5)} (${at(0.25)} to ${at(0.75)})`;
}

/** Erases so many people of each ledger, one of each in turn; opening the ledgers is not counted. */
async function erase(locations: readonly string[], people: number, isCold: boolean): Promise<void> {
  const writers = await Promise.all(locations.map((location) => openWriter(location)));
  const sizes = locations.map((location) => Number(basename(location)));
  const spent = locations.map(() => what.map((): number[] => []));
  for (let done = 0; done < people; done++)
    for (const [side, writer] of writers.entries()) {
      if (isCold) forgetFile(join(locations[side] ?? '', 'ledger.db'));
      for (let entries = 0; entries !== 1; ) {
        const before = doneSoFar();
        // Who was erased by an earlier run is not there any more.
        ({ entries } = await eraseSubjects(writer, [`s-${randomInt(sizes[side] ?? 0)}`]));
        const after = doneSoFar();
        if (entries === 1)
          for (const [i, values] of (spent[side] ?? []).entries())
            values.push((after[i] ?? 0) - (before[i] ?? 0));
      }
    }
  await Promise.all(writers.map((writer) => writer.close()));
  for (const [side, location] of locations.entries()) {
    const said = what.map((name, i) => `${quartiles(spent[side]?.[i] ?? [])} ${name}`).join(', ');
    console.log(`${isCold ? 'cold' : 'warm'}, ${sizes[side]} entries, ${lookedIn(location)} places: ${said}`);
  }
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
      people: { type: 'string', default: '30' },
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
    // Side by side, so that the machine's other work falls on both.
    if (values.only === undefined || values.only === 'erase')
      for (const how of ['cold', 'warm']) {
        const places = sizes.map((size) => join(folder, String(size)));
        const args = [script, 'task', 'erase', places.join(','), values.people, how];
        process.stdout.write(
          execFileSync(process.execPath, ['--no-warnings', ...args], { encoding: 'utf8' }),
        );
      }
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Peak resident set of this process; resourceUsage() would carry the parent's over. */
const peak = () =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024);

const [task, name, location = '', size = '0', how = ''] = process.argv.slice(2);
if (task === 'task') {
  const tasks: Readonly<Record<string, () => Promise<void>>> = {
    build: () => build(location, Number(size)),
    fsck: () => check(location),
    read: () => read(location),
    publish: () => publishTo(location),
    erase: () => erase(location.split(','), Number(size), how === 'cold'),
  };
  await tasks[name ?? '']?.();
  const { user, system } = process.cpuUsage();
  console.log(`${((user + system) / 1e6).toFixed(1)} s of processor, ${peak()} MB`);
}
