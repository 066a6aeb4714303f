import type { Comparison, Finding, Population, SharesDetails } from '@ombud/contract';
import { bonferroniCritical, chiSquaredGoodnessOfFit, exactBinomial, wilson } from '@ombud/stats';
import { type Cells, type Tally, tabulate } from '@ombud/table';
import { type AuditContext, defineAudit, finding } from './audit.ts';

const id = 'representation';

const everybody = { denominator: () => true, numerator: () => true };

/** The share of one group among all people with a value, as a rate: so its interval knows weights and repeated people. */
function shareOf(cells: Cells, attribute: string, value: string): Tally {
  const column = cells.groupNames.indexOf(attribute);
  const [share] = tabulate(cells, [], {
    denominator: (cell) => (cell.groups[column] ?? null) !== null,
    numerator: (cell) => cell.groups[column] === value,
  }).tallies;
  return share ?? { key: value, group: {}, events: 0, n: 0 };
}

function sharesFinding(
  cells: Cells,
  attribute: string,
  population: Population,
  context: AuditContext,
): Finding {
  const { tallies } = tabulate(cells, [attribute], everybody);
  const given = population.shares[attribute] ?? {};
  const sum = Object.values(given).reduce((a, b) => a + b, 0);
  const n = tallies.reduce((total, tally) => total + tally.n, 0);
  if (n === 0)
    return finding(id, [attribute], {
      measure: 'share',
      state: 'cannot-tell',
      reason: { code: 'no-people', params: { groupBy: [attribute] } },
    });
  const weighted = cells.moments !== null;
  const expectedOf = (tally: Tally): number | null => {
    const share = given[tally.group[attribute] ?? ''];
    return share === undefined || sum === 0 ? null : share / sum;
  };
  const groups = tallies.map((tally) => {
    const expected = expectedOf(tally);
    const share = tally.n / n;
    const interval = intervalOf(shareOf(cells, attribute, tally.group[attribute] ?? ''), context.level);
    const p = expected === null || weighted ? null : (exactBinomial(tally.n, n, expected)?.p ?? null);
    return {
      group: tally.group,
      n: tally.n,
      share,
      interval,
      expected,
      ratio: expected ? share / expected : null,
      p,
    };
  });
  const absent = Object.keys(given).filter(
    (value) => !tallies.some((tally) => tally.group[attribute] === value),
  );
  const complete =
    absent.length === 0 && groups.every((group) => group.expected !== null && group.expected > 0);
  const details: SharesDetails = {
    kind: 'shares',
    population: population.source,
    groups: [
      ...groups,
      ...absent.map((value) => nobody(cells, attribute, value, (given[value] ?? 0) / sum, context.level)),
    ],
  };
  const heterogeneity =
    complete && !weighted
      ? chiSquaredGoodnessOfFit(
          tallies.map((t) => t.n),
          groups.map((group) => group.expected ?? 0),
        )
      : null;
  const comparisons = details.groups.flatMap((group) =>
    compareShare(cells, attribute, group, details.groups.length, context.level),
  );
  return finding(id, [attribute], { measure: 'share', details, heterogeneity, comparisons });
}

type Share = SharesDetails['groups'][number];

/** The share of a group over its share of the population; the intervals of all groups hold together (Bonferroni). */
function compareShare(
  cells: Cells,
  attribute: string,
  share: Share,
  size: number,
  level: number,
): Comparison[] {
  const { group, expected, ratio, p } = share;
  if (expected === null || expected === 0) return [];
  const { key: _, group: __, ...tally } = shareOf(cells, attribute, group[attribute] ?? '');
  const wide = wilson(tally, { level, critical: bonferroniCritical(level, size) });
  const scaled = (bound: number | null) => (bound === null ? null : bound / expected);
  const interval = wide && {
    ...wide,
    low: scaled(wide.low),
    high: scaled(wide.high),
    simultaneous: size > 1,
  };
  return [
    {
      measure: 'ratio',
      group,
      reference: 'population',
      value: ratio,
      interval,
      test: p === null ? null : 'exact-binomial',
      p,
      pAdjusted: p === null ? null : Math.min(1, p * size),
    },
  ];
}

/** With somebody counted there is always an interval; without anybody nothing is known: 0 to 1. */
const intervalOf = (share: Tally, level: number) =>
  wilson(share, { level }) ?? { low: 0, high: 1, level, method: 'wilson' };

/** A group of the population that has nobody in the data is an answer, not a gap in the table. */
function nobody(
  cells: Cells,
  attribute: string,
  value: string,
  expected: number,
  level: number,
): SharesDetails['groups'][number] {
  const share = shareOf(cells, attribute, value);
  return {
    group: { [attribute]: value },
    n: 0,
    share: 0,
    interval: intervalOf(share, level),
    expected,
    ratio: expected > 0 ? 0 : null,
    p: cells.moments === null ? (exactBinomial(0, share.n, expected)?.p ?? null) : null,
  };
}

/** Are the people in the data like the population that the system decides about? */
export const representation = defineAudit({
  id,
  title: 'Representation',
  description: 'Shares of the groups in the data against the shares of a given population.',
  needs: ['groups', 'population'],
  measures: [],
  tags: ['eu-ai-act-10'],
  run: (cells, context) => {
    const { population } = context;
    if (!population) return [];
    return cells.groupNames.map((attribute) =>
      population.shares[attribute]
        ? sharesFinding(cells, attribute, population, context)
        : finding(id, [attribute], {
            measure: 'share',
            state: 'not-applicable',
            reason: { code: 'no-population', params: { attribute } },
          }),
    );
  },
});
