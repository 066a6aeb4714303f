/** Entries that repeat others, so far on in a log that it is known when all of it was read. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../test/helpers.ts';
import { changeDatabase, repeatEntries } from '../test/insider.ts';
import { newLedger } from '../test/new-ledger.ts';
import {
  closeLedger,
  fsck,
  type KnownRepeats,
  openLedger,
  readAgainIfRepeated,
  readColumns,
  readDecisions,
} from './index.ts';

const entries = 18_000;
/** Both beyond what is held in memory. */
const repeated = [16_500, 17_500];

let whole = '';

beforeAll(async () => {
  whole = await newLedger(entries, join(mkdtempSync(join(tmpdir(), 'ombud-test-')), 'ledger'));
  await repeatEntries(whole, repeated);
});

afterAll(() => rmSync(dirname(whole), { recursive: true }));

test('a check names the first', async () => {
  const ledger = await openLedger(whole);
  const { problem } = await fsck(ledger);
  await closeLedger(ledger);
  expect(problem).toMatchObject({ reason: 'replayed', params: { index: entries } });
});

test.each([
  [17_000, { reason: 'entry-hash', params: { index: 17_000 } }],
  [entries + 1, { reason: 'replayed', params: { index: entries } }],
])('and what is wrong at entry %i where that is the first', async (index, expected) => {
  const folder = join(temporaryFolder(), 'ledger');
  cpSync(whole, folder, { recursive: true });
  changeDatabase(folder, `update entries set body = replace(body, 'loans', 'loanz') where idx = ${index}`);
  const ledger = await openLedger(folder);
  const { problem } = await fsck(ledger);
  await closeLedger(ledger);
  expect(problem).toMatchObject(expected);
});

const readings = {
  decisions: async (repeats?: KnownRepeats) => {
    const ledger = await openLedger(whole);
    const reading = await readDecisions(ledger, { system: 'loans', ...(repeats && { repeats }) });
    let counted = 0;
    for await (const page of reading.batches) counted += page.length;
    await closeLedger(ledger);
    return { counted, coverage: reading.coverage() };
  },
  columns: async (repeats?: KnownRepeats) => {
    const ledger = await openLedger(whole);
    const columns = [{ of: 'decision' }] as const;
    const reading = await readColumns(ledger, { system: 'loans', columns, ...(repeats && { repeats }) });
    let counted = 0;
    for await (const { rows } of reading.batches) for (const { times } of rows) counted += times;
    await closeLedger(ledger);
    return { counted, coverage: reading.coverage() };
  },
};

test.each(['decisions', 'columns'] as const)(
  'a reading of %s that began anew says what one that was told at once says',
  async (what) => {
    let begun = 0;
    const anew = await readAgainIfRepeated((repeats) => {
      begun += 1;
      return readings[what](repeats);
    });
    expect(begun).toBe(2);
    expect(anew).toEqual(await readings[what]());
    expect(anew.counted).toBe(entries);
    expect(anew.coverage.counts).toMatchObject({ counted: entries, unreadable: repeated.length });
  },
);
