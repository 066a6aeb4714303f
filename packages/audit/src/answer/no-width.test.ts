/** What was said where everybody is alike: an interval of "0 to 0 points", of "+100 to +100 points", and an empty one. */

import { memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { auditEngine } from '../run.ts';

type Row = readonly [group: string, score: number, given: string, happened: string, need: number];

async function scoreGaps(rows: readonly Row[]) {
  const result = await auditEngine(memoryEngine(['group', 'score', 'given', 'happened', 'need'], rows), {
    source: 'typed in',
    decision: { column: 'given', positive: ['yes'] },
    outcome: { column: 'happened', positive: ['yes'] },
    score: 'score',
    need: 'need',
    groups: [{ column: 'group' }],
    reference: { kind: 'all-others' },
  });
  return result.claims.filter(({ code }) => code === 'score-gap').map(({ params }) => params);
}

const given = (i: number): string => (i % 3 === 0 ? 'yes' : 'no');

test('where everybody has the outcome and the same need, nothing is claimed of people with the same score', async () => {
  const rows = Array.from({ length: 200 }, (_, i): Row => [i % 2 ? 'A' : 'B', i % 10, given(i), 'yes', 5]);
  expect(await scoreGaps(rows)).toEqual([]);
});

test('of groups of one person each no gap is claimed without a width', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i): Row => [`g${i}`, i % 6, given(i), i % 4 ? 'no' : 'yes', i % 7],
  );
  for (const params of await scoreGaps(rows)) {
    const { interval } = params as { interval: { low: number | null; high: number | null } | null };
    expect(interval).not.toBeNull();
    expect(interval?.low).not.toBe(interval?.high);
  }
});
