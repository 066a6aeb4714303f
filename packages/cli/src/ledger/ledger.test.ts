/** The commands of the ledger as people type them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';
import { runAppend } from './run-append.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

async function init(): Promise<string> {
  return (await ombud('ledger', 'init', at('L'), '--origin', 'example.org/loans')).out.trim();
}

const roles = ['--system', 'loans', '--subject', 'id', '--decision', 'granted'];

/** The entries that a command printed, a line each. */
const indexes = ({ out }: { readonly out: string }): number[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).index);

test('init, key, append, head, receipt and verify: a person can prove a decision offline', async () => {
  const key = await init();
  expect((await ombud('ledger', 'key', at('L'))).out.trim()).toBe(key);
  writeFileSync(at('d.csv'), 'id,granted,sex\np1,yes,F\np2,no,M\n');
  const appended = await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles, '--attributes', 'sex');
  expect(appended.exit).toBe(0);
  const lines = appended.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { index: 0, line: 2 },
    { index: 1, line: 3 },
  ]);
  expect((await ombud('ledger', 'head', at('L'))).out).toMatch(/^example.org\/loans\n2\n/);
  const receipt = await ombud(
    'ledger',
    'receipt',
    at('L'),
    '1',
    '--entry',
    at('entry'),
    '--payload',
    at('payload'),
  );
  writeFileSync(at('receipt'), receipt.out);
  const verified = await ombud(
    'verify',
    at('receipt'),
    '--key',
    key,
    '--entry',
    at('entry'),
    '--payload',
    at('payload'),
  );
  expect(verified).toMatchObject({
    exit: 0,
    out: expect.stringContaining('is entry 1 of the log example.org/loans'),
  });
  expect(await ombud('verify', at('receipt'), '--key', key)).toMatchObject({ exit: 0 });
  writeFileSync(at('entry'), readFileSync(at('entry'), 'utf8').replace('loans', 'cards'));
  expect(await ombud('verify', at('receipt'), '--key', key, '--entry', at('entry'))).toMatchObject({
    exit: 1,
  });
  writeFileSync(at('payload'), readFileSync(at('payload'), 'utf8').replace('p2', 'p1'));
  expect(await ombud('verify', at('receipt'), '--key', key, '--payload', at('payload'))).toMatchObject({
    exit: 1,
    err: expect.stringContaining('is not the one that was recorded'),
  });
  expect(await ombud('verify', at('receipt'))).toMatchObject({ exit: 2 });
});

test('bad CSV rows are refused with their line, and the good ones kept', async () => {
  await init();
  const rows = [
    'id;granted;when;score',
    'a;yes;2026-01-02;0.5',
    'b;no;2026-01-03T10:00;x',
    'c;yes',
    '"d";"a "b" c";;',
    ';yes;;',
  ];
  const more = ['e;yes;yesterday;', '"f";"two', 'lines";2026-01-02;1', 'g;"never closed;;', 'h;no;;', ''];
  writeFileSync(at('d.csv'), [...rows, ...more].join('\n'));
  const ran = await ombud(
    'ledger',
    'append',
    at('L'),
    at('d.csv'),
    ...roles,
    '--time',
    'when',
    '--score',
    'score',
  );
  expect(ran.exit).toBe(2);
  expect(
    ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).line),
  ).toEqual([2, 8, 11]);
  for (const told of [
    'Line 3 of',
    'its score ("score") is not a number',
    'Line 4 of',
    'it has 2 values where the header names 4 columns',
    'Line 5 of',
    'its quotes do not match',
    'Line 6 of',
    'its subject ("id") is empty',
    'Line 7 of',
    'its time ("when") is not a date or time',
    'Line 10 of',
    '6 of 9 rows',
    'the other 3 are recorded',
  ])
    expect(ran.err).toContain(told);
});

