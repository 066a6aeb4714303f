/** A ledger that version 0.1.0 wrote (`packages/ledger/golden`): it opens, verifies, goes on and erases. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseVerifierKey, verifyReceipt } from '@ombud/tlog';
import { expect, test } from 'vitest';
import { decision, temporaryFolder } from '../../test/helpers.ts';
import {
  addKey,
  closeLedger,
  eraseSubjects,
  findSubjects,
  fsck,
  makeReceipt,
  openLedger,
  openWriter,
  readDecisions,
  retireKey,
} from '../index.ts';

const golden = (name: string) => new URL(`../../golden/${name}`, import.meta.url);

function oldLedger(): string {
  const folder = join(temporaryFolder(), 'ledger');
  mkdirSync(folder);
  writeFileSync(join(folder, 'ledger.db'), gunzipSync(readFileSync(golden('version-0.1.0.db.gz'))));
  copyFileSync(golden('version-0.1.0.keys'), join(folder, 'signing-keys'));
  return folder;
}

test('it is read and checked as it is, without a change', async () => {
  const folder = oldLedger();
  const before = readFileSync(join(folder, 'ledger.db'));
  const ledger = await openLedger(folder);
  expect(await fsck(ledger)).toMatchObject({ problem: null, entries: 31, payloads: 29, erased: 1 });
  await expect(readDecisions(ledger, { system: 'loans' })).rejects.toMatchObject({ reason: 'not-pinned' });
  await closeLedger(ledger);
  expect(readFileSync(join(folder, 'ledger.db')).equals(before)).toBe(true);
});

test('it goes on: its keys are pinned, new entries follow the old ones, people are found and erased, keys rotate', async () => {
  const folder = oldLedger();
  const writer = await openWriter(folder);
  expect((await writer.append(decision('new-person'))).index).toBe(31);
  expect(await findSubjects(writer, ['person-7'])).toEqual([7]);
  expect(await findSubjects(writer, ['new-person'])).toEqual([31]);
  expect(await eraseSubjects(writer, ['person-7', 'new-person'])).toMatchObject({ entries: 2 });
  await writer.close();
  const ledger = await openLedger(folder);
  expect(ledger.trust.origin).toBe('pinned');
  expect(await fsck(ledger)).toMatchObject({ problem: null, entries: 33, payloads: 28, erased: 3 });
  const reading = await readDecisions(ledger, { system: 'loans' });
  const people = [];
  for await (const page of reading.batches) people.push(...page);
  expect(people).toHaveLength(28);
  expect(people[0]).toMatchObject({
    subject: 'person-0',
    decision: 'yes',
    attributes: { sex: 'F' },
    inputs: { income: '1000' },
  });
  expect(reading.coverage().counts).toEqual({ counted: 28, erased: 3, erasedSince: 0, unreadable: 0 });
  await closeLedger(ledger);
  const next = await addKey(folder);
  for (const key of (await openKeys(folder)).filter((vkey) => vkey !== next)) await retireKey(folder, key);
  const rotated = await openLedger(folder);
  expect((await fsck(rotated)).problem).toBeNull();
  const receipt = await makeReceipt(rotated, 3);
  const entry = new TextEncoder().encode(await rotated.store.readEntry(3));
  expect(verifyReceipt(receipt, { entry }, [parseVerifierKey(next)]).index).toBe(3);
  await closeLedger(rotated);
});

async function openKeys(folder: string): Promise<string[]> {
  const { formatVerifierKey } = await import('@ombud/tlog');
  const ledger = await openLedger(folder);
  await closeLedger(ledger);
  return ledger.keys.map(formatVerifierKey);
}
