/**
 * Power loss: does a ledger keep every entry that it acknowledged before its disk lost power? Needs root and loop devices.
 *
 *   node --conditions=source bench/power-loss.ts [--rounds 20]
 *
 * The method, and why it can find a loss, is in docs/durability.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { closeLedger, createLedger, fsck, openLedger, openWriter } from '@ombud/ledger';
import { printNow } from '../packages/testing/src/print-now.ts';

type Mode = 'full' | 'off';

const imageBytes = 192 * 2 ** 20;

/** The control: the store asks SQLite to sync, and SQLite is told not to. */
function syncNothing(): void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function execWithoutSync(this: DatabaseSync, text: string) {
    exec.call(this, text.replace('synchronous=full', 'synchronous=off'));
  };
}

/** The child: appends without end and prints each entry once it is acknowledged. */
async function appendForever(location: string, name: string, mode: Mode): Promise<never> {
  if (mode === 'off') syncNothing();
  const writer = await openWriter(location);
  // Every other round in batches that go to the thread that commits, two of them under way.
  const isLarge = Number(/\d+$/.exec(name)?.[0]) % 2 === 1;
  const send = async (batch: number): Promise<void> => {
    const subjects = Array.from({ length: isLarge ? 600 : 20 }, (_, i) => `${name}-${batch}-${i}`);
    const appended = await writer.appendMany(
      subjects.map((subject) => ({
        kind: 'decision',
        system: 'loans',
        payload: { subject, decision: 'yes' },
      })),
    );
    printNow(appended.map(({ index }, i) => `${index} ${subjects[i]}\n`).join(''));
  };
  let before = Promise.resolve();
  for (let batch = 0; ; batch++) {
    const sent = send(batch);
    await (isLarge ? before : sent);
    before = sent;
  }
}

function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The image as it is at one moment: two copies in a row that are the same bytes, so that no write fell between. */
async function freeze(image: string, copy: string): Promise<void> {
  for (;;) {
    copyFileSync(image, copy);
    const first = readFileSync(copy);
    if (first.equals(readFileSync(image))) return;
    await pause(5);
  }
}

/** Appends for a random while and cuts the power; gives what was acknowledged before the cut. */
async function appendAndCut(image: string, disk: string, name: string, mode: Mode): Promise<string[]> {
  run('mount', '-o', 'loop', image, disk);
  const script = fileURLToPath(import.meta.url);
  const args = ['--conditions=source', '--no-warnings', script, 'append', join(disk, 'ledger'), name, mode];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  while (printed === '' && child.exitCode === null) await pause(2);
  await pause(20 + Math.random() * 400);
  const acknowledged = printed.split('\n').slice(0, -1);
  child.kill('SIGSTOP');
  await freeze(image, `${image}.cut`);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  run('umount', disk);
  copyFileSync(`${image}.cut`, image);
  return acknowledged;
}

/** What of the acknowledged entries is not there after the power is back; throws where the ledger is damaged. */
async function lost(image: string, disk: string, acknowledged: ReadonlyMap<string, string>): Promise<number> {
  run('mount', '-o', 'loop', image, disk);
  try {
    const location = join(disk, 'ledger');
    await (await openWriter(location)).close();
    const ledger = await openLedger(location);
    const { problem, entries } = await fsck(ledger);
    const stored = new Map<string, string>();
    for await (const page of ledger.store.readPages(0, entries, { payloads: true, attributes: false }))
      for (const { index, payload } of page)
        stored.set(String(index), JSON.parse(payload?.body ?? '{}').subject);
    await closeLedger(ledger);
    if (problem !== null) throw new Error(`fsck: ${JSON.stringify(problem)}`);
    if (new Set(stored.values()).size !== entries) throw new Error('an entry is there twice');
    return [...acknowledged].filter(([index, subject]) => stored.get(index) !== subject).length;
  } finally {
    run('umount', disk);
  }
}

async function rounds(count: number, mode: Mode, folder: string): Promise<void> {
  const [image, disk] = [join(folder, `${mode}.img`), join(folder, `${mode}-disk`)];
  writeFileSync(image, '');
  truncateSync(image, imageBytes);
  run('mkfs.ext4', '-q', image);
  mkdirSync(disk);
  run('mount', '-o', 'loop', image, disk);
  await createLedger(join(disk, 'ledger'), 'power.example.org/log');
  run('umount', disk);
  const acknowledged = new Map<string, string>();
  let [total, gone, damaged] = [0, 0, 0];
  for (let round = 0; round < count; round++) {
    const lines = await appendAndCut(image, disk, `round${round}`, mode);
    total += lines.length;
    for (const [index = '', subject = ''] of lines.map((line) => line.split(' ')))
      acknowledged.set(index, subject);
    try {
      gone += await lost(image, disk, acknowledged);
    } catch (error) {
      damaged += 1;
      console.log(`round ${round}: ${error instanceof Error ? error.message : error}`);
      break;
    }
    if (mode === 'off') acknowledged.clear();
  }
  console.log(
    `synchronous=${mode}: ${count} rounds, ${total} acknowledged entries, ${gone} lost, ${damaged} damaged`,
  );
  const expected = mode === 'full' ? gone === 0 && damaged === 0 && total > 0 : gone > 0 || damaged > 0;
  if (!expected) process.exitCode = 1;
}

/** Why power loss cannot be tried here, or null. */
function unavailable(): string | null {
  if (process.getuid?.() !== 0) return 'it needs root to mount a loop device';
  if (!existsSync('/dev/loop-control')) return 'this machine has no loop devices';
  return spawnSync('mkfs.ext4', ['-V']).status === 0
    ? null
    : 'mkfs.ext4 is not installed (apt-get install e2fsprogs)';
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '20' } },
});
const [command, location = '', name = '', mode = 'full'] = positionals;
if (command === 'append') await appendForever(location, name, mode === 'off' ? 'off' : 'full');
const reason = unavailable();
if (reason !== null) console.log(`Power loss was not tried: ${reason}.`);
else {
  // A tmpfs, where there is one: it holds what was written to the device and nothing else, and is quick to copy.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'ombud-power-'));
  try {
    await rounds(Number(values.rounds), 'full', folder);
    await rounds(Math.min(5, Number(values.rounds)), 'off', folder);
  } finally {
    for (const kind of ['full', 'off']) spawnSync('umount', [join(folder, `${kind}-disk`)]);
    rmSync(folder, { recursive: true, force: true });
  }
}
