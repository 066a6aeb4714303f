import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { createLedger, type Draft, openWriter } from '@ombud/ledger';
import { afterEach, expect, test } from 'vitest';
import { gather } from './gather.ts';
import { openRecorded } from './recorded.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const decision = (subject: string, i: number): Draft => ({
  kind: 'decision',
  system: 'loans',
  attributes: { sex: i % 2 === 0 ? 'f' : 'm' },
  payload: { subject, decision: i % 3 === 0 ? 'no' : 'yes', score: i / 10_000 },
});

async function recorded(subjects: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-test-'));
  folders.push(folder);
  const location = join(folder, 'ledger');
  await createLedger(location, 'test.example.org/log');
  const writer = await openWriter(location);
  await writer.appendMany(subjects.map(decision));
  await writer.close();
  return `ledger:${location}#loans`;
}

async function gatherFrom(source: string, more: Partial<AuditSpec> = {}) {
  const spec: AuditSpec = {
    source,
    decision: { column: 'decision', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    subject: 'subject',
    ...more,
  };
  const { engine } = await openRecorded(spec);
  try {
    const { cells, people } = await gather(engine, spec);
    return { people, cells: cells.cells, clustered: cells.subjects !== undefined };
  } finally {
    await engine.close();
  }
}

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `s-${i}`);

test('people with one decision each are counted as they are where somebody looks who each is', async () => {
  const source = await recorded(names(5000));
  const once = await gatherFrom(source);
  // As a group of its own the subject is a column, and who each is can be asked.
  const asked = await gatherFrom(source, { strata: [{ column: 'subject', bins: [0] }] });
  expect(once).toMatchObject({ people: 5000, clustered: false });
  expect(asked).toMatchObject({ people: 5000, clustered: false });
  expect(once.cells.reduce((sum, { n }) => sum + n, 0)).toBe(5000);
  expect(once.cells.map(({ n }) => n).sort((a, b) => a - b)).toEqual([833, 834, 1666, 1667]);
});

test.each([
  ['the same', 's-7'],
  ['the same between blanks', ' s-7 '],
])('%s person at the end is one person, though none came twice before', async (_, last) => {
  const source = await recorded([...names(3000), last]);
  expect(await gatherFrom(source)).toMatchObject({ people: 3000, clustered: true });
});

test('more different rows than are held at once are all counted', async () => {
  const source = await recorded(names(9000));
  const { cells, people } = await gatherFrom(source, { score: 'score' });
  expect(people).toBe(9000);
  expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(9000);
});

test('somebody who comes again far on is found at the end', async () => {
  const source = await recorded([...names(17_500), 's-17490']);
  expect(await gatherFrom(source)).toMatchObject({ people: 17_500, clustered: true });
});