test('NDJSON comes through a pipe, with the roles of a declaration', async () => {
  await init();
  writeFileSync(
    at('ombud.yaml'),
    'system: loans\ndata:\n  subject: who\n  decision: { column: granted, positive: [true] }\n  groups: [sex]\n',
  );
  let out = '';
  let messages = '';
  const sink = (add: (text: string) => void) =>
    new Writable({
      write: (chunk, _, done) => {
        add(String(chunk));
        done();
      },
    });
  const input = Readable.from([
    '{"who":"a","granted":true,"sex":null,"more":{"x":[1]}}\n[]\n{"who"',
    ':"b","granted":false,"sex":"M"}\n{"who":\n',
  ]);
  const streams = {
    input,
    output: sink((text) => {
      out += text;
    }),
    messages: sink((text) => {
      messages += text;
    }),
  };
  await expect(runAppend(at('L'), '-', { config: at('ombud.yaml') }, streams)).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_INPUT',
    kind: 'input',
  });
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).line),
  ).toEqual([1, 3]);
  expect(messages).toContain('Line 2 of - was refused: it is not a JSON object.');
  expect(messages).toContain('Line 4 of - was refused: it is not valid JSON.');
});

test('a JSON array is recorded as an audit reads it, and each number keeps its digits', async () => {
  await init();
  writeFileSync(
    at('d.json'),
    '[{"id":9007199254740993,"granted":"yes"},\n{"id":9007199254740992,"granted":"no"},\n{"id":1,"id":2,"granted":"no"}]',
  );
  const ran = await ombud('ledger', 'append', at('L'), at('d.json'), ...roles);
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('Line 3 of');
  expect(ran.err).toContain('it names a key twice');
  const subjects: unknown[] = [];
  for (const index of ['0', '1']) {
    await ombud('ledger', 'receipt', at('L'), index, '--payload', at(`payload-${index}`));
    subjects.push(JSON.parse(JSON.parse(readFileSync(at(`payload-${index}`), 'utf8')).body).subject);
  }
  expect(subjects).toEqual(['9007199254740993', '9007199254740992']);
});

test('append refuses an unknown key of ombud.yaml as audit does, with the key that was meant', async () => {
  await init();
  writeFileSync(at('d.csv'), 'id,granted\na,yes\n');
  writeFileSync(at('ombud.yaml'), 'system: loans\ndata:\n  subjet: id\n  decision: granted\n');
  const ran = await ombud('ledger', 'append', at('L'), at('d.csv'), '--config', at('ombud.yaml'));
  expect(ran).toMatchObject({
    exit: 2,
    err: expect.stringContaining('line 3: data has no key "subjet". Did you mean "subject"'),
  });
});

test('export and append of Parquet keep hostile names and values as they are', async () => {
  await init();
  const hostile = `x'); drop table decisions; --"<script>`;
  const row = { id: hostile, granted: '=cmd()', 'a"b\'/~c': 'v' };
  writeFileSync(at('d.ndjson'), `${JSON.stringify(row)}\n`);
  const appended = await ombud(
    'ledger',
    'append',
    at('L'),
    at('d.ndjson'),
    '--system',
    hostile,
    '--subject',
    'id',
    '--decision',
    'granted',
    '--attributes',
    'a"b\'/~c',
  );
  expect(appended.err).toBe('');
  const exported = await ombud('ledger', 'export', at('L'), at('out.parquet'), '--system', hostile);
  expect(exported).toMatchObject({
    exit: 0,
    out: 'Exported 1 decisions; 0 were erased and 0 cannot be read.\n',
  });
  const again = [
    'ledger',
    'append',
    at('L'),
    at('out.parquet'),
    '--system',
    'again',
    '--subject',
    'subject',
    '--decision',
    'decision',
    '--attributes',
    'a"b\'/~c',
  ];
  expect(await ombud(...again)).toMatchObject({ exit: 0 });
  await ombud('ledger', 'receipt', at('L'), '1', '--payload', at('payload'));
  expect(JSON.parse(JSON.parse(readFileSync(at('payload'), 'utf8')).body)).toMatchObject({
    subject: hostile,
    decision: '=cmd()',
  });
  writeFileSync(at('cut.parquet'), readFileSync(at('out.parquet')).subarray(0, 300));
  expect(await ombud('ledger', 'append', at('L'), at('cut.parquet'), ...roles)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('cut short'),
  });
});

