/**
 * The ledger beside the bare store, in one run: durable appends, opening, proofs, publishing.
 *
 *   node --conditions=source bench/ledger.ts [--rows 100000] [--entries 10000000]
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import {
  closeLedger,
  createLedger,
  type DecisionDraft,
  makeReceipt,
  openLedger,
  openWriter,
  publish,
} from '../packages/ledger/src/index.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, entries: { type: 'string', default: '10000000' } },
});
const rows = Number(values.rows);
const entries = Number(values.entries);
const folder = mkdtempSync(join(tmpdir(), 'ombud-bench-'));

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

/** The bare store of the comparison: one INSERT of payload and hash a row, durable batches. */
function bare(batch: number): number {
  const file = join(folder, `bare-${batch}.db`);
  const database = new DatabaseSync(file);
  database.exec(
    'pragma journal_mode=wal; pragma synchronous=full; create table rows (i integer primary key, payload text, hash blob)',
  );
  const insert = database.prepare('insert into rows values (?, ?, ?)');
  const hash = randomBytes(32);
  const filler = 'x'.repeat(500);
  const start = performance.now();
  for (let i = 0; i < rows; ) {
    database.exec('begin');
    for (let k = 0; k < batch; k++, i++) insert.run(i, JSON.stringify(draft(i, filler).payload), hash);
    database.exec('commit');
  }
  const perSecond = (rows / (performance.now() - start)) * 1000;
  database.close();
  rmSync(file);
  return perSecond;
}

async function ours(batch: number): Promise<number> {
  const location = join(folder, `ours-${batch}`);
  await createLedger(location, 'bench.example.org/log');
  const writer = await openWriter(location);
  const filler = 'x'.repeat(500);
  const start = performance.now();
  for (let i = 0; i < rows; i += batch)
    await writer.appendMany(Array.from({ length: batch }, (_, k) => draft(i + k, filler)));
  const perSecond = (rows / (performance.now() - start)) * 1000;
  await writer.close();
  rmSync(location, { recursive: true });
  return perSecond;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function compare(batch: number): Promise<void> {
  const pairs: [number, number][] = [];
  for (let round = 0; round < 3; round++) pairs.push([bare(batch), await ours(batch)]);
  const [store, ledger] = [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))];
  const ratio = median(pairs.map(([a, b]) => b / a));
  console.log(
    `append, batches of ${batch}: bare store ${Math.round(store)} rows/s, ledger ${Math.round(ledger)} entries/s, ratio ${ratio.toFixed(2)}`,
  );
}

async function large(): Promise<void> {
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
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const index = Math.floor((i * 7919 * 104_729) % entries);
    const from = performance.now();
    await makeReceipt(ledger, index);
    times.push(performance.now() - from);
  }
  console.log(
    `receipt of any entry: median ${median(times).toFixed(2)} ms, worst ${Math.max(...times).toFixed(2)} ms`,
  );
  await closeLedger(ledger);
}

async function publishing(): Promise<void> {
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

try {
  for (const batch of [100, 1000]) await compare(batch);
  console.log(`peak memory of the appends: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await publishing();
  if (entries > 0) await large();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
