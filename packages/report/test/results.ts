/**
 * Results to test the reports on. The counts of Berkeley are the published ones (Bickel, Hammel, O'Connell 1975); the
 * other counts are made up.
 */

import type { Details, Finding, Group, GroupMeasure, Reason, Result, StrataDetails } from '@ombud/contract';
import {
  assertion,
  finding,
  measure,
  result,
  rules,
  tooFew,
  wilson,
  withClaims,
  written,
} from './build-result.ts';

/** Two groups, a gap, a policy that fails. */
export function smallResult(more: Partial<Result> = {}): Result {
  const groups = [measure({ sex: 'F' }, 1000, 300), measure({ sex: 'M' }, 1000, 450)];
  return result([finding('selection-rate', ['sex'], groups), finding('adverse-impact', ['sex'], groups)], {
    verdict: {
      state: 'fail',
      ...rules,
      assertions: [
        assertion('fail'),
        assertion('fail', { level: 'warn', expected: 0.9 }),
        assertion('pass', { group: { sex: 'M' } }),
        assertion('cannot-tell', {
          audit: 'selection-rate',
          reason: tooFew,
          peopleNeeded: { tells: 'fail', people: 1200, beyond: false },
        }),
      ],
    },
    ...more,
  });
}

/** Department: men admitted and rejected, women admitted and rejected. */
const berkeleyCounts: readonly (readonly [string, number, number, number, number])[] = [
  ['A', 512, 313, 89, 19],
  ['B', 353, 207, 17, 8],
  ['C', 120, 205, 202, 391],
  ['D', 138, 279, 131, 244],
  ['E', 53, 138, 94, 299],
  ['F', 22, 351, 24, 317],
];

const none = { value: null, interval: null };

/** Berkeley 1973: the strata reverse the crude answer. */
export function berkeleyResult(): Result {
  const groups = [measure({ gender: 'F' }, 1835, 557), measure({ gender: 'M' }, 2691, 1198)];
  const details: StrataDetails = {
    kind: 'strata',
    strata: berkeleyCounts.map(([department, ma, mr, fa, fr]) => ({
      stratum: { department },
      groups: [measure({ gender: 'F' }, fa + fr, fa), measure({ gender: 'M' }, ma + mr, ma)],
    })),
    standardised: [measure({ gender: 'F' }, 1835, 790), measure({ gender: 'M' }, 2691, 1042)],
    pairs: [
      {
        group: { gender: 'F' },
        reference: { gender: 'M' },
        crudeOddsRatio: 0.543,
        crudeDifference: -0.142,
        oddsRatio: {
          value: 1.105,
          interval: { low: 0.94, high: 1.29, level: 0.95, method: 'mantel-haenszel' },
        },
        riskRatio: none,
        riskDifference: none,
        standardisedDifference: {
          value: 0.043,
          interval: { low: 0.014, high: 0.072, level: 0.95, method: 'mover-wilson' },
        },
        cochranMantelHaenszel: { test: 'cochran-mantel-haenszel', statistic: 1.43, df: 1, p: 0.232 },
        breslowDay: { test: 'breslow-day', statistic: 18.8, df: 5, p: 0.002 },
        evidence: {
          reading: 'reversal',
          level: 0.95,
          comparable: 4526,
          of: 4526,
          explained: { value: 1.3, interval: null },
        },
      },
    ],
  };
  return result(
    [
      finding('selection-rate', ['gender'], groups),
      finding('adverse-impact', ['gender'], groups),
      finding('conditional-disparity', ['gender'], groups, { details }),
    ],
    {
      roles: { ...result([]).roles, strata: [{ column: 'department' }] },
      wording: {
        people: 'applicants',
        decided: 'were admitted',
        groups: { gender: { F: 'women', M: 'men' } },
      },
    },
  );
}

const rateAudits = [
  'selection-rate',
  'adverse-impact',
  'base-rate',
  'true-positive-rate',
  'false-positive-rate',
  'true-negative-rate',
  'false-negative-rate',
  'positive-predictive-value',
  'negative-predictive-value',
  'false-discovery-rate',
  'false-omission-rate',
  'accuracy',
];

function crossed(groupBy: readonly string[], sizes: Readonly<Record<string, number>>): readonly Group[] {
  return groupBy.reduce<readonly Group[]>(
    (all, name) =>
      all.flatMap((group) =>
        Array.from({ length: sizes[name] ?? 1 }, (_, index) => ({
          ...group,
          [name]: `${name} ${index + 1}`,
        })),
      ),
    [{}],
  );
}

function identity(groups: readonly GroupMeasure[]): Details {
  return {
    kind: 'identity',
    groups: groups.map(({ group, n }) => ({
      group,
      n,
      baseRate: 0.45,
      positivePredictiveValue: 0.61,
      falseNegativeRate: 0.28,
      falsePositiveRate: 0.32,
      impliedFalsePositiveRate: 0.32,
      falsePositiveRateAtCommonValues: 0.41,
    })),
    common: { positivePredictiveValue: 0.61, falseNegativeRate: 0.37 },
    incompatible: true,
  };
}