test('publish, growth between two checkpoints, fsck and erase', async () => {
  const key = await init();
  writeFileSync(at('d.csv'), `id,granted\n${Array.from({ length: 300 }, (_, i) => `p${i},yes\n`).join('')}`);
  await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles);
  await ombud('ledger', 'publish', at('L'), at('T'));
  writeFileSync(at('cp1'), readFileSync(at('T/checkpoint')));
  // Other people's file: the same one would add nothing.
  writeFileSync(at('e.csv'), readFileSync(at('d.csv'), 'utf8').replaceAll('p', 'q'));
  await ombud('ledger', 'append', at('L'), at('e.csv'), ...roles);
  await ombud('ledger', 'publish', at('L'), at('T'));
  expect((await ombud('ledger', 'publish', at('L'), at('T'))).out).toContain('Nothing new');
  const growth = await ombud('verify', at('cp1'), at('T/checkpoint'), '--from', at('T'), '--key', key);
  expect(growth).toMatchObject({
    exit: 0,
    out: 'Verified: the log example.org/loans only grew, from 300 to 600 entries.\n',
  });
  const tile = readFileSync(at('T/tile/0/001'));
  tile[3] = (tile[3] ?? 0) ^ 1;
  writeFileSync(at('T/tile/0/001'), tile);
  expect(await ombud('verify', at('cp1'), at('T/checkpoint'), '--from', at('T'), '--key', key)).toMatchObject(
    { exit: 1 },
  );
  expect(await ombud('ledger', 'erase', at('L'), '--subject', 'p7', 'q7')).toMatchObject({
    exit: 0,
    out: expect.stringContaining('Erased the data of 2 entries, recorded as entry 600.\n'),
  });
  expect(await ombud('ledger', 'erase', at('L'), '--older-than', '1d')).toMatchObject({
    exit: 0,
    out: 'Erased the data of 0 entries.\n',
  });
  expect((await ombud('ledger', 'fsck', at('L'))).out).toBe(
    'All 601 entries are as signed; 598 payloads are whole and 2 were erased on record.\n',
  );
});

test.each([
  [['ledger', 'head', 'nowhere'], 'There is no ledger in nowhere'],
  [['ledger', 'append', 'L', 'missing.csv', ...roles], 'The source "missing.csv" does not exist'],
  [['ledger', 'append', 'L', 'x.bin', ...roles], 'x.bin'],
  [['ledger', 'append', 'L', 'x.csv', '--system', 's'], 'The subject is not named'],
  [['ledger', 'receipt', 'L', '7'], 'There is no entry 7'],
  [['ledger', 'receipt', 'L', 'x'], '"x" is not the index of an entry'],
  [['ledger', 'erase', 'L'], 'Say whom to erase'],
  [['ledger', 'erase', 'L', '--subject', 'nobody'], 'Nothing is held about this subject'],
  [['ledger', 'erase', 'L', '--older-than', '2 years'], 'is not an age'],
  [['verify', 'nothing', '--key', 'x'], 'A verifier key looks like'],
  [
    ['witness', 'serve', 'W', '--name', 'w', '--log', 'x', '--host', '0.0.0.0'],
    'Others could reach the witness',
  ],
])('%j gets one clear sentence and exit 2', async (args, sentence) => {
  await init();
  const ran = await ombud(...args.map((arg) => (arg === 'L' || arg === 'W' ? at(arg) : arg)));
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain(sentence);
});

