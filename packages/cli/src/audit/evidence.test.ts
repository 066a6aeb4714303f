/** Evidence as people use it: an audit of a ledger is signed, run again, and asked whether it counted a person. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '@ombud/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

let folder = '';
const at = (name: string) => join(folder, name);

/** 40 decisions of the system `loans`, indexes 0 to 39. */
async function record(system: string, people: number, name: string): Promise<void> {
  const rows = Array.from(
    { length: people },
    (_, i) => `${name}${i},${i % 3 === 0 ? 'no' : 'yes'},${i % 2 ? 'F' : 'M'}`,
  );
  writeFileSync(at('rows.csv'), `id,granted,sex\n${rows.join('\n')}\n`);
  const roles = ['--system', system, '--subject', 'id', '--decision', 'granted', '--attributes', 'sex'];
  expect((await ombud('ledger', 'append', at('L'), at('rows.csv'), ...roles)).exit).toBe(0);
}

const source = () => `ledger:${at('L')}#loans`;

async function sign(file: string, ...more: string[]) {
  const asked = ['--decision', 'granted=yes', '--groups', 'sex'];
  return ombud('audit', source(), ...asked, ...more, '--sign', at(file), '--out', at('reports'));
}

let key = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-evidence-'));
  key = (await ombud('ledger', 'init', at('L'), '--origin', 'example.org/loans')).text.trim();
  await record('loans', 40, 'p');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function receipt(index: number): Promise<string> {
  writeFileSync(at(`receipt-${index}`), (await ombud('ledger', 'receipt', at('L'), String(index))).text);
  return at(`receipt-${index}`);
}

async function counted(index: number, evidence: string) {
  await ombud('ledger', 'publish', at('L'), at('tree'));
  const about = ['--key', key, '--evidence', at(evidence), '--from', at('tree')];
  return ombud('verify', await receipt(index), ...about);
}

test('an audit is signed, recorded as an entry, and reproduced byte for byte, also after the log grew and moved', async () => {
  const signed = await sign('e.json');
  expect(signed.text).toContain('Signed: entry 40 of the log example.org/loans');
  const envelope = JSON.parse(readFileSync(at('e.json'), 'utf8'));
  const entry = (await ombud('ledger', 'receipt', at('L'), '40')).text;
  const stored = JSON.parse(Buffer.from(/^extra (.*)$/m.exec(entry)?.[1] ?? '', 'base64').toString('utf8'));
  expect(stored).toMatchObject({ kind: 'evidence', system: 'loans', checkpoint: { size: 40 } });
  const { createHash } = await import('node:crypto');
  expect(stored.digest.sha256).toBe(createHash('sha256').update(canonicalJson(envelope)).digest('hex'));
  await record('loans', 5, 'later');
  expect(await ombud('audit', '--reproduce', at('e.json'), '--key', key)).toMatchObject({
    exit: 0,
    text: 'Reproduced: the audit of example.org/loans at 40 entries gives the same bytes.\n',
  });
  cpSync(at('L'), at('moved'), { recursive: true });
  rmSync(at('L'), { recursive: true });
  const moved = await ombud(
    'audit',
    `ledger:${at('moved')}#loans`,
    '--reproduce',
    at('e.json'),
    '--key',
    key,
  );
  expect(moved.exit).toBe(0);
});

