/** What is signed says of each rule what the audit found, also where its figures may not be published. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '@ombud/contract';
import { assertionSentence, verdictSentence } from '@ombud/report';
import type { Batch } from '@ombud/table';
import { english } from '@ombud/words';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as app from '../index.ts';

const context: app.Context = { now: Date.now, randomBytes, progress: () => {} };
let folder = '';
const location = () => join(folder, 'L');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-withheld-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of the men half are granted, of the women a quarter. */
const person = (i: number) => {
  const sex = i % 2 === 0 ? 'm' : 'f';
  const granted = Math.floor(i / 2) % 4 < (sex === 'm' ? 2 : 1) ? 'yes' : 'no';
  return { id: `p${i}`, sex, granted };
};

async function record(from: number, n: number): Promise<void> {
  async function* rows(): AsyncGenerator<Batch> {
    yield Array.from({ length: n }, (_, i) => ({ line: i + 1, values: person(from + i) }));
  }
  const roles = { system: 'loans', subject: 'id', decision: 'granted', attributes: ['sex'], inputs: null };
  await app.recordDecisions({ location: location(), rows: rows(), roles }, context);
}

const spec = () => ({
  source: `ledger:${location()}#loans`,
  decision: { column: 'granted', positive: ['yes'] },
  favourable: 'positive' as const,
  groups: [{ column: 'sex' }],
  policy: {
    use: ['us-four-fifths'],
    assertions: [
      { audit: 'selection-rate', level: 'error', judge: 'interval', maxDifference: 0.9, source: 'test' },
    ] as const,
    whenCannotTell: 'error' as const,
  },
});

async function signed(): Promise<{ exact: Result; published: Result; envelope: unknown }> {
  const exact = await app.auditDecisions(spec(), context);
  const { published, envelope } = await app.signResult({ spec: spec(), result: exact }, context);
  return { exact, published, envelope };
}

const states = ({ verdict }: Result) => [verdict.state, ...verdict.assertions.map(({ state }) => state)];

test('one decision more than the release before withholds figures, and no verdict', async () => {
  await app.initLedger({ location: location(), origin: 'example.org/loans' });
  await record(0, 600);
  const first = await signed();
  expect(states(first.published)).toEqual(states(first.exact));
  await record(600, 1);
  const { exact, published, envelope } = await signed();
  expect(states(exact)).toEqual(['fail', 'fail', 'pass']);
  expect(states(published)).toEqual(states(exact));
  expect(published.verdict.assertions.map(({ actual, group }) => [actual, group])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(verdictSentence(published)).toBe(verdictSentence(exact));
  const [failing, passing] = published.verdict.assertions.map((rule) => assertionSentence(published, rule));
  expect(passing).toMatch(/^Selection rate: the limit of .* is kept\. Its figures are withheld/);
  expect(failing).toMatch(/: the limit of at least 0\.8 is broken\. Its figures are withheld/);
  const evidence = JSON.stringify(envelope);
  expect(await app.reproduce({ evidence, source: spec().source }, context)).toMatchObject({ same: true });
  const page = app.pageOfEvidence(envelope as never, english);
  expect(page).toContain(verdictSentence(exact));
  expect(page).not.toContain('could not be measured');
});
