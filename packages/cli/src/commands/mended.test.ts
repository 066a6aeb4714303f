/** Faults that somebody met, each by its name. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import type { Result } from '@ombud/contract';
import { openWriter, signEvidence } from '@ombud/ledger';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ombud } from '../../test/run-command.ts';

let folder = '';
let key = '';
let home = '';
beforeEach(async () => {
  home = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'ombud-mended-'));
  process.chdir(folder);
  key = (await ombud('ledger', 'init', 'L', '--origin', 'example.org/loans')).out.trim();
  const rows = Array.from({ length: 40 }, (_, i) => `p${i},${i % 3 ? 'yes' : 'no'},${i % 2 ? 'F' : 'M'}`);
  writeFileSync('d.csv', `id,granted,sex\n${rows.join('\n')}\n`);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const append = ['ledger', 'append', 'L', 'd.csv', '--system', 'loans', '--subject', 'id'];
const record = () => ombud(...append, '--decision', 'granted=yes', '--groups', 'sex', '-q');
const asked = ['--decision', 'granted=yes', '--groups', 'sex'];
const audited = (...more: string[]) => ombud('audit', 'ledger:L#loans', ...asked, ...more);

test('--sign on a source that is no ledger is refused before the audit, and no report is written', async () => {
  const ran = await ombud('audit', 'd.csv', ...asked, '--sign', 'e.json', '--out', 'reports/');
  expect(ran).toMatchObject({ exit: 2, out: '' });
  expect(ran.err).toMatch(/"d\.csv" is no ledger.*--sign/);
  expect(existsSync('reports/report.html')).toBe(false);
});

test('--quiet --sign prints nothing', async () => {
  await record();
  expect(await audited('--quiet', '--sign', 'e.json')).toMatchObject({ text: '' });
  expect(JSON.parse(readFileSync('e.json', 'utf8')).signatures).toHaveLength(1);
});

/** Evidence of this ledger's audit, signed by its key, which says that the ledger lies at an address. */
async function evidenceFrom(source: string): Promise<void> {
  await record();
  await audited('--sign', 'e.json', '-q');
  const { payload } = JSON.parse(readFileSync('e.json', 'utf8'));
  const statement = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  statement.predicate.ombudSpec.source = source;
  const writer = await openWriter('L');
  writeFileSync('elsewhere.json', JSON.stringify(signEvidence(statement, writer.signers)));
  await writer.close();
}

test('--reproduce never connects to a host that only the envelope names, signed or not', async () => {
  const server = createServer((socket) => socket.destroy());
  const connected = vi.fn();
  server.on('connection', connected);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as { port: number };
    await evidenceFrom(`ledger:postgres://someone:secret@127.0.0.1:${port}/decisions#loans`);
    const unsigned = await ombud('audit', '--reproduce', 'elsewhere.json');
    expect(unsigned).toMatchObject({ exit: 2, err: expect.stringContaining('Nobody vouches') });
    const signed = await ombud('audit', '--reproduce', 'elsewhere.json', '--key', key);
    expect(signed).toMatchObject({ exit: 2, err: expect.stringContaining(`127.0.0.1:${port}`) });
    expect(signed.err).not.toContain('secret');
    expect(connected).not.toHaveBeenCalled();
  } finally {
    server.close();
  }
  const named = await ombud('audit', 'ledger:L#loans', '--reproduce', 'elsewhere.json', '--key', key);
  expect(named.exit).toBe(0);
});

test('--reproduce verifies the signature before anything else', async () => {
  await evidenceFrom('ledger:nowhere#loans');
  const envelope = JSON.parse(readFileSync('elsewhere.json', 'utf8'));
  envelope.signatures[0].sig = Buffer.alloc(64, 1).toString('base64');
  writeFileSync('wrong.json', JSON.stringify(envelope));
  const ran = await ombud('audit', '--reproduce', 'wrong.json', '--key', key);
  expect(ran).toMatchObject({ exit: 1, err: expect.stringContaining('OMBUD_E_LEDGER_EVIDENCE') });
});

test('without --key the keys of the ledger that an envelope names are not trusted; those of a named source are', async () => {
  await record();
  await audited('--sign', 'e.json', '-q');
  expect(await ombud('audit', '--reproduce', 'e.json')).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/cannot vouch for the envelope.*--key/),
  });
  expect((await ombud('audit', 'ledger:L#loans', '--reproduce', 'e.json')).exit).toBe(0);
});

