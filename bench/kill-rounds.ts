/**
 * kill -9 in many rounds: is an acknowledged entry ever lost, is one ever there twice, does a lost connection end a process?
 *
 *   node --conditions=source bench/kill-rounds.ts [--rounds 1000]
 *
 * A quarter of the rounds each: SQLite and PostgreSQL, plain and with answers lost and retried. A writer that appends is
 * killed at a random moment. Where answers are lost, the next writer sends again, with the same keys, what was not known to
 * be recorded and a part of what was; on PostgreSQL connections are cut and answers to COMMIT swallowed besides. Every other
 * round commits batches of 600, two under way where nothing is retried: SQLite writes them in a thread.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isOmbudError } from '@ombud/kernel';
import { closeLedger, createLedger, fsck, openLedger, openWriter, type Writer } from '@ombud/ledger';
import { printNow } from '../packages/testing/src/print-now.ts';

type Mode = 'plain' | 'retried';

/** So many appenders are recorded in two halves, of which a thread writes one. */
const together = 256;
/** So many go to the thread that commits, and it starts after 2,048. */
const manyTogether = 600;
/** Entries that each round sends at most. */
const mostInRound = 100_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A lost connection or a lock that is not free yet is waited out. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 400; ; left--)
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isOmbudError(error) || !['unavailable', 'conflict'].includes(error.kind))
        throw error;
      await pause(25);
    }
}

/** The child: appends from number `first` on, and prints each entry once it is acknowledged. */
async function appendForever(location: string, name: string, first: number, mode: Mode): Promise<void> {
  const writer: Writer = await patiently(() => openWriter(location));
  printNow('ready\n');
  for (let at = first; at < first + mostInRound; at += together)
    await Promise.all(
      Array.from({ length: together }, async (_, i) => {
        const subject = `${name}-${at + i}`;
        const draft = { kind: 'decision', system: 'loans', payload: { subject, decision: 'yes' } } as const;
        const { index } =
          mode === 'plain'
            ? await writer.append(draft)
            : await patiently(() => writer.append({ ...draft, key: subject }));
        printNow(`${index} ${at + i}\n`);
      }),
    );
}

/** The same in large batches. */
async function appendBatches(location: string, name: string, first: number, mode: Mode): Promise<void> {
  const writer: Writer = await patiently(() => openWriter(location));
  printNow('ready\n');
  const send = async (at: number) => {
    const drafts = Array.from({ length: manyTogether }, (_, i) => {
      const subject = `${name}-${at + i}`;
      const draft = { kind: 'decision', system: 'loans', payload: { subject, decision: 'yes' } } as const;
      return mode === 'plain' ? draft : { ...draft, key: subject };
    });
    const appended = await (mode === 'plain'
      ? writer.appendMany(drafts)
      : patiently(() => writer.appendMany(drafts)));
    printNow(appended.map(({ index }, i) => `${index} ${at + i}\n`).join(''));
  };
  let before = Promise.resolve();
  for (let at = first; at < first + mostInRound; at += manyTogether) {
    const sent = send(at);
    await (mode === 'plain' ? before : sent);
    before = sent;
  }
  await before;
}

interface Child {
  readonly process: ChildProcess;
  lines(): string[];
  readonly ended: Promise<NodeJS.Signals | null>;
}

function start(script: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--no-warnings', script, 'append', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_, signal) => resolve(signal)),
  );
  return { process: child, lines: () => printed.split('\n').slice(0, -1), ended };
}

/** Where a run of rounds writes, and what may go wrong on the way. */
interface Place {
  readonly name: string;
  readonly mode: Mode;
  /** For the writer, which may be behind a proxy. */
  readonly location: string;
  /** For the checks. */
  readonly direct: string;
  /** Loses a connection or an answer. */
  readonly disturb: () => void;
}

/** What is known to be recorded: the index of each subject. */
type Known = Map<string, number>;

interface Seen {
  acknowledged: number;
  repeated: number;
  crashed: number;
}

