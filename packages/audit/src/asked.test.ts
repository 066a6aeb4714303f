/** What an audit asks of the engine: each question is a scan of all decisions. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { type Engine, openSource } from '@ombud/table';
import { afterAll, expect, test } from 'vitest';
import { auditEngine } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-asked-'));
afterAll(() => rmSync(folder, { recursive: true }));

const people = Array.from({ length: 400 }, (_, i) => ({
  sex: i % 2 ? 'F' : 'M',
  approved: i % 3 ? 'yes' : 'no',
  amount: String(i % 17),
  day: `2026-0${1 + (i % 4)}-10`,
  id: `p${i}`,
  twice: `p${i >> 1}`,
}));
const source = join(folder, 'people.csv');
writeFileSync(
  source,
  [Object.keys(people[0] ?? {}).join(), ...people.map((one) => Object.values(one).join())].join('\n'),
);

/** The questions that an audit puts, and whether it learned who the people are. */
async function askedBy(more: Partial<AuditSpec>) {
  const engine = await openSource(source);
  const asked: string[] = [];
  let subjects = false;
  const heard: Engine = {
    ...engine,
    cells: async (query) => {
      asked.push('cells');
      const answer = await engine.cells(query);
      subjects ||= answer.subjects !== null;
      return answer;
    },
    scores: (query) => {
      asked.push('scores');
      return engine.scores(query);
    },
    cube: (query) => {
      asked.push('cube');
      return engine.cube(query);
    },
  };
  const spec = { source, decision: { column: 'approved', positive: ['yes'] }, groups: [{ column: 'sex' }] };
  const result = await auditEngine(heard, { ...spec, ...more });
  await engine.close();
  const repeated = result.findings.flatMap(({ audit, reason }) =>
    reason?.code === 'scores-repeated' ? [audit] : [],
  );
  return { asked, subjects, repeated };
}

const everything: Partial<AuditSpec> = {
  decision: { column: 'amount', condition: { operator: '>=', value: 8 } },
  time: 'day',
  searchColumns: [],
};

test('a plain audit asks one question', async () => {
  expect(await askedBy({})).toEqual({ asked: ['cells'], subjects: false, repeated: [] });
});

test('numbers, periods and a search are asked for where there is an audit of them', async () => {
  expect((await askedBy(everything)).asked).toEqual(['cells', 'scores', 'cube', 'cells']);
});

test('of people with several rows nothing is asked that no audit of them uses', async () => {
  const { asked, subjects, repeated } = await askedBy({ ...everything, subject: 'twice' });
  expect(asked).toEqual(['cells']);
  expect(subjects).toBe(true);
  expect(repeated).toEqual(expect.arrayContaining(['over-time', 'drift', 'worst-subgroup', 'number-gaps']));
});

test('of people with one row each nobody asks who they are', async () => {
  const { asked, subjects } = await askedBy({ ...everything, subject: 'id' });
  expect(asked).toEqual(['cells', 'scores', 'cube', 'cells']);
  expect(subjects).toBe(false);
});
