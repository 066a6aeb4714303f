import { memoryEngine } from '@ombud/table';
import { describe, expect, test } from 'vitest';
import { auditEngine } from '../run.ts';
import { cellsOf, contextOf } from '../testing/cells.ts';
import { recourse } from './recourse.ts';

/** 40 women were refused, for 10 of whom there is a change; 60 men, for 30 of whom there is one; of 5 more it is not known. */
const refused = cellsOf(
  ['sex'],
  [
    { groups: ['F'], decision: true, strata: ['0.1'], n: 5 },
    { groups: ['F'], decision: true, strata: ['0.4'], n: 5 },
    { groups: ['F'], decision: false, strata: [null], n: 30 },
    { groups: ['M'], decision: true, strata: ['0.2'], n: 29 },
    { groups: ['M'], decision: true, strata: ['0.9'], n: 1 },
    { groups: ['M'], decision: false, strata: [null], n: 30 },
    { groups: ['M'], decision: null, strata: [null], n: 5 },
  ],
  { strataNames: ['cost'] },
);
const run = () => recourse.run(refused, contextOf(refused, { recourse: refused }))[0];

describe('recourse', () => {
  test('is the share of the refused for whom some change flips the decision, without those of whom it is not known', () => {
    const [women, men] = run()?.groups ?? [];
    expect(women).toMatchObject({ group: { sex: 'F' }, n: 40, events: 10, value: 0.25 });
    expect(men).toMatchObject({ group: { sex: 'M' }, n: 60, events: 30, value: 0.5, unknown: { people: 5 } });
    // Wilson 1927, 10 of 40 (R: prop.test(10, 40, correct = FALSE)).
    expect(women?.interval?.low).toBeCloseTo(0.1418711, 6);
    expect(women?.interval?.high).toBeCloseTo(0.4019396, 6);
    expect(run()?.comparisons.find(({ measure }) => measure === 'ratio')?.value).toBe(0.5);
  });

  test('says what the cheapest change costs, with the interval between two order statistics', () => {
    const details = run()?.details;
    if (details?.kind !== 'costs') throw new Error('No costs were measured.');
    // Ten sorted values, five of 0.1 and five of 0.4. Binomial(10, 1/2): P(B < 2) = 0.0107, P(B < 3) = 0.0547, so ranks 2 and 9.
    expect(details.groups[0]).toMatchObject({ n: 10, median: 0.25, interval: { low: 0.1, high: 0.4 } });
    expect(details.groups[1]).toMatchObject({ n: 30, median: 0.2, interval: { low: 0.2, high: 0.2 } });
  });

  test('nobody refused: nothing can be told', () => {
    const nobody = cellsOf(['sex'], []);
    expect(recourse.run(nobody, contextOf(refused, { recourse: nobody }))[0]).toMatchObject({
      state: 'cannot-tell',
      reason: { code: 'no-refused' },
    });
  });
});

const table = memoryEngine(
  ['sex', 'ok', 'people'],
  [
    ['F', 'yes', 30],
    ['F', 'no', 40],
    ['M', 'yes', 40],
    ['M', 'no', 60],
  ],
);
const spec = {
  source: 'typed in',
  decision: { column: 'ok', positive: ['yes'] },
  groups: [{ column: 'sex' }],
  count: 'people',
};

test('without a model it is not run, and where a policy asks for it the answer is not a pass', async () => {
  expect((await auditEngine(table, spec)).findings.some(({ audit }) => audit === 'recourse')).toBe(false);
  const assertions = [
    { audit: 'recourse', level: 'error', judge: 'interval', minRatio: 0.8, source: 'test' },
  ] as const;
  const asked = await auditEngine(table, {
    ...spec,
    policy: { use: [], assertions, whenCannotTell: 'warn' },
  });
  expect(asked.findings.find(({ audit }) => audit === 'recourse')).toMatchObject({ state: 'not-applicable' });
  expect(asked.verdict.state).not.toBe('pass');
});

test('with a model it is run beside the others, and a policy can assert on it', async () => {
  const assertions = [
    { audit: 'recourse', level: 'error', judge: 'point', minRatio: 0.8, source: 'test' },
  ] as const;
  const asked = await auditEngine(
    table,
    { ...spec, policy: { use: [], assertions, whenCannotTell: 'warn' } },
    new Date(0),
    undefined,
    refused,
  );
  expect(asked.findings.find(({ audit }) => audit === 'recourse')?.groups).toHaveLength(2);
  expect(asked.verdict.state).toBe('fail');
});