test('"not counted in this audit" has a code of its own', async () => {
  await record();
  await audited('--sign', 'e.json', '-q');
  // Other people: the same rows are not recorded twice.
  writeFileSync('d.csv', readFileSync('d.csv', 'utf8').replaceAll(/^p/gm, 'q'));
  await record();
  await ombud('ledger', 'publish', 'L', 'T');
  writeFileSync('receipt', (await ombud('ledger', 'receipt', 'L', '50')).out);
  const ran = await ombud('verify', 'receipt', '--key', key, '--evidence', 'e.json', '--from', 'T');
  expect(ran).toMatchObject({ exit: 1, out: '' });
  expect(ran.err).toMatch(/recorded after the audit\. \[OMBUD_E_VERIFY_NOT_COUNTED\]/);
});

test('verify A B --from TREE without a key does not say "Verified", and exits 3', async () => {
  await record();
  await ombud('ledger', 'publish', 'L', 'T');
  writeFileSync('cp1', readFileSync('T/checkpoint'));
  await record();
  await ombud('ledger', 'publish', 'L', 'T');
  const ran = await ombud('verify', 'cp1', 'T/checkpoint', '--from', 'T');
  expect(ran.exit).toBe(3);
  expect(ran.out).toMatch(/^Not verified: no key was given.*continues the earlier one, of 40.*--key/);
});

test('--out x.pdf is refused, and makes no folder', async () => {
  const ran = await ombud('audit', 'd.csv', ...asked, '--out', 'x.pdf');
  expect(ran).toMatchObject({ exit: 2, err: expect.stringMatching(/"\.pdf" of "x\.pdf" is no format/) });
  expect(existsSync('x.pdf')).toBe(false);
  expect((await ombud('audit', 'd.csv', ...asked, '-q', '--out', 'x.pdf/')).exit).toBe(0);
  expect(existsSync('x.pdf/report.html')).toBe(true);
});

test('export out.csv writes CSV', async () => {
  await record();
  expect((await ombud('ledger', 'export', 'L', 'out.csv', '--system', 'loans')).exit).toBe(0);
  expect(readFileSync('out.csv', 'utf8')).toMatch(/^index,time,subject,decision,.*,sex\n0,.*,p0,no,/);
  expect((await ombud('ledger', 'export', 'L', 'out.xlsx', '--system', 'loans')).exit).toBe(2);
});

test('reports print the path as the user gave it', async () => {
  writeFileSync(
    'ombud.yaml',
    'system: loans\ndata:\n  source: d.csv\n  decision: granted\n  groups: [sex]\n',
  );
  for (const args of [['d.csv', ...asked], []]) {
    const ran = await ombud('audit', ...args, '--out', 'r/', '--format', 'html,json,md,junit,sarif,csv');
    expect(ran.text).not.toContain(folder);
    for (const file of ['report.html', 'result.json', 'report.md', 'junit.xml', 'result.sarif', 'rates.csv'])
      expect(readFileSync(join('r', file), 'utf8')).not.toContain(folder);
  }
});

test('append speaks the audit’s words: --decision COL=V, --groups, --time, --system', async () => {
  writeFileSync('t.csv', 'id,granted,sex,at\np1,yes,F,2026-01-02\n');
  const words = ['--decision', 'granted=yes', '--groups', 'sex', '--time', 'at', '--system', 's'];
  const ran = await ombud('ledger', 'append', 'L', 't.csv', '--subject', 'id', ...words);
  expect(ran).toMatchObject({ exit: 0, err: '' });
  await ombud('ledger', 'export', 'L', 'o.ndjson', '--system', 's');
  expect(JSON.parse(readFileSync('o.ndjson', 'utf8'))).toMatchObject({
    decision: 'yes',
    sex: 'F',
    time: '2026-01-02T00:00:00.000Z',
  });
});

test('append --key COL: a file that is sent twice is recorded once', async () => {
  const twice = [...append, '--decision', 'granted', '--groups', 'sex', '--key', 'id'];
  expect((await ombud(...twice)).exit).toBe(0);
  const again = await ombud(...twice);
  expect(again.exit).toBe(0);
  expect(JSON.parse(again.out.split('\n')[7] ?? '')).toMatchObject({ index: 7, repeated: true });
  expect((await ombud('ledger', 'head', 'L')).out.split('\n')[1]).toBe('40');
});

test('corrections can be made from the command, and an audit counts them', async () => {
  await record();
  writeFileSync('later.csv', 'id,repaid\np1,yes\np2,no\nnobody,yes\n');
  const ran = await ombud(
    'ledger',
    'correct',
    'L',
    'later.csv',
    '--system',
    'loans',
    '--subject',
    'id',
    '--outcome',
    'repaid',
  );
  expect(ran.exit).toBe(2);
  expect(ran.out.trim().split('\n')).toHaveLength(2);
  expect(ran.err).toMatch(
    /Line 4 of later\.csv was refused: no decision of this system is recorded for "nobody"/,
  );
  expect(ran.err).toContain('1 of 3 rows of later.csv were refused; the other 2 are recorded.');
  await audited('--outcome', 'outcome=yes', '-q', '--out', 'r.json');
  const { coverage } = JSON.parse(readFileSync('r.json', 'utf8'));
  expect(coverage.missing).toContainEqual({ column: 'outcome', rows: 38 });
});

