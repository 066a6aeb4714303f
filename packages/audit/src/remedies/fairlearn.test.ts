import type { Scores } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../golden/thresholds.json' with { type: 'json' };
import { groupThresholds } from './thresholds.ts';

interface Known {
  readonly positive: number;
  readonly surely: number;
  readonly byLot: number;
  readonly lowestSure: number;
  readonly lowest: number;
  readonly errors: number;
}

const rows = golden.rows as unknown as readonly (readonly [string, number, boolean])[];
const known = golden.known as Readonly<Record<string, Known>>;

/** Decided for everybody alike from one score on, so that the present share is the one that Fairlearn chose. */
function decided(): Scores {
  const positive = Math.round(Object.values(known).reduce((sum, one) => sum + one.positive, 0));
  const from = rows.map(([, score]) => score).sort((a, b) => b - a)[positive - 1] ?? 0;
  return {
    groupNames: ['group'],
    exact: true,
    cells: rows.map(([group, score, outcome]) => ({
      groups: [group],
      decision: score >= from,
      outcome,
      score,
      n: 1,
      need: null,
    })),
  };
}

const ours = groupThresholds(decided())?.groups ?? [];

// Fairlearn's ThresholdOptimizer finds the common share with the fewest mistakes, and draws lots between two thresholds where
// that has fewer mistakes on average. Ours keeps the present share and draws none.
test.each(Object.entries(known))(
  'group %s: the share of ThresholdOptimizer, and the same people where it draws no lots',
  (name, its) => {
    const own = ours.find(({ group }) => group.group === name);
    expect(own?.after.positive).toBeCloseTo(its.positive, 9);
    const errors = (own?.after.falsePositives ?? 0) + (own?.after.falseNegatives ?? 0);
    if (its.byLot === 0) {
      expect(own?.threshold).toBe(its.lowest);
      expect(errors).toBeCloseTo(its.errors, 9);
      return;
    }
    expect(own?.threshold).toBeLessThan(its.lowestSure);
    expect(own?.threshold).toBeGreaterThan(its.lowest);
    expect(errors).toBeGreaterThanOrEqual(its.errors);
  },
);

test('the golden has groups of both kinds', () => {
  expect(new Set(Object.values(known).map(({ byLot }) => byLot === 0)).size).toBe(2);
});
