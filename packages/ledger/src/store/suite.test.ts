/** One suite for both databases: what holds for the embedded store holds in production. */
import fs from 'node:fs';
import { join } from 'node:path';
import { encodeUtf8 } from '@ombud/kernel';
import { postgresBinaries, startPostgres, type TestPostgres } from '@ombud/testing';
import { refusalOf } from '@ombud/testing/errors';
import { parseVerifierKey, verifyEvidence, verifyReceipt } from '@ombud/tlog';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gather } from '../../test/gather.ts';
import { decision, logOrigin, temporaryFolder } from '../../test/helpers.ts';
import {
  addKey,
  closeLedger,
  createLedger,
  eraseOlderThan,
  eraseSubjects,
  fsck,
  makeReceipt,
  openLedger,
  openWriter,
  publish,
  readCheckpoint,
  readDecisions,
  readEntry,
  recordEvidence,
  retireKey,
  rootOf,
  signEvidence,
} from '../index.ts';
import { cosignWith } from '../witness/client.ts';
import { witnessServer } from '../witness/server.ts';
import { openWitness } from '../witness/state.ts';
import type { StoreTransaction } from './store.ts';

let postgres: TestPostgres | null = null;
const hasPostgres = postgresBinaries() !== null;

beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

const stores = [
  { name: 'SQLite', skip: false, location: () => join(temporaryFolder(), 'ledger') },
  {
    name: hasPostgres ? 'PostgreSQL' : 'PostgreSQL (skipped: none is installed; apt-get install postgresql)',
    skip: !hasPostgres,
    location: () => postgres?.newDatabase() ?? '',
  },
];

async function filled(location: string, count: number): Promise<string> {
  const vkey = await createLedger(location, logOrigin);
  const writer = await openWriter(location);
  await writer.appendMany(Array.from({ length: count }, (_, i) => decision(`subject-${i}`)));
  await writer.close();
  return vkey;
}

async function check(location: string) {
  const ledger = await openLedger(location);
  try {
    return await fsck(ledger);
  } finally {
    await closeLedger(ledger);
  }
}