/** Attributes of 2, 5 and 9 values: 2 + 5 + 9 + 10 + 18 + 45 + 90 groups, every audit of rates for each. */
export function largeResult(): Result {
  const sizes = { sex: 2, race: 5, region: 9 };
  const groupings = [
    ['sex'],
    ['race'],
    ['region'],
    ['sex', 'race'],
    ['sex', 'region'],
    ['race', 'region'],
    ['sex', 'race', 'region'],
  ];
  const findings = groupings.flatMap((groupBy) => {
    const groups = crossed(groupBy, sizes);
    const rated = rateAudits.map((audit, which) =>
      finding(
        audit,
        groupBy,
        groups.map((group, index) =>
          measure(group, 4000 + 37 * index, 900 + ((index * 7919 + which * 104_729) % 2000)),
        ),
      ),
    );
    const entries = rated[0]?.groups ?? [];
    const odds = ['false-positive-rate', 'true-positive-rate'].map((one) =>
      finding('equalized-odds', groupBy, entries, { measure: one }),
    );
    const ties = finding('calibration-against-error-rates', groupBy, [], { details: identity(entries) });
    return [...rated, ...odds, ties];
  });
  const small = smallResult();
  const assertions = findings
    .filter(({ audit }) => audit === 'adverse-impact')
    .flatMap(({ groupBy, groups }) =>
      groups.map(({ group }) => assertion('cannot-tell', { groupBy, group })),
    );
  return result(findings, {
    verdict: { state: 'cannot-tell', assertions, ...rules },
    roles: {
      ...small.roles,
      outcome: { column: 'graduated', positive: ['1'] },
      groups: groupings.slice(0, 3).map(([column = '']) => ({ column })),
    },
  });
}

/** Every part that a page can have: Berkeley, with a policy, errors and the tables of the special audits. */
export function fullResult(): Result {
  const berkeley = berkeleyResult();
  const groups = berkeley.findings[0]?.groups ?? [];
  const special = (audit: string, details: Details) =>
    finding(audit, ['gender'], [], { details, heterogeneity: null });
  const crossing = crossed(['gender', 'age'], { gender: 2, age: 3 }).map((group, index) =>
    measure(group, 300 + index, 60 + 25 * index),
  );
  const findings = [
    ...berkeley.findings,
    finding('adverse-impact', ['gender', 'age'], crossing),
    ...['false-positive-rate', 'false-negative-rate', 'positive-predictive-value'].map((one) =>
      finding(one, ['gender'], groups),
    ),
    special('calibration-against-error-rates', identity(groups)),
    special('representation', {
      kind: 'shares',
      population: 'census 2020',
      groups: groups.map(({ group, n }) => ({
        group,
        n,
        share: n / 4526,
        interval: wilson(n, 4526),
        expected: 0.5,
        ratio: n / 2263,
        p: 0.00001,
      })),
    }),
    special('ll144', {
      kind: 'll144',
      mode: 'scoring',
      sampleMedian: 0.5,
      applicants: 4526,
      unknown: 12,
      categories: groups.map(({ group, n, events, value }, index) => ({
        group,
        applicants: n,
        selected: events,
        share: n / 4526,
        rate: value,
        impactRatio: index === 0 ? 0.68 : null,
        highest: index === 1,
        leftOut: index === 0 ? null : { code: 'under-share', params: { share: 0.02 } },
      })),
    }),
    ...emptyResult().findings,
  ];
  return withClaims({
    ...berkeley,
    findings,
    verdict: smallResult().verdict,
    coverage: hostileResult().coverage,
  });
}

/** Names that try to act in each of the formats. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '"quoted" & \'single\' ]]> -->',
  '=cmd|" /C calc"!A1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  'two\nlines\r\nthree',
  'red \u001b[31mtext\u001b[0m \u009b31m',
  'bidi \u202Eevil\u202C \u2066x\u2069',
  '| pipe | and `code` **bold** [link](javascript:alert(1)) www.example.org @someone https://example.org',
  "'; DROP TABLE people; --",
  'null\u0000byte \uFFFE \uD800',
  '',
  ' F',
  'constructor',
  '__proto__',
];

/** Every hostile name as a group, as a column, in a message and as the title. */
export function hostileResult(): Result {
  const column = '=col "<b>|\n\u001b[2J';
  const groups = hostileNames.map((name, index) => measure({ [column]: name }, 100 + index, 20 + 3 * index));
  const message = `Bad: ${hostileNames.join(' ; ')}`;
  return result(
    [
      finding('selection-rate', [column], groups),
      finding('adverse-impact', [column], groups),
      finding('accuracy', [column], [], {
        state: 'error',
        reason: { code: 'audit-threw', params: { audit: 'accuracy', message } },
      }),
      finding('ll144', [column], [], { state: 'not-applicable', reason: written(message) }),
    ],
    {
      system: {
        id: hostileNames[0] ?? '',
        title: `${hostileNames[0]} \u001b]0;title\u0007`,
        owner: { name: 'a<b>' },
      },
      source: { location: 'in/<a b>\u001b.csv', rows: 3, fingerprint: 'x' },
      coverage: {
        rows: 3,
        counted: 3,
        excluded: [{ reason: written(message), rows: 1 }],
        missing: [{ column, rows: 2, markers: [{ value: '<?>', rows: 2 }] }],
      },
      verdict: {
        state: 'fail',
        ...rules,
        assertions: hostileNames.map((name) =>
          assertion('fail', {
            groupBy: [column],
            group: { [column]: name },
            reason: written(message),
            source: name,
          }),
        ),
      },
    },
  );
}

/** Nothing could be measured: one audit cannot tell, one does not apply, one broke. */
export function emptyResult(): Result {
  const open = (audit: string, state: Finding['state'], reason: Reason) =>
    finding(audit, ['sex'], [], { state, reason, heterogeneity: null });
  return result([
    open('selection-rate', 'cannot-tell', { code: 'one-group', params: { groupBy: ['sex'] } }),
    open('accuracy', 'not-applicable', {
      code: 'no-outcome',
      params: { audit: 'accuracy', roles: ['outcome'] },
    }),
    open('adverse-impact', 'error', {
      code: 'audit-threw',
      params: { audit: 'adverse-impact', message: 'The audit broke.' },
    }),
  ]);
}