test('append of the same file again adds nothing and says so; another file with the same rows is recorded', async () => {
  await init();
  writeFileSync(at('d.csv'), 'id,granted\na,yes\nb,no\nb,no\n');
  const first = await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles);
  expect(first.out.trim().split('\n')).toHaveLength(3);
  const again = await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles);
  expect(again.exit).toBe(0);
  expect(again.err).toContain('3 rows of');
  expect(indexes(again)).toEqual([0, 1, 2]);
  writeFileSync(at('e.csv'), 'id,granted\na,yes\n\n');
  const other = await ombud('ledger', 'append', at('L'), at('e.csv'), ...roles);
  expect(JSON.parse(other.out.trim()).index).toBe(3);
});

test('one file for two systems, and for what came of its decisions later, is recorded for each', async () => {
  await init();
  writeFileSync(at('d.csv'), 'id,granted,repaid\na,yes,no\nb,no,yes\n');
  const ofPeople = ['--subject', 'id', '--system'];
  const append = (system: string, decision: string) =>
    ombud('ledger', 'append', at('L'), at('d.csv'), ...ofPeople, system, '--decision', decision);
  expect(indexes(await append('loans', 'granted'))).toEqual([0, 1]);
  expect(indexes(await append('challenger', 'repaid'))).toEqual([2, 3]);
  expect(indexes(await append('challenger', 'repaid'))).toEqual([2, 3]);
  const correct = ['correct', at('L'), at('d.csv'), ...ofPeople, 'loans', '--outcome', 'repaid'];
  expect(indexes(await ombud('ledger', ...correct))).toEqual([4, 5]);
  const otherwise = await append('loans', 'repaid');
  expect(otherwise.exit).toBe(2);
  expect(otherwise.err).toContain('was recorded before as entry 0, with other columns');
});

test('a row whose key was used for something else is refused by its line, and the others are recorded', async () => {
  await init();
  writeFileSync(at('d.csv'), 'key,id,granted\n1,a,yes\n2,b,no\n');
  await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles, '--key', 'key');
  writeFileSync(at('e.csv'), 'key,id,granted\n1,a,no\n2,b,no\n3,c,no\n');
  const ran = await ombud('ledger', 'append', at('L'), at('e.csv'), ...roles, '--key', 'key');
  expect(ran.exit).toBe(2);
  expect(ran.err).toContain('The key "1" was used for entry 0');
  expect(indexes(ran)).toEqual([1, 2]);
});

test('a whole published log is verified with the key alone, and fsck holds a ledger to what others have seen', async () => {
  const key = await init();
  writeFileSync(at('d.csv'), 'id,granted\na,yes\nb,no\n');
  await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles);
  await ombud('ledger', 'publish', at('L'), at('public'));
  expect((await ombud('verify', '--log', at('public'), '--key', key)).out).toContain('2 entries');
  const checked = await ombud('ledger', 'fsck', at('L'), '--key', key, '--against', at('public/checkpoint'));
  expect(checked.exit).toBe(0);
  expect((await ombud('ledger', 'fsck', at('L'), '--tree-only')).out).toContain(
    'payloads were not looked at',
  );
  writeFileSync(at('public/tile/0/000.p/2'), Buffer.alloc(64));
  expect((await ombud('verify', '--log', at('public'), '--key', key)).exit).toBe(1);
  expect((await ombud('verify', '--log', at('public'))).exit).toBe(2);
});

test('erase records the digest of the request, or gives the statement that takes its place', async () => {
  await init();
  writeFileSync(at('d.csv'), 'id,granted\na,yes\nb,no\n');
  await ombud('ledger', 'append', at('L'), at('d.csv'), ...roles);
  writeFileSync(at('letter.txt'), 'Please erase me.');
  const asked = await ombud('ledger', 'erase', at('L'), '--subject', 'a', '--request', at('letter.txt'));
  expect(asked.out).not.toContain('keep this statement');
  expect((await ombud('ledger', 'erase', at('L'), '--subject', 'b')).out).toContain('keep this statement');
});
