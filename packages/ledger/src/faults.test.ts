/** What goes wrong in the world: a second process, a full disk, a read-only disk, changed bytes, erased people. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { english, sayError } from '@ombud/words';
import { expect, onTestFinished, test } from 'vitest';
import { startChild, until } from '../test/child.ts';
import { decision, logOrigin, temporaryFolder } from '../test/helpers.ts';
import { newLedger } from '../test/new-ledger.ts';
import {
  closeLedger,
  createLedger,
  eraseSubjects,
  fsck,
  makeReceipt,
  openLedger,
  openWriter,
  publish,
  readCheckpoint,
  type Writer,
} from './index.ts';

async function problemOf(folder: string): Promise<string | null> {
  const ledger = await openLedger(folder);
  try {
    const { problem } = await fsck(ledger);
    return problem === null ? null : sayError(english, problem);
  } finally {
    await closeLedger(ledger);
  }
}

test('a second process is refused while the first writes, and let in when the first is killed', async () => {
  const folder = await newLedger(1);
  const child = startChild('append-forever.ts', [folder, 'first']);
  await until(() => child.lines().length > 0);
  const second = startChild('append-forever.ts', [folder, 'second']);
  expect(await second.ended).not.toBe(0);
  expect(second.lines().join('\n')).toContain('OMBUD_E_LEDGER_LOCKED/another-writer');
  child.process.kill('SIGKILL');
  await child.ended;
  const writer = await openWriter(folder);
  await writer.close();
});

/** Lets the database grow no further: each appends an entry, whose transaction it uses. */
async function limitPages(writer: Writer, pages: number): Promise<void> {
  await writer.append([decision(`pages-${pages}`)], {
    within: async ({ all }) => void (await all(`pragma max_page_count = ${pages}`)),
  });
}

test('a full database rejects every waiter with one clear error; the tree is as it was and the log goes on', async () => {
  const folder = await newLedger(10);
  const writer = await openWriter(folder);
  await limitPages(writer, 24);
  const big = { ...decision('big'), payload: { subject: 'big', decision: 'x'.repeat(100_000) } };
  const all = await Promise.allSettled([
    writer.append(decision('a')),
    writer.append(big),
    writer.append(big),
    writer.append(big),
  ]);
  for (const one of all)
    expect(one).toMatchObject({ reason: { code: 'OMBUD_E_LEDGER_DISK_FULL', kind: 'unavailable' } });
  await limitPages(writer, 1_000_000);
  expect((await writer.append(decision('after'))).index).toBe(12);
  await writer.close();
  expect(await problemOf(folder)).toBeNull();
});

/** A file system of its own, where this user may mount one. */
function mount(size: string): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', ['-l', folder]));
    return folder;
  } catch {
    return null;
  }
}

test('a full disk and a read-only disk give a clear error, and the log still opens (only where tmpfs can be mounted)', async ({
  skip,
}) => {
  const disk = mount('2m') ?? skip('this user may not mount a tmpfs');
  const folder = join(disk, 'ledger');
  await newLedger(20, folder);
  const writer = await openWriter(folder);
  let recorded = 20;
  const fill = async () => {
    for (;;) {
      await writer.append({ ...decision('x'), payload: { subject: 'x', decision: 'y'.repeat(20_000) } });
      recorded += 1;
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_DISK_FULL' });
  await writer.close();
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  await expect(openWriter(folder)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_READ_ONLY', kind: 'input' });
  await expect(createLedger(join(disk, 'new'), logOrigin)).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_READ_ONLY',
  });
  const ledger = await openLedger(folder);
  expect((await readCheckpoint(ledger)).checkpoint.size).toBe(recorded);
  expect((await fsck(ledger)).problem).toBeNull();
  await expect(publish(ledger, join(disk, 'published'))).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_PUBLISH',
  });
  await closeLedger(ledger);
  execFileSync('mount', ['-o', 'remount,rw,size=8m', disk]);
  const again = await openWriter(folder);
  expect((await again.append(decision('after'))).index).toBe(recorded);
  await again.close();
});