test('a changed envelope, a foreign key, no envelope and a changed ledger are refused with a sentence', async () => {
  await sign('e.json');
  const envelope = JSON.parse(readFileSync(at('e.json'), 'utf8'));
  const statement = Buffer.from(envelope.payload, 'base64').toString('utf8').replace('"PASSED"', '"FAILED"');
  const changed = statement.replace('"level":0.95', '"level":0.96');
  writeFileSync(
    at('changed.json'),
    JSON.stringify({ ...envelope, payload: Buffer.from(`${changed} `).toString('base64') }),
  );
  const refused = await ombud('audit', '--reproduce', at('changed.json'), '--key', key);
  expect(refused).toMatchObject({
    exit: 1,
    text: expect.stringMatching(/does not verify: the signature of .* is wrong/),
  });
  const foreign = (await ombud('ledger', 'init', at('other'), '--origin', 'example.org/loans')).text.trim();
  expect(await ombud('audit', '--reproduce', at('e.json'), '--key', foreign)).toMatchObject({
    exit: 1,
    text: expect.stringContaining('none of the given keys has signed it'),
  });
  writeFileSync(at('none.json'), '{}');
  expect(await ombud('audit', '--reproduce', at('none.json'))).toMatchObject({ exit: 2 });
  expect(await ombud('audit', '--reproduce', at('absent.json'))).toMatchObject({ exit: 2 });
  const database = new DatabaseSync(join(at('L'), 'ledger.db'));
  database.exec(
    `update entries set body = replace(body, '"system":"loans"', '"system":"loanz"') where idx = 7`,
  );
  database.close();
  const tampered = await ombud('audit', '--reproduce', at('e.json'), '--key', key);
  expect([1, 2]).toContain(tampered.exit);
  expect(tampered.text).not.toMatch(/^\s+at /m);
});

test('after an erasure old evidence and receipts verify, and a reproduction says how many decisions were erased', async () => {
  await sign('e.json');
  const [gone, remaining] = [await receipt(7), await receipt(8)];
  expect((await ombud('ledger', 'erase', at('L'), '--subject', 'p7')).exit).toBe(0);
  for (const file of [gone, remaining]) expect((await ombud('verify', file, '--key', key)).exit).toBe(0);
  const again = await ombud('audit', '--reproduce', at('e.json'), '--key', key);
  expect(again).toMatchObject({ exit: 1, text: expect.stringContaining('1 decision was erased since') });
  expect((await counted(7, 'e.json')).text).toContain('It was counted in the audit of the first 40 entries.');
  expect((await ombud('ledger', 'fsck', at('L'))).exit).toBe(0);
});

test('receipt and evidence together say: counted, recorded later, erased, of another system', async () => {
  await record('cards', 2, 'c');
  await ombud('ledger', 'erase', at('L'), '--subject', 'p3');
  await sign('e.json');
  await record('loans', 1, 'late');
  expect(await counted(5, 'e.json')).toMatchObject({
    exit: 0,
    text: expect.stringContaining('It was counted'),
  });
  for (const [index, why] of [
    [3, 'it had been erased'],
    [40, 'it is of another system'],
    [44, 'it was recorded after the audit'],
  ] as const)
    expect(await counted(index, 'e.json')).toMatchObject({ exit: 1, text: expect.stringContaining(why) });
});

test('--at audits what was recorded up to a size, and its evidence is about that checkpoint', async () => {
  await record('loans', 10, 'more');
  await sign('then.json', '--at', '40');
  expect((await ombud('audit', '--reproduce', at('then.json'), '--key', key)).text).toContain(
    'at 40 entries',
  );
  expect(await counted(41, 'then.json')).toMatchObject({
    exit: 1,
    text: expect.stringContaining('recorded after the audit'),
  });
  expect((await sign('beyond.json', '--at', '9999')).exit).toBe(2);
});

test('a page is told from the signed audit of a published log, and from one that was changed', async () => {
  await sign('e.json');
  await ombud('ledger', 'publish', at('L'), at('tree'));
  const asked = [at('e.json'), '--key', key, '--log', at('tree')];
  const page = readFileSync(at('e.html'), 'utf8');
  const root = /root ([A-Za-z0-9+/]+=)/.exec(page)?.[1] ?? 'none';
  const same = await ombud('verify', ...asked, '--report', at('e.html'));
  expect(same).toMatchObject({ exit: 0 });
  expect(same.text).toContain(`signed this audit of its first 40 entries (root ${root})`);
  expect(same.text).toContain('The page is that signed audit, byte for byte.');
  writeFileSync(at('changed.html'), page.replace('40 people', '41 people').replace('40 of 40', '41 of 41'));
  const changed = await ombud('verify', ...asked, '--report', at('changed.html'));
  expect(changed.exit).toBe(1);
  expect(changed.err).toContain('not the one that this evidence gives');
});