describe.each(stores)('$name', ({ skip, location: place }) => {
  test.skipIf(skip)('entries get indexes in order, and a receipt of each verifies', async () => {
    const location = place();
    const vkey = await createLedger(location, logOrigin);
    const writer = await openWriter(location, { group: { most: 7 } });
    const appended = await Promise.all(
      Array.from({ length: 300 }, (_, i) => writer.append(decision(`s${i}`))),
    );
    expect(appended.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    await writer.close();
    const ledger = await openLedger(location);
    for (const index of [0, 1, 127, 255, 256, 299]) {
      const entry = encodeUtf8(await readEntry(ledger.store, index));
      const verified = verifyReceipt(await makeReceipt(ledger, index), { entry }, [parseVerifierKey(vkey)]);
      expect(verified.checkpoint.size).toBe(300);
    }
    await closeLedger(ledger);
    expect(await check(location)).toMatchObject({
      entries: 300,
      payloads: 300,
      erased: 0,
      problem: null,
    });
  });

  test.skipIf(skip)(
    'a second writer is refused with a clear sentence, and may write when the first has ended',
    async () => {
      const location = place();
      await createLedger(location, logOrigin);
      const writer = await openWriter(location);
      expect(await refusalOf(() => openWriter(location))).toContain('open for writing in another process');
      await writer.close();
      const next = await openWriter(location);
      expect((await next.append(decision('a'))).index).toBe(0);
      await next.close();
    },
  );

  test.skipIf(skip)('a ledger is made once, and must be there to be opened', async () => {
    const location = place();
    await expect(openLedger(location)).rejects.toMatchObject({
      code: 'OMBUD_E_LEDGER_NOT_FOUND',
      kind: 'not-found',
    });
    await createLedger(location, logOrigin);
    await expect(createLedger(location, logOrigin)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_EXISTS' });
  });

  test.skipIf(skip)('a batch is recorded whole or not at all', async () => {
    const location = place();
    await filled(location, 3);
    const writer = await openWriter(location);
    const bad = { ...decision('x'), payload: { subject: 'x', decision: Number.NaN } };
    await expect(writer.appendMany([decision('a'), bad])).rejects.toMatchObject({
      code: 'OMBUD_E_JSON',
    });
    const drop = { within: async ({ run }: StoreTransaction) => void (await run('drop table attributes')) };
    await expect(writer.append([decision('b')], drop)).rejects.toThrow();
    await writer.close();
    const ledger = await openLedger(location);
    expect((await readCheckpoint(ledger)).checkpoint.size).toBe(3);
    await closeLedger(ledger);
  });

  test.skipIf(skip)(
    'appendMany refuses an entry about an index that is not there just as append does; an earlier one of the batch is',
    async () => {
      const location = place();
      await createLedger(location, logOrigin);
      const writer = await openWriter(location);
      const appeal = (about: number) => ({
        kind: 'appeal' as const,
        system: 'loans',
        about,
        payload: { text: 't' },
      });
      const refused = { code: 'OMBUD_E_LEDGER_INDEX', reason: 'about-later', params: { about: 99 } };
      await expect(writer.append(appeal(99))).rejects.toMatchObject(refused);
      await expect(writer.appendMany([decision('a'), appeal(99)])).rejects.toMatchObject(refused);
      await expect(writer.appendMany([appeal(1), decision('a')])).rejects.toMatchObject({
        code: 'OMBUD_E_LEDGER_INDEX',
      });
      const appended = await writer.appendMany([decision('a'), appeal(0)]);
      expect(appended.map(({ index }) => index)).toEqual([0, 1]);
      await writer.close();
      expect((await check(location)).problem).toBeNull();
    },
  );

  test.skipIf(skip)('time never goes backwards, even where the clock does', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const clock = [Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 1)];
    const writer = await openWriter(location, { now: () => clock.shift() ?? 0 });
    await writer.append(decision('a'));
    await writer.append(decision('b'));
    const entry = JSON.parse(await readEntry(writer.ledger.store, 1));
    expect(entry.time).toBe('2026-01-02T00:00:00.000Z');
    await writer.close();
    expect((await check(location)).problem).toBeNull();
  });

  test.skipIf(skip)('too many waiting entries are pushed back', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location, { group: { waiting: 2, most: 100 } });
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => writer.append(decision(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await writer.close();
  });

  test.skipIf(skip)(
    'an erasure leaves proofs, fsck and old checkpoints valid, and says what was left out',
    async () => {
      const location = place();
      const vkey = await filled(location, 20);
      const writer = await openWriter(location);
      await writer.append({ kind: 'correction', system: 'loans', about: 4, payload: { outcome: 'repaid' } });
      await writer.append({ kind: 'correction', system: 'loans', about: 5, payload: { outcome: 'late' } });
      await writer.append(decision('other', { system: 'cards' }));
      const receipt = await makeReceipt(writer.ledger, 4);
      const erased = await eraseSubjects(writer, ['subject-4']);
      expect(erased).toMatchObject({ entries: 2, recordedAt: [23], evidence: [] });
      await expect(eraseSubjects(writer, ['subject-4'])).rejects.toMatchObject({
        code: 'OMBUD_E_LEDGER_NOBODY',
      });
      await writer.close();
      expect(await check(location)).toMatchObject({
        entries: 24,
        payloads: 21,
        erased: 2,
        problem: null,
      });
      const ledger = await openLedger(location, { keys: [parseVerifierKey(vkey)] });
      const entry = encodeUtf8(await readEntry(ledger.store, 4));
      expect(verifyReceipt(receipt, { entry }, [parseVerifierKey(vkey)]).index).toBe(4);
      const reading = await readDecisions(ledger, { system: 'loans', atSize: 23 });
      const decisions = await gather(reading.decisions);
      expect(decisions.map(({ index }) => index)).toEqual([...Array(20).keys()].filter((i) => i !== 4));
      expect(decisions.find(({ index }) => index === 5)).toMatchObject({
        outcome: 'late',
        attributes: { sex: 'F' },
      });
      expect(reading.coverage()).toMatchObject({
        checkpoint: { size: 23, root: await rootOf(ledger, 23) },
        counted: [
          [0, 3],
          [5, 19],
        ],
        leftOut: [
          { reason: 'erased', ranges: [[4, 4]] },
          { reason: 'other-system', ranges: [[22, 22]] },
          { reason: 'other-kind', ranges: [[20, 21]] },
        ],
      });
      const before = await readDecisions(ledger, { system: 'loans', atSize: 20 });
      expect((await gather(before.decisions)).find(({ index }) => index === 5)?.outcome).toBeNull();
      await closeLedger(ledger);
    },
  );

  test.skipIf(skip)('retention erases by the age of the decision and leaves evidence', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location);
    await writer.appendMany([
      decision('old', { decided: '2020-01-01T00:00:00.000Z' }),
      decision('new'),
      decision('older', { decided: '2019-01-01T00:00:00.000Z' }),
    ]);
    const { checkpoint } = await readCheckpoint(writer.ledger);
    const envelope = signEvidence({ _type: 'https://in-toto.io/Statement/v1' }, writer.signers);
    await recordEvidence(writer, 'loans', checkpoint, envelope);
    expect(verifyEvidence(envelope, writer.ledger.keys)).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
    });
    expect(await eraseOlderThan(writer, Date.UTC(2021, 0, 1))).toMatchObject({
      entries: 2,
      recordedAt: [4],
      evidence: [3],
    });
    expect(await eraseOlderThan(writer, Date.UTC(2021, 0, 1))).toMatchObject({ entries: 0, recordedAt: [] });
    await writer.close();
    expect(await check(location)).toMatchObject({
      entries: 5,
      payloads: 2,
      erased: 2,
      problem: null,
    });
  });

  test.skipIf(skip)('publishing is incremental', async () => {
    const location = place();
    await filled(location, 300);
    const to = temporaryFolder();
    const ledger = await openLedger(location);
    expect(await publish(ledger, to)).toEqual({ size: 300, files: 6 });
    expect(await publish(ledger, to)).toEqual({ size: 300, files: 0 });
    await closeLedger(ledger);
    const writer = await openWriter(location);
    await writer.append(decision('one more'));
    expect(await publish(writer.ledger, to)).toEqual({ size: 301, files: 3 });
    await writer.close();
  });

  test.skipIf(skip)('keys rotate: old and new sign together, then the new one alone', async () => {
    const location = place();
    const old = await filled(location, 2);
    const next = await addKey(location);
    await retireKey(location, old);
    await expect(retireKey(location, next)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_KEY' });
    const writer = await openWriter(location);
    await writer.append(decision('c'));
    expect((await readCheckpoint(writer.ledger)).note).toContain(next.split('+')[0]);
    await writer.close();
    expect((await check(location)).problem).toBeNull();
  });

  test.skipIf(skip)('a witness cosigns, and its word is kept beside the checkpoint', async () => {
    const location = place();
    const vkey = await filled(location, 5);
    const state = await openWitness(temporaryFolder(), 'witness.example.org');
    const server = witnessServer({ state, logs: [parseVerifierKey(vkey)], now: () => 1_700_000_000 });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const witness = parseVerifierKey(state.verifierKey);
    const writer = await openWriter(location);
    for (let round = 0; round < 2; round++)
      expect(await cosignWith(writer, `http://127.0.0.1:${port}/`, witness)).toMatchObject({
        size: 5,
        time: 1_700_000_000,
      });
    await writer.append(decision('later'));
    const entry = encodeUtf8(await readEntry(writer.ledger.store, 2));
    const verified = verifyReceipt(await makeReceipt(writer.ledger, 2), { entry }, [parseVerifierKey(vkey)], {
      witnesses: [witness],
    });
    expect(verified.witnesses).toEqual([{ name: 'witness.example.org', time: 1_700_000_000 }]);
    await writer.close();
    server.close();
    state.close();
    expect((await check(location)).problem).toBeNull();
  });
});

