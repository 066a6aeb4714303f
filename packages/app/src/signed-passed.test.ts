/** A failing system does not get a signed pass by losing the people whom it refused: not by plain SQL, not by the book. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Batch } from '@ombud/table';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as app from './index.ts';

const context: app.Context = { now: Date.now, randomBytes, progress: () => {} };
let folder = '';
const location = () => join(folder, 'L');

/** 300 men of whom half are granted, 300 women of whom a quarter is. */
const people = Array.from({ length: 600 }, (_, i) => {
  const sex = i % 2 === 0 ? 'm' : 'f';
  const granted = Math.floor(i / 2) % 4 < (sex === 'm' ? 2 : 1) ? 'yes' : 'no';
  return { id: `p${i}`, sex, granted };
});
const refusedWomen = people.filter(({ sex, granted }) => sex === 'f' && granted === 'no').slice(0, 150);

async function* batch(): AsyncGenerator<Batch> {
  yield people.map((values, i) => ({ line: i + 1, values }));
}

const spec = () => ({
  source: `ledger:${location()}#loans`,
  decision: { column: 'granted', positive: ['yes'] },
  favourable: 'positive' as const,
  groups: [{ column: 'sex' }],
  policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' as const },
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-passed-'));
  await app.initLedger({ location: location(), origin: 'example.org/loans' });
  const roles = { system: 'loans', subject: 'id', decision: 'granted', attributes: ['sex'], inputs: null };
  await app.recordDecisions({ location: location(), rows: batch(), roles }, context);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the honest verdict is a fail, and it can be signed', async () => {
  const result = await app.auditDecisions(spec(), context);
  expect(result.verdict?.state).toBe('fail');
  const { published } = await app.signResult({ spec: spec(), result }, context);
  expect(published.verdict?.state).toBe('fail');
});

test('their attributes deleted by SQL: no pass, and nothing is signed', async () => {
  const database = new DatabaseSync(join(location(), 'ledger.db'));
  const gone = database.prepare(
    'delete from attributes where idx in (select idx from payloads where body like \'%"subject":"\' || ? || \'"%\')',
  );
  expect(refusedWomen.reduce((sum, { id }) => sum + Number(gone.run(id).changes), 0)).toBe(150);
  database.close();
  const result = await app.auditDecisions(spec(), context);
  expect(result.verdict?.state).toMatch(/fail|cannot-tell/);
  await expect(app.signResult({ spec: spec(), result }, context)).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_CORRUPT',
    reason: 'attributes-missing',
  });
});

test('the same people erased by the book: no pass, and what is signed is none', async () => {
  await app.erase({ location: location(), subjects: refusedWomen.map(({ id }) => id) }, context);
  const result = await app.auditDecisions(spec(), context);
  expect(result.verdict?.state).toMatch(/fail|cannot-tell/);
  const { published } = await app.signResult({ spec: spec(), result }, context);
  expect(published.verdict?.state).toMatch(/fail|cannot-tell/);
});
