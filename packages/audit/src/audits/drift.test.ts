import type { Details, DriftDetails } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import peers from '../../../stats/golden/scores-r.json' with { type: 'json' };
import { auditEngine } from '../run.ts';

const driftOf = (details: Details | null | undefined): DriftDetails => {
  if (details?.kind !== 'drift') throw new Error('No drift was measured.');
  return details;
};

const columns = ['who', 'hit', 'score', 'day', 'people'];

async function ask(rows: readonly MemoryRow[], scored = false) {
  const { findings } = await auditEngine(memoryEngine(columns, rows), {
    source: 'typed in',
    outcome: { column: 'hit', positive: ['yes'] },
    groups: [{ column: 'who' }],
    time: 'day',
    count: 'people',
    audits: ['drift'],
    ...(scored ? { score: 'score' } : {}),
  });
  return findings[0];
}

const days = { before: ['2026-01-05', '2026-02-05'], after: '2026-03-05' } as const;

/** The people of each bin, those before spread over two months. */
function binned(reference: readonly number[], current: readonly number[]): MemoryRow[] {
  return reference.flatMap((before, i): MemoryRow[] => {
    const half = Math.floor(before / 2);
    const name = `g${i}`;
    return [
      [name, 'yes', null, days.before[0], half],
      [name, 'yes', null, days.before[1], before - half],
      [name, 'yes', null, days.after, current[i] ?? 0],
    ];
  });
}

test.each(golden.psi)(
  'the stability index of a column as numpy: $value',
  async ({ reference, current, value, smoothed }) => {
    const { before, after, columns: found } = driftOf((await ask(binned(reference, current)))?.details);
    expect([before.from, before.to, after.from]).toEqual(['2026-01', '2026-02', '2026-03']);
    const who = found.find(({ role }) => role === 'group');
    expect(who?.index).toBeCloseTo(value, 10);
    expect(who?.smoothed).toBe(smoothed);
  },
);

test.each(golden.table.filter(({ table }) => table.length === 2))(
  'the test of a column as scipy: $p',
  async ({ table: [before = [], after = []], p, statistic }) => {
    const { columns: found } = driftOf((await ask(binned(before, after)))?.details);
    const who = found.find(({ role }) => role === 'group');
    expect(who?.test?.statistic).toBeCloseTo(statistic, 9);
    expect(who?.test?.p).toBeCloseTo(p, 10);
  },
);

test.each(peers.ks)('the score as the exact test of R: $statistic', async ({ a, b, statistic, p }) => {
  const rows = (pairs: readonly (readonly number[])[], day: string): MemoryRow[] =>
    pairs.flatMap(([score = 0, n = 0]) => [[score > 1 ? 'x' : 'y', 'yes', score, day, n]]);
  const { columns: found, exact } = driftOf(
    (await ask([...rows(a, days.before[0]), ...rows(b, days.after)], true))?.details,
  );
  const score = found.find(({ role }) => role === 'score');
  expect(exact).toBe(true);
  expect(score?.test?.statistic).toBeCloseTo(statistic, 10);
  expect(score?.test?.p).toBeCloseTo(p, 10);
});

test('p is adjusted for all columns, and people without a value are one of its values', async () => {
  const rows: MemoryRow[] = [
    ['x', 'yes', null, days.before[0], 60],
    ['y', 'no', null, days.before[0], 60],
    ['x', 'yes', null, days.after, 30],
    [null, 'no', null, days.after, 20],
    ['y', 'no', null, days.after, 30],
  ];
  const { columns: found } = driftOf((await ask(rows))?.details);
  expect(found.map(({ column }) => column)).toEqual(['hit', 'who']);
  const [hit, who] = found;
  expect(who?.bins.find(({ value }) => value === null)).toEqual({ value: null, before: 0, after: 20 });
  expect(who?.pAdjusted).toBeCloseTo(2 * (who?.test?.p ?? 0), 12);
  expect(hit?.pAdjusted).toBeCloseTo(hit?.test?.p ?? 0, 12);
});

test('one period cannot be compared', async () => {
  const finding = await ask([
    ['x', 'yes', null, days.after, 20],
    ['y', 'no', null, days.after, 20],
  ]);
  expect(finding?.state).toBe('cannot-tell');
  expect(finding?.reason?.code).toBe('one-period');
});