function saltsOf(folder: string, subject: string): string[] {
  const database = new DatabaseSync(join(folder, 'ledger.db'), { readOnly: true });
  const rows = database.prepare('select salt from payloads where instr(body, ?) > 0').all(subject);
  database.close();
  return rows.map((row) => String(row['salt'])).flatMap((salt) => salt.match(/.{24}/g) ?? []);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('after an erasure no byte of the person is in the database, its WAL or what is published', async () => {
  const folder = await newLedger(0);
  const to = temporaryFolder();
  const secrets = [
    'pseudonym-42-of-the-person',
    'decision-about-the-person',
    'attribute-of-the-person',
    'note-of-the-person',
  ];
  const [subject = '', decided = '', attribute = '', note = ''] = secrets;
  const writer = await openWriter(folder);
  const draft = {
    ...decision(subject),
    payload: { subject, decision: decided },
    attributes: { sex: attribute },
  };
  for (let i = 0; i < 40; i++)
    await writer.appendMany([decision(`other-${i}`), draft, decision(`another-${i}`)]);
  await writer.append({ kind: 'appeal', system: 'loans', about: 1, payload: { note } });
  await publish(writer.ledger, to);
  const receipt = await makeReceipt(writer.ledger, 1);
  const found = (folders: string[]) =>
    folders.flatMap(filesOf).filter((file) => secrets.some((secret) => readFileSync(file).includes(secret)));
  const salts = saltsOf(folder, subject);
  expect(found([folder])).not.toEqual([]);
  expect(await eraseSubjects(writer, [subject])).toMatchObject({ entries: 41 });
  expect(found([folder, to])).toEqual([]);
  for (const file of filesOf(folder))
    for (const salt of salts) expect(readFileSync(file).includes(salt)).toBe(false);
  await publish(writer.ledger, to);
  await writer.close();
  expect(found([folder, to])).toEqual([]);
  expect(secrets.some((secret) => receipt.includes(secret))).toBe(false);
  expect(await problemOf(folder)).toBeNull();
});

test('an erasure that was interrupted before the files were cleared is ended at the next opening', async () => {
  const folder = await newLedger(50);
  const writer = await openWriter(folder);
  const { store } = writer.ledger;
  const failing = Object.assign(store, { scrub: () => Promise.reject(new Error('the power failed')) });
  await expect(eraseSubjects(writer, ['subject-7'])).rejects.toThrow('the power failed');
  await failing.close();
  const bytes = () =>
    ['ledger.db', 'ledger.db-wal'].map((name) => readFileSync(join(folder, name), { flag: 'a+' }));
  const next = await openWriter(folder);
  expect(bytes().some((file) => file.includes('"subject-7"'))).toBe(false);
  await next.close();
  expect(await problemOf(folder)).toBeNull();
});

test('fsck names an entry of which one bit was changed (every bit of everything: fsck.slow.test.ts)', async () => {
  const folder = await newLedger(5);
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  const body = (text: string) => database.prepare('update entries set body = ? where idx = 2').run(text);
  const row = database.prepare('select body from entries where idx = 2').get();
  const entry = Buffer.from(String(row?.body));
  const ledger = await openLedger(folder);
  for (let bit = 0; bit < entry.length * 8; bit += 29) {
    const changed = Buffer.from(entry);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    body(changed.toString());
    const { problem } = await fsck(ledger);
    expect(problem && sayError(english, problem)).toMatch(/entry 2|Entry 2|commits to/);
  }
  body(entry.toString());
  expect((await fsck(ledger)).problem).toBeNull();
  await closeLedger(ledger);
  database.close();
});

test.each([
  ['delete from entries where idx = 3', 'Entry 3 is missing.'],
  ['delete from payloads where idx = 4', 'The payload of entry 4 is missing, and no erasure says why.'],
  [
    'delete from attributes where idx = 5',
    'The protected attributes of entry 5 are missing, and no erasure says why.',
  ],
  [
    'update payloads set body = (select body from payloads where idx = 1) where idx = 6',
    'The payload of entry 6 is not the one it commits to.',
  ],
  ["insert into entries values (10, '{}')", 'There is a row 10 in entries beyond the end of the log.'],
])('fsck names the first bad entry after "%s"', async (change, problem) => {
  const folder = await newLedger(10);
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  database.exec(change);
  database.close();
  expect(await problemOf(folder)).toBe(problem);
});

test('an entry written anew with its tile is caught by the signed checkpoint', async () => {
  const folder = await newLedger(3);
  const other = await newLedger(3);
  const database = new DatabaseSync(join(folder, 'ledger.db'));
  database.exec(`attach '${join(other, 'ledger.db')}' as other`);
  for (const table of ['entries', 'payloads', 'attributes', 'tiles'])
    database.exec(`delete from ${table}; insert into ${table} select * from other.${table}`);
  database.exec('update log set last_time = (select last_time from other.log)');
  database.close();
  expect(await problemOf(folder)).toBe('The checkpoint of 3 entries does not sign this log’s tree.');
  await expect(openWriter(folder)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_CORRUPT' });
});

test('a folder where no ledger can be made gives a clear error', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a'));
  await expect(createLedger('/dev/null/ledger', logOrigin)).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_READ_ONLY',
  });
  await expect(createLedger(folder, 'two words')).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_ORIGIN' });
  await expect(openLedger('mysql://host/db')).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_LOCATION' });
});
