import type { Details, PeriodsDetails } from '@ombud/contract';
import type { Cell, Cells } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { compas, contextOf } from '../testing/cells.ts';
import { overTime } from './over-time.ts';

const periodsOf = (details: Details | null | undefined): PeriodsDetails => {
  if (details?.kind !== 'periods') throw new Error('No periods were measured.');
  return details;
};

interface Series {
  readonly events: readonly number[];
  readonly n: readonly number[];
}

/** Decisions by month. */
function timedOf(groups: Readonly<Record<string, Series>>): Cells {
  const cells = Object.entries(groups).flatMap(([group, { events, n }]) =>
    n.flatMap((people, i): Cell[] => {
      const month = `2026-${String(i + 1).padStart(2, '0')}`;
      const cell = { groups: [group], strata: [month], outcome: null, aboveMedian: null };
      return [
        { ...cell, decision: true, n: events[i] ?? 0 },
        { ...cell, decision: false, n: people - (events[i] ?? 0) },
      ];
    }),
  );
  return { groupNames: ['group'], strataNames: ['day'], cells, sampleMedian: null, moments: null };
}

const run = (timed: Cells) => overTime.run(compas, contextOf(compas, { timed, groupings: [['group']] }));

test.each(golden.change)('the change of a rate as numpy finds it: $events', (known) => {
  const [found] = run(timedOf({ one: known }));
  expect(found?.measure).toBe('selection-rate');
  const [group] = periodsOf(found?.details).groups;
  expect(group?.change?.period).toBe(`2026-0${known.index + 1}`);
  const error = 4 * Math.sqrt((2 * Math.max(known.p, 0.001) * (1 - known.p)) / 1000);
  expect(Math.abs((group?.change?.p ?? 9) - known.p)).toBeLessThan(error);
  expect(group?.periods.map(({ events, n }) => [events, n])).toEqual(
    known.events.map((events, i) => [events, known.n[i]]),
  );
});

test('the band is of all people up to the period: 300 of 1,000 by the tenth', () => {
  const [found] = run(timedOf({ one: { events: new Array(10).fill(30), n: new Array(10).fill(100) } }));
  const last = periodsOf(found?.details).groups[0]?.periods.at(-1)?.always;
  // The vector of the Beta(1/2, 1/2) mixture, by scipy.
  expect(last?.low).toBeCloseTo(0.248983, 6);
  expect(last?.high).toBeCloseTo(0.354562, 6);
});

test('of several groups each change is judged with the others in mind', () => {
  const [jump, even] = [golden.change[0], { events: new Array(8).fill(6), n: new Array(8).fill(50) }];
  const [found] = run(timedOf({ jump: jump ?? even, even }));
  const [first, second] = periodsOf(found?.details).groups;
  const changes = [first, second].map((group) => group?.change);
  for (const change of changes) expect(change?.pAdjusted ?? 1).toBeGreaterThanOrEqual(change?.p ?? 0);
});

test('a month in which the rate fell and after which it was as before is no lasting change', () => {
  const [found] = run(timedOf({ F: { events: [50, 50, 50, 10, 50, 50], n: new Array(6).fill(100) } }));
  expect(periodsOf(found?.details).groups[0]?.change).toMatchObject({
    ...{ period: '2026-04', until: '2026-05', before: 0.5, after: 0.1 },
  });
});

test('a zigzag and a slope are told as such, with no month named', () => {
  const of = (events: readonly number[]) =>
    periodsOf(run(timedOf({ F: { events, n: events.map(() => 400) } }))[0]?.details).groups[0]?.change;
  expect(of([200, 120, 200, 120, 200, 120])).toMatchObject({ shape: 'unsteady' });
  expect(of([240, 208, 176, 144, 112, 80])).toMatchObject({ shape: 'fell' });
  expect(of([200, 200, 200, 120, 120, 120])).not.toHaveProperty('shape');
});

test('where no date can be read, that is said, and not that there are 0 periods', () => {
  const timed = timedOf({ one: { events: [3, 4], n: [9, 9] } });
  const undated = { ...timed, cells: timed.cells.map((cell) => ({ ...cell, strata: [null] })) };
  expect(run(undated)[0]?.reason).toEqual({ code: 'no-period', params: {} });
});

test('one period has nothing to compare with', () => {
  const [found] = run(timedOf({ one: { events: [3], n: [9] } }));
  expect(found?.reason?.code).toBe('one-period');
});

test('where the outcome is known of one decision alone, nothing is said of mistakes, but of how often that one was right', () => {
  const months = ['2026-01', '2026-02', '2026-03'];
  const cells = months.flatMap((month): Cell[] => {
    const cell = { groups: ['one'], strata: [month], aboveMedian: null };
    return [
      { ...cell, decision: true, outcome: true, n: 30 },
      { ...cell, decision: true, outcome: false, n: 70 },
      { ...cell, decision: false, outcome: null, n: 900 },
    ];
  });
  const timed = { groupNames: ['group'], strataNames: ['day'], cells, sampleMedian: null, moments: null };
  const found = run(timed).map(({ measure, state, reason }) => [measure, state, reason?.code ?? null]);
  expect(found).toEqual([
    ['selection-rate', 'measured', null],
    ['base-rate', 'cannot-tell', 'selective-labels'],
    ['false-positive-rate', 'cannot-tell', 'selective-labels'],
    ['false-negative-rate', 'cannot-tell', 'selective-labels'],
    ['positive-predictive-value', 'measured', null],
  ]);
});
