/** People with several decisions: the audit gives the intervals for few people (CR2, Satterthwaite), and says what is open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec, Interval } from '@ombud/contract';
import { type Cluster, clusterDifference, clusterRateInterval, clusterRatio, cr2Moments } from '@ombud/stats';
import { expect, onTestFinished, test } from 'vitest';
import { audit } from './run.ts';

type Person = readonly [events: number, n: number];

/** Of each group its people, each with so many yes among so many decisions; rows of one person lie apart. */
async function audited(
  groups: Readonly<Record<string, readonly Person[]>>,
  minRatio?: number,
  more: Partial<AuditSpec> = {},
) {
  const rows = Object.entries(groups).flatMap(([group, people]) =>
    people.flatMap(([events, n], person) =>
      Array.from({ length: n }, (_, i) => `${group}${person},${group},${i < events ? 'yes' : 'no'}`),
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'ombud-subjects-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = join(folder, 'rows.csv');
  writeFileSync(
    source,
    ['who,g,d', ...rows.toSorted((a, b) => (a.slice(1) < b.slice(1) ? -1 : 1))].join('\n'),
  );
  return audit({
    source,
    decision: { column: 'd', positive: ['yes'], negative: ['no'] },
    favourable: 'positive',
    subject: 'who',
    groups: [{ column: 'g' }],
    ...more,
    ...(minRatio === undefined
      ? {}
      : {
          policy: {
            use: [],
            whenCannotTell: 'error',
            assertions: [
              { audit: 'adverse-impact', level: 'error', judge: 'interval', source: 'test', minRatio },
            ],
          },
        }),
  });
}

const momentsOf = (people: readonly Person[]) =>
  cr2Moments(people.map(([events, n]): Cluster => ({ events, n })));

const few: readonly Person[] = [
  [3, 9],
  [0, 4],
  [5, 11],
  [2, 8],
  [1, 3],
];
const more: readonly Person[] = [
  [6, 8],
  [5, 9],
  [7, 7],
  [9, 12],
  [4, 6],
  [5, 5],
  [5, 5],
];

test('rates and comparisons have the intervals of people, not of rows', async () => {
  const { findings } = await audited({ A: few, B: more });
  const [rates] = findings;
  const close = (interval: Interval | null | undefined, known: Interval | null) => {
    expect(interval?.method).toBe(known?.method);
    expect(interval?.low).toBeCloseTo(known?.low ?? Number.NaN, 12);
    expect(interval?.high).toBeCloseTo(known?.high ?? Number.NaN, 12);
  };
  const level = { level: 0.95 };
  close(rates?.groups[0]?.interval, clusterRateInterval(momentsOf(few), level));
  close(rates?.groups[1]?.interval, clusterRateInterval(momentsOf(more), level));
  expect(rates?.groups.every(({ df = 99, n }) => df < 7 && n > 30)).toBe(true);
  const interval = (measure: string) =>
    rates?.comparisons.find((comparison) => comparison.measure === measure)?.interval;
  close(interval('ratio'), clusterRatio(momentsOf(few), momentsOf(more), level));
  close(interval('difference'), clusterDifference(momentsOf(few), momentsOf(more), level));
  expect(rates?.comparisons[0]?.test).toBe('cr2-score');
});

test('exclusion of everybody in one group fails though nobody of it has the event', async () => {
  const none = Array.from({ length: 50 }, (): Person => [0, 10]);
  const half = Array.from({ length: 50 }, (_, i): Person => [i % 2 ? 10 : 0, 10]);
  const { verdict, findings } = await audited({ A: none, B: half }, 0.8);
  expect(verdict.state).toBe('fail');
  const ratio = findings[0]?.comparisons.find(({ measure }) => measure === 'ratio');
  expect(ratio?.interval).toMatchObject({ low: 0, high: expect.any(Number) });
});

test('of five people a group, where nobody of the reference has it, a ratio has no upper end', async () => {
  const rare: readonly Person[] = [9, 8, 9, 9, 10].map((n) => [0, n]);
  const result = await audited({ A: few, B: rare }, 0.8, {
    reference: { kind: 'named', values: { g: 'B' } },
  });
  const ratio = result.findings[0]?.comparisons.find(({ measure }) => measure === 'ratio');
  expect(ratio?.interval?.low).toBeGreaterThan(0);
  expect(ratio?.interval?.high).toBeNull();
  expect(result.verdict.state).toBe('cannot-tell');
});

test('five people a group with hundreds of decisions carry no pass', async () => {
  const many = Array.from({ length: 5 }, (): Person => [200, 400]);
  expect((await audited({ A: many, B: many }, 0.8)).verdict.state).toBe('cannot-tell');
});