test('-v, -o and -q are understood, and --favorable too', async () => {
  expect((await ombud('-v')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  const ran = await ombud('audit', 'd.csv', ...asked, '--favorable', 'negative', '-q', '-o', 'r.json');
  expect(ran.text).toBe('');
  expect(JSON.parse(readFileSync('r.json', 'utf8')).roles.favourable).toBe('negative');
});

test('--help stands in groups, with examples', async () => {
  const { out } = await ombud('--help');
  for (const part of ['Audit:', 'Record and prove:', 'Examples:', 'Exit codes:']) expect(out).toContain(part);
  const audit = (await ombud('audit', '--help')).out;
  for (const part of ['What the columns are:', 'What comes out:', 'Examples:']) expect(audit).toContain(part);
});

test('an error of a policy is a sentence', async () => {
  writeFileSync('p.yaml', 'assert:\n  adverse-impact: [error, { minRatio: "much" }]\n');
  const { exit, err } = await ombud('audit', 'd.csv', ...asked, '--policy', 'p.yaml');
  expect(exit).toBe(2);
  expect(err).toMatch(/^ombud: .*p\.yaml.*line 2.*\[OMBUD_E_BAD_POLICY\]\n$/);
  expect(err).not.toMatch(/Invalid input|expected number, received|Expected/);
});

test('decisions that were recorded twice are one person each, and it is said', async () => {
  await record();
  const once = await audited('--format', 'json');
  // The same people come again from another file: other rows to the log, no other people.
  const again = readFileSync('d.csv', 'utf8').replaceAll(',yes,', ', yes,');
  writeFileSync('d.csv', again);
  await record();
  const twice = await audited('--format', 'json');
  const [first, second] = [once, twice].map(({ out }) => JSON.parse(out));
  expect(first.roles.subject).toBe('subject');
  expect(first.notices).toEqual([]);
  expect(second.notices).toMatchObject([{ code: 'several-decisions', params: { rows: 80, people: 40 } }]);
  const widths = ({ findings }: Pick<Result, 'findings'>) =>
    (findings.find(({ audit }) => audit === 'selection-rate')?.groups ?? []).map(
      ({ interval }) => (interval?.high ?? 1) - (interval?.low ?? 0),
    );
  // Twice the rows, and nothing is known better.
  for (const [i, width] of widths(second).entries())
    expect(width).toBeGreaterThanOrEqual(widths(first)[i] ?? 1);
});

test.each(['drop table requests', "insert into requests values ('x', 900, 'y')"])(
  'fsck sees what is done to the table of idempotency keys: %s',
  async (sql) => {
    await record();
    expect((await ombud('ledger', 'fsck', 'L')).exit).toBe(0);
    const database = new DatabaseSync('L/ledger.db');
    database.exec(sql);
    database.close();
    const checked = await ombud('ledger', 'fsck', 'L');
    expect(checked.exit).toBe(1);
    expect(checked.text).toContain('requests');
  },
);

test('verify reads what a file is: signed evidence without a log, and one checkpoint', async () => {
  await record();
  await audited('--quiet', '--sign', 'e.json');
  const good = await ombud('verify', 'e.json', '--key', key);
  expect(good.exit).toBe(0);
  expect(good.out).toMatch(/signed this audit .* not held against a published log/);
  expect((await ombud('verify', 'e.json')).exit).toBe(2);
  const extra = await ombud('verify', 'e.json', '--key', key, '--payload', 'd.csv');
  expect(extra).toMatchObject({ exit: 2, out: '' });
  const envelope = JSON.parse(readFileSync('e.json', 'utf8'));
  const other = Buffer.from(`${Buffer.from(envelope.payload, 'base64')} `).toString('base64');
  writeFileSync('bad.json', JSON.stringify({ ...envelope, payload: other }));
  expect((await ombud('verify', 'bad.json', '--key', key)).exit).toBe(1);
  writeFileSync('head', (await ombud('ledger', 'head', 'L')).out);
  const head = await ombud('verify', 'head', '--key', key);
  expect([head.exit, head.err]).toEqual([2, expect.stringContaining('One checkpoint alone')]);
});

test.skipIf(process.platform === 'win32')('verify reads a pipe, which gives its text once', async () => {
  await record();
  await audited('--quiet', '--sign', 'e.json');
  execFileSync('mkfifo', ['pipe']);
  // Whoever opens it again is given nothing.
  const writer = spawn('sh', ['-c', 'cat e.json > pipe; : > pipe']);
  try {
    const read = await ombud('verify', 'pipe', '--key', key);
    expect([read.exit, read.out]).toEqual([0, expect.stringContaining('signed this audit')]);
  } finally {
    writer.kill();
  }
});

test('recourse where everybody who is refused has a way: 0 have none, which is no error', async () => {
  const model = {
    ...{
      schema: 'ombud/model@1',
      kind: 'linear',
      features: [{ name: 'income' }, { name: 'debts' }],
      outputs: 1,
    },
    ...{ link: { kind: 'logistic' }, weights: [[0.05, -0.4]], intercepts: [-0.2] },
  };
  writeFileSync('m.json', JSON.stringify(model));
  const columns = 'columns: { debts: { change: down, step: 1 }, income: { change: up, step: 5 } }';
  writeFileSync(
    'y.yaml',
    `system: loans\ndata: { favourable: positive }\nexplain: { cutoff: 0.5, recourse: { ${columns} } }\n`,
  );
  const people = Array.from(
    { length: 60 },
    (_, i) => `${20 + (i % 30)},${i % 9},${i % 2 ? 'F' : 'M'},${i % 3 ? 'yes' : 'no'}`,
  );
  writeFileSync('p.csv', `income,debts,sex,d\n${people.join('\n')}\n`);
  const flags = ['--config', 'y.yaml', '--model-file', 'm.json', '--audits', 'recourse'];
  const ran = await ombud(
    'audit',
    'p.csv',
    ...flags,
    '--decision',
    'd=yes',
    '--groups',
    'sex',
    '--format',
    'json',
  );
  expect(ran.err).toBe('');
  const [finding] = (JSON.parse(ran.out) as Result).findings;
  expect(finding?.state).toBe('measured');
  for (const { n, value } of finding?.groups ?? []) expect([n > 0, value]).toEqual([true, 1]);
});

test('what is no text, and what has carriage returns alone, is said to be so whatever its name', async () => {
  const text = readFileSync('d.csv', 'utf8');
  writeFileSync('cr.csv', text.replaceAll('\n', '\r'));
  const cr = await ombud('audit', 'cr.csv', ...asked);
  expect([cr.exit, cr.err]).toEqual([2, expect.stringContaining('carriage return (CR) alone')]);
  writeFileSync('zipped.csv', gzipSync(text));
  writeFileSync('parquet.csv', Buffer.concat([Buffer.from('PAR1'), Buffer.from([21, 4, 21, 0, 255, 254])]));
  writeFileSync('sheet.csv', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1'));
  copyFileSync('L/ledger.db', 'table.csv');
  for (const [file, format] of [
    ['zipped.csv', 'gzip'],
    ['parquet.csv', 'Parquet'],
    ['sheet.csv', 'ZIP (.xlsx)'],
    ['table.csv', 'SQLite'],
  ] as const) {
    const { exit, err } = await ombud('audit', file, ...asked);
    expect([file, exit, err]).toEqual([file, 2, expect.stringContaining(`its content is that of ${format}`)]);
  }
});

test('init says in the terminal that no column looks like the decision, and how to go on', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `${i % 2 ? 'F' : 'M'},${['red', 'blue', 'green'][i % 3]}`,
  );
  writeFileSync('plain.csv', `sex,colour\n${rows.join('\n')}\n`);
  const without = await ombud('init', 'plain.csv', '--out', 'other.yaml');
  expect(without.out).toContain(
    'No column looks like the decision. Name it in the line “# decision:” of other.yaml',
  );
  expect(without.out).toContain('npx ombud audit --config other.yaml');
  const decided = rows.map((row, i) => `${row},${['approved', 'declined', 'withdrawn'][i % 3]}`);
  writeFileSync('status.csv', `sex,colour,status\n${decided.join('\n')}\n`);
  const found = await ombud('init', 'status.csv', '--out', 'status.yaml');
  expect(found.out).not.toContain('No column looks like the decision');
  expect(readFileSync('status.yaml', 'utf8')).toContain(
    'decision: { column: status, positive: [approved], negative: [declined] }',
  );
});

test('one person is not called people', async () => {
  writeFileSync('one.csv', 'sex,ok\nF,no\nM,yes\nM,yes\n');
  const { out } = await ombud('audit', 'one.csv', '--decision', 'ok=yes', '--groups', 'sex');
  expect(out).not.toContain('the 1 people');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('Among people with sex = F (1), 0 got');
});