async function killOnce(
  script: string,
  place: Place,
  round: number,
  known: Known,
  seen: Seen,
): Promise<void> {
  const { mode, location } = place;
  const name = mode === 'plain' ? `round${round}` : 'all';
  const forgotten = Math.floor(Math.random() * 60);
  const first = mode === 'plain' ? 0 : Math.max(0, known.size - forgotten);
  const isLarge = round % 2 === 1;
  const child = start(script, [location, name, String(first), mode, isLarge ? 'large' : 'small']);
  // One round in ten is long, so that the write-ahead log is emptied meanwhile.
  const few = 1 + Math.floor(Math.random() * (Math.random() < 0.1 ? 8000 : 400));
  const wanted = isLarge ? few + 4 * manyTogether : few;
  const disturbAt = Math.floor(Math.random() * wanted);
  let disturbed = false;
  while (child.lines().length <= wanted && child.process.exitCode === null) {
    if (!disturbed && child.lines().length > disturbAt) {
      disturbed = true;
      if (Math.random() < 0.5) place.disturb();
    }
    await pause(2);
  }
  child.process.kill('SIGKILL');
  if ((await child.ended) !== 'SIGKILL') seen.crashed += 1;
  for (const line of child.lines().slice(1)) {
    const [index, number] = line.split(' ');
    const subject = `${name}-${number}`;
    const before = known.get(subject);
    if (before !== undefined && before !== Number(index)) throw new Error(`${subject} is there twice`);
    if (before !== undefined) seen.repeated += 1;
    known.set(subject, Number(index));
    seen.acknowledged += 1;
  }
}

/** Every acknowledged entry is there, none twice, and fsck is clean. */
async function requireWhole(direct: string, known: Known): Promise<number> {
  const ledger = await openLedger(direct);
  const { problem, entries } = await fsck(ledger);
  if (problem !== null) throw problem;
  const recorded = new Map<string, number>();
  for await (const page of ledger.store.readPages(0, entries, { payloads: true, attributes: false }))
    for (const { index, payload } of page) {
      const { subject } = JSON.parse(payload?.body ?? '{}') as { subject: string };
      if (recorded.has(subject)) throw new Error(`${subject} is there twice`);
      recorded.set(subject, index);
    }
  await closeLedger(ledger);
  for (const [subject, index] of known)
    if (recorded.get(subject) !== index) throw new Error(`${subject} was acknowledged and is lost`);
  return entries;
}

async function run(script: string, place: Place, rounds: number): Promise<void> {
  await createLedger(place.direct, `${place.mode}.kill.example.org/log`);
  const known: Known = new Map();
  const seen: Seen = { acknowledged: 0, repeated: 0, crashed: 0 };
  let entries = 0;
  for (let round = 1; round <= rounds; round++) {
    await killOnce(script, place, round, known, seen);
    if (round % 50 === 0 || round === rounds) {
      entries = await requireWhole(place.direct, known);
      console.log(
        `${place.name}, ${place.mode}: ${round} rounds, ${seen.acknowledged} acknowledged, ${entries} recorded`,
      );
    }
  }
  console.log(
    `${place.name}, ${place.mode}: ${rounds} rounds, ${known.size} acknowledged entries, ${seen.repeated} sent again and found, none lost, none twice, ${seen.crashed} processes ended by themselves, fsck clean`,
  );
  if (seen.crashed > 0) process.exitCode = 1;
}

/** This file as a bundle: loading TypeScript would take most of each round. */
async function bundled(): Promise<string> {
  if (import.meta.filename.endsWith('.mjs')) return import.meta.filename;
  const { bundle } = await import('./bundle.ts');
  return bundle(fileURLToPath(import.meta.url), 'ombud-bench-kill');
}

async function everything(rounds: number): Promise<void> {
  const [{ postgresBinaries, startPostgres }, { startProxy }] = await Promise.all([
    import('../packages/testing/src/postgres.ts'),
    import('../packages/ledger/test/proxy.ts'),
  ]);
  const script = await bundled();
  const quarter = Math.ceil(rounds / 4);
  const folder = mkdtempSync(join(tmpdir(), 'ombud-kill-'));
  const postgres = postgresBinaries() === null ? null : await startPostgres();
  try {
    const none = () => {};
    for (const mode of ['plain', 'retried'] as const) {
      const own = join(folder, mode);
      await run(script, { name: 'SQLite', mode, location: own, direct: own, disturb: none }, quarter);
      if (postgres === null) {
        console.log('PostgreSQL was not tried: none is installed');
        continue;
      }
      const direct = postgres.newDatabase();
      const proxy = await startProxy(direct);
      const disturb = () => (Math.random() < 0.5 ? proxy.cut() : proxy.swallowCommit());
      const place = { name: 'PostgreSQL', mode, location: proxy.url, direct };
      await run(script, { ...place, disturb: mode === 'plain' ? none : disturb }, quarter);
      proxy.stop();
    }
  } finally {
    postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '1000' } },
});
const [task, location = '', name = '', first = '0', mode = 'plain', size = 'small'] = positionals;
if (task === 'append')
  await (size === 'large' ? appendBatches : appendForever)(
    location,
    name,
    Number(first),
    mode === 'retried' ? 'retried' : 'plain',
  );
else await everything(Number(values.rounds));
