import type { Assertion, AuditSpec } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { auditEngine } from './run.ts';

type Limits = Readonly<Record<string, Partial<Assertion>>>;

/** Each sex, decision, outcome, number of people and score. */
const people: readonly MemoryRow[] = ['F', 'M'].flatMap((sex, i) => [
  [sex, 'yes', 'paid', 1000 + 500 * i, 7],
  [sex, 'yes', 'lost', 500, 7],
  [sex, 'no', 'paid', 1000 - 500 * i, 7],
  [sex, 'no', 'lost', 500, 7],
]);

async function judged(asked: Partial<AuditSpec>, limits: Limits, rows = people) {
  const assertions = Object.entries(limits).map(([audit, limit]) => ({
    audit,
    level: 'error' as const,
    judge: 'interval' as const,
    source: 'test',
    ...limit,
  }));
  const { verdict, notices } = await auditEngine(memoryEngine(['sex', 'ok', 'end', 'n', 'score'], rows), {
    source: 'typed in',
    decision: { column: 'ok', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'sex' }],
    count: 'n',
    ...asked,
    policy: { use: [], assertions, whenCannotTell: 'error' },
  });
  return {
    state: verdict.state,
    reasons: verdict.assertions.map(({ reason }) => reason?.code ?? null),
    notices: (notices ?? []).map(({ code }) => code),
  };
}

const adverse: Limits = { 'adverse-impact': { minRatio: 0.8 } };
const all = { column: 'ok', positive: ['yes', 'no'] };

test('a decision whose every value was read as yes passes no policy, and that is said', async () => {
  expect((await judged({}, adverse)).state).toBe('fail');
  expect(await judged({ decision: all }, adverse)).toEqual({
    state: 'cannot-tell',
    reasons: ['all-positive-decision'],
    notices: ['all-positive-decision'],
  });
});

test('the same of a decision that is no of everybody, of a condition, of an outcome, by the point', async () => {
  const refused = people.map((row): MemoryRow => row.map((value) => (value === 'yes' ? 'no' : value)));
  const none = { column: 'ok', positive: ['yes'], negative: ['no'] };
  expect(
    await judged({ decision: none }, { 'selection-rate': { maxDifference: 0.1 } }, refused),
  ).toMatchObject({
    state: 'cannot-tell',
    reasons: ['all-negative-decision'],
  });
  const condition = { column: 'score', condition: { operator: '>=', value: 7 } } as const;
  expect((await judged({ decision: condition }, adverse)).reasons).toEqual(['all-positive-decision']);
  const ended = { column: 'end', positive: ['paid', 'lost'] };
  expect(
    await judged({ outcome: ended }, { 'base-rate': { maxDifference: 0.1 }, accuracy: { minValue: 0.1 } }),
  ).toMatchObject({ state: 'cannot-tell', reasons: ['all-positive-outcome', 'all-positive-outcome'] });
  const point: Limits = { 'adverse-impact': { minRatio: 0.8, judge: 'point' } };
  expect((await judged({ decision: all }, point)).state).toBe('cannot-tell');
});

test('an audit that does not ask the decision is judged as before', async () => {
  const asked = { decision: all, outcome: { column: 'end', positive: ['paid'] } };
  expect((await judged(asked, { 'base-rate': { maxDifference: 0.1 } })).state).toBe('pass');
});
