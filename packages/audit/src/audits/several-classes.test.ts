import type { ClassesDetails, Details } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/scores.json' with { type: 'json' };
import { auditEngine } from '../run.ts';

const classesOf = (details: Details | null | undefined): ClassesDetails => {
  if (details?.kind !== 'classes') throw new Error('No classes were measured.');
  return details;
};

type Table = readonly (readonly number[])[];

const rowsOf = (group: string, table: Table): MemoryRow[] =>
  table.flatMap((row, true_) => row.map((n, given) => [group, `c${given}`, `c${true_}`, n]));

async function ask(rows: readonly MemoryRow[], outcome = true) {
  const { findings } = await auditEngine(memoryEngine(['who', 'given', 'true', 'people'], rows), {
    source: 'typed in',
    decision: { column: 'given', positive: ['c0'] },
    ...(outcome ? { outcome: { column: 'true', positive: ['c0'] } } : {}),
    groups: [{ column: 'who' }],
    count: 'people',
  });
  return findings.filter(({ audit }) => audit === 'several-classes');
}

/** The golden tables come in twos: the groups of one draw. */
const draws = golden.classes.flatMap((a, i) => {
  const b = golden.classes[i + 1];
  return i % 2 === 0 && b !== undefined ? [{ a, b, classes: a.table.length }] : [];
});

test.each(draws)('each group as Fairlearn and scikit-learn: $classes classes', async ({ a, b }) => {
  const [finding] = await ask([...rowsOf('a', a.table), ...rowsOf('b', b.table)]);
  const { groups } = classesOf(finding?.details);
  for (const [i, known] of [a, b].entries()) {
    const group = groups[i];
    expect(group?.accuracy.value).toBeCloseTo(known.accuracy, 10);
    expect(group?.macroTruePositiveRate.value).toBeCloseTo(known.recall, 10);
    expect(group?.macroPositivePredictiveValue.value).toBeCloseTo(known.precision, 10);
    expect(group?.macroF1).toBeCloseTo(known.f1, 10);
    known.rest.forEach(([[tn = 0, fp = 0] = [], [fn = 0, tp = 0] = []], k) => {
      const one = group?.classes[k];
      if (tp + fn === 0) expect(one?.truePositiveRate.value).toBeNull();
      else expect(one?.truePositiveRate.value).toBeCloseTo(tp / (tp + fn), 12);
      expect(one?.falsePositiveRate.value).toBeCloseTo(fp / (fp + tn), 12);
    });
  }
});

test('without an outcome the share of each class is compared, and p is adjusted for all of them', async () => {
  const rows: MemoryRow[] = [
    ['a', 'c0', null, 60],
    ['a', 'c1', null, 30],
    ['a', 'c2', null, 10],
    ['b', 'c0', null, 30],
    ['b', 'c1', null, 30],
    ['b', 'c2', null, 20],
  ];
  const [finding] = await ask(rows, false);
  const { pairs, withOutcome, groups } = classesOf(finding?.details);
  expect(withOutcome).toBe(false);
  expect(groups[0]?.classes.map(({ share }) => share.value)).toEqual([0.6, 0.3, 0.1]);
  expect(pairs.map(({ class: name, rate }) => `${name} ${rate}`)).toEqual([
    'c0 share',
    'c1 share',
    'c2 share',
  ]);
  expect(pairs[0]?.difference.value).toBeCloseTo(30 / 80 - 0.6, 12);
  expect(pairs[0]?.pAdjusted).toBeCloseTo(3 * (pairs[0]?.test?.p ?? 0), 12);
});

test('a decision of yes and no has no classes, and nothing is said of them', async () => {
  const rows: MemoryRow[] = ['a', 'b'].flatMap((who) => [
    [who, 'c0', 'c0', 5],
    [who, 'c1', 'c1', 5],
  ]);
  expect(await ask(rows)).toEqual([]);
});

test('an outcome in other words than the decision is not taken for its classes', async () => {
  const rows: MemoryRow[] = ['a', 'b'].flatMap((who) =>
    ['c0', 'c1', 'c2'].map((given, i) => [who, given, i === 0 ? 'c0' : 'other', 9 + i]),
  );
  const [finding] = await ask(rows);
  const { withOutcome, groups } = classesOf(finding?.details);
  expect(withOutcome).toBe(false);
  expect(groups[0]?.accuracy).toEqual({ value: null, interval: null });
});
