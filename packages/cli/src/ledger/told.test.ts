/** What a recording tells: whatever is in the ledger is said to be there, wherever the rest failed. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

let command = '';
let remove = () => {};
beforeAll(() => {
  const built = buildCommand();
  command = `'${process.execPath}' --no-warnings '${built.file}'`;
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

test('what was recorded before a batch that failed is told, each row of it', async () => {
  for (const from of [6000, 12_000]) {
    inLedger((database) =>
      database.exec(`CREATE TRIGGER full BEFORE INSERT ON entries WHEN NEW.idx >= ${from}
        BEGIN SELECT RAISE(ABORT, 'no more'); END`),
    );
    const { stdout, stderr } = await appendInShell();
    const lines = stdout.split('\n').length - 1;
    expect(lines).toBeGreaterThan(0);
    expect(lines).toBe(recorded());
    expect(stderr).toContain(`${lines.toLocaleString('en')} rows of d.csv are recorded`);
    inLedger((database) => database.exec('DROP TRIGGER full'));
  }
  await appendInShell(' -q');
  expect(recorded()).toBe(people);
});

test('rows that came by a pipe are said to be recorded, and that they are not known again', async () => {
  inLedger((database) =>
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON entries WHEN NEW.idx >= 9000
      BEGIN SELECT RAISE(ABORT, 'no more'); END`),
  );
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