test.skipIf(!hasPostgres)(
  'PostgreSQL: an auditor cannot read payloads or attributes, a writer cannot change entries (skipped where no PostgreSQL is installed)',
  async () => {
    const url = postgres?.newDatabase() ?? '';
    await filled(url, 2);
    const roles = fs.readFileSync(new URL('../../schema/roles.sql', import.meta.url), 'utf8');
    postgres?.sql(url, roles);
    postgres?.sql(
      url,
      'create user anna in role ombud_auditor; create user will in role ombud_writer; create user eve in role ombud_auditor, ombud_attributes',
    );
    const as = (user: string) => url.replace('ombud@', `${user}@`);
    const auditor = await openLedger(as('anna'));
    expect((await readCheckpoint(auditor)).checkpoint.size).toBe(2);
    expect(await makeReceipt(auditor, 1)).toContain('index 1');
    await closeLedger(auditor);
    for (const table of ['payloads', 'attributes', 'signers'])
      expect(() => postgres?.sql(as('anna'), `select * from ${table}`)).toThrow(/permission denied/);
    expect(postgres?.sql(as('eve'), 'select count(*) from attributes').trim()).toBe('2');
    expect(() => postgres?.sql(as('eve'), 'select * from payloads')).toThrow(/permission denied/);
    const writer = await openWriter(as('will'));
    expect((await writer.append(decision('c'))).index).toBe(2);
    await writer.close();
    expect(() => postgres?.sql(as('will'), "update entries set body = 'x'")).toThrow(/permission denied/);
    expect(() => postgres?.sql(as('will'), 'delete from entries')).toThrow(/permission denied/);
  },
);
