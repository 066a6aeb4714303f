/** What a recording tells: whatever is in the ledger is said to be there, wherever the rest failed. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCommand } from '../../test/built-command.ts';
import { ombud } from '../../test/run-command.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-told-'));
  await ombud('ledger', 'init', at('L'), '--origin', 'example.org/loans');
  const rows = Array.from({ length: people }, (_, i) => `p${i},${i % 2 ? 'yes' : 'no'}`);
  writeFileSync(at('d.csv'), `id,granted\n${rows.join('\n')}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let file = '';
let command = '';
let remove = () => {};
beforeAll(() => {
  const built = buildCommand();
  file = built.file;
  command = `'${process.execPath}' --no-warnings '${file}'`;
  remove = built.remove;
});
afterAll(() => remove());

const people = 20_000;
const at = (name: string) => join(folder, name);
const roles = ['--system', 'loans', '--subject', 'id', '--decision', 'granted'];
const append = (...more: string[]) => ombud('ledger', 'append', at('L'), at('d.csv'), ...roles, ...more);

/** Runs on the ledger's own database. */
function inLedger<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(at('L'), 'ledger.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const recorded = (): unknown =>
  inLedger((database) => database.prepare('SELECT count(*) AS n FROM entries').get()?.['n']);

/** Has the batch fail that comes to an entry: another row is in its way. */
const block = (index: number): void =>
  inLedger((database) => database.exec(`INSERT INTO payloads (idx, salt, body) VALUES (${index}, '', '')`));

test('what was recorded before a batch that failed is told, each row of it', async () => {
  for (const from of [6000, 12_000]) {
    block(from);
    const { stdout, stderr } = await appendInShell();
    const lines = stdout.split('\n').length - 1;
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBe(recorded());
    expect(stderr).toContain(`${lines.toLocaleString('en')} rows of d.csv are recorded`);
    inLedger((database) => database.exec(`DELETE FROM payloads WHERE idx = ${from}`));
  }
  await appendInShell(' -q');
  expect(recorded()).toBe(people);
});

test('rows that came by a pipe are said to be recorded, and that they are not known again', async () => {
  block(9000);
  const { stderr } = await shell(`cat d.csv | ${command} ledger append L - -f csv ${roles.join(' ')} -q`);
  expect(stderr).toContain(`${Number(recorded()).toLocaleString('en')} rows are recorded.`);
  expect(stderr).toContain('--key');
});

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

const shell = (line: string): Promise<Printed> =>
  new Promise((resolve) => {
    const limits = { cwd: folder, maxBuffer: 2 ** 26 };
    execFile('sh', ['-c', line], limits, (_, stdout, stderr) => resolve({ stdout, stderr }));
  });

const appendInShell = (more = '') => shell(`${command} ledger append L d.csv ${roles.join(' ')}${more}`);

test.skipIf(process.platform !== 'linux')(
  'a reader that has seen enough ends no recording, and a full place is said',
  async () => {
    const { stderr } = await shell(
      `(${command} ledger append L d.csv ${roles.join(' ')}; echo "exit $?" >&2) | head -1`,
    );
    expect(recorded()).toBe(people);
    expect(stderr).toContain('20,000 rows of d.csv are recorded, but not all lines');
    expect(stderr).toContain('exit 2');
    const full = await append('-o', '/dev/full');
    expect([full.exit, full.err]).toEqual([2, expect.stringContaining('"/dev/full"')]);
    const output = await appendInShell(' > /dev/full; echo "exit $?" >&2');
    expect(output.stderr).toContain('exit 2');
    expect(output.stderr).not.toContain('    at ');
    const head = await shell(`${command} --help > /dev/full; echo "exit $?" >&2`);
    expect(head.stderr).not.toContain('    at ');
    expect(head.stderr).toContain('exit 2');
    const nowhere = await append('-o', at('none/lines'));
    expect([nowhere.exit, nowhere.err]).toEqual([2, expect.stringContaining('OMBUD_E_CANNOT_WRITE')]);
  },
);

/** Appends what comes by a pipe that stays open, and sends a signal when so many lines were told; gives what it came to. */
function appendUntil(
  signal: NodeJS.Signals,
  lines: number,
): Promise<Printed & { ended: NodeJS.Signals | null }> {
  const args = ['--no-warnings', file, 'ledger', 'append', 'L', '-', '-f', 'csv', ...roles];
  const child = spawn(process.execPath, args, { cwd: folder });
  let [stdout, stderr] = ['', ''];
  const told = () => stdout.split('\n').length - 1;
  child.stdout.on('data', (chunk) => {
    const before = told();
    stdout += chunk;
    if (before < lines && told() >= lines) child.kill(signal);
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.write(readFileSync(at('d.csv')));
  return new Promise((resolve) => {
    child.on('close', (_, ended) => resolve({ stdout, stderr, ended }));
  });
}

test.skipIf(process.platform === 'win32')(
  'a signal ends the batch that is under way, and all that was recorded is told before the command ends by it',
  async () => {
    for (const [signal, lines] of [
      ['SIGTERM', 1],
      ['SIGINT', people],
    ] as const) {
      const before = Number(recorded());
      const { stdout, stderr, ended } = await appendUntil(signal, lines);
      const told = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { line: number });
      expect(told.length).toBe(Number(recorded()) - before);
      expect(stderr).toContain(`${told.length.toLocaleString('en')} rows are recorded.`);
      expect(stderr).toContain(`${signal} ended the recording after line ${told.at(-1)?.line} of -.`);
      expect(stderr).toContain('[OMBUD_E_STOPPED]');
      expect(ended).toBe(signal);
    }
  },
);

test.skipIf(process.platform === 'win32')(
  'an export that a signal ends leaves nothing of anybody behind',
  async () => {
    await append();
    for (const name of ['out.ndjson', 'out.parquet']) {
      const args = ['--no-warnings', file, 'ledger', 'export', 'L', name, '--system', 'loans'];
      const child = spawn(process.execPath, args, { cwd: folder });
      const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
      const left = () => readdirSync(folder).filter((one) => one.startsWith('out'));
      await expect.poll(left, { interval: 2, timeout: 20_000 }).toHaveLength(1);
      child.kill('SIGTERM');
      expect(await ended).toBe('SIGTERM');
      expect(left()).toEqual([]);
    }
  },
);
