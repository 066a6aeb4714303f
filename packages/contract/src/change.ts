/** What changed between two results (contract `ombud/change@1`): verdicts, rules, rates and gaps, each change with its test. */
import { z } from 'zod';
import { group, interval, list, number, reason, record, reference } from './parts.ts';
import { testResult } from './result/measure.ts';

const state = z.enum(['pass', 'fail', 'cannot-tell']);

const counts = record({
  events: z.number().describe('Its numerator'),
  n: z.number().describe('Its denominator'),
  value: number.describe('events / n; null where nobody is in the denominator'),
});

const changed = record({
  value: z.number().describe('after - before'),
  interval: interval.describe('Of the change, for itself alone'),
  test: testResult.describe('Of the hypothesis that nothing changed'),
  pAdjusted: z.number().describe('The same, adjusted for every change that was tested (Holm)'),
}).describe('How much it changed');

const rateChanges = list(
  record({
    measure: z.string().describe('The rate'),
    groupBy: list(z.string()).describe('The columns of the grouping'),
    group,
    before: counts.describe('The rate before'),
    after: counts.describe('The rate after'),
    change: changed.nullable().describe('Null where nobody is counted on one side'),
  }).describe('One rate of one group'),
).describe('Every rate of every group that is in both');

const gapChanges = list(
  record({
    measure: z.string().describe('The rate'),
    groupBy: list(z.string()).describe('The columns of the grouping'),
    group,
    reference,
    before: number.describe('group - reference, before'),
    after: number.describe('group - reference, after'),
    change: changed.nullable().describe('Null where nobody is counted in one of the four'),
    direction: z
      .enum(['wider', 'narrower', 'turned', 'cannot-tell'])
      .describe(
        'Where the adjusted test tells that the gap changed: whether it is further from nought, or nearer, or on the other side of it',
      ),
  }).describe('The gap between two groups'),
).describe('The gap of every pair of groups that was compared before and is there after');

const side = record({
  location: z.string().describe('Where the decisions lie'),
  rows: z.number().describe('Rows that were read'),
  fingerprint: z.string().describe('Of the cells that were counted'),
  version: z.string().describe('The version of Ombud'),
  verdict: state.describe('Its verdict'),
});

const ruleChanges = list(
  record({
    audit: z.string().describe('The audit that was judged'),
    measure: z.string().describe('ratio, difference, odds-ratio or value'),
    rate: z.string().describe('The rate that was judged'),
    groupBy: list(z.string()).describe('The columns of the grouping'),
    operator: z.enum(['>=', '<=']).describe('How the measure is held against the limit'),
    expected: z.number().describe('The limit'),
    source: z.string().describe('The pack or file that it comes from'),
    before: state.nullable().describe('Null: this rule was not judged'),
    after: state.nullable().describe('Null: this rule was not judged'),
    actualBefore: number.describe('What was measured before'),
    actualAfter: number.describe('What was measured after'),
  }).describe('One limit'),
).describe('Every limit that was judged in one of the two');

/** `ombud/change@1`. Published as JSON Schema in `schema/change.json`. */
export const changeSchema = record({
  schema: z.literal('ombud/change@1').describe('The format and its version'),
  before: side.describe('What is compared with'),
  after: side.describe('What is compared'),
  level: z.number().describe('Confidence level of the intervals'),
  paired: record({
    people: z.number().describe('People who are in both; their rates are compared'),
    onlyBefore: z.number().describe('People who are in the first alone'),
    onlyAfter: z.number().describe('People who are in the second alone'),
    regrouped: z
      .number()
      .exactOptional()
      .describe('People of both whose group is another before than after: each side counts them in its own'),
    unnamed: record({
      before: z.number().describe('Of the first'),
      after: z.number().describe('Of the second'),
    })
      .exactOptional()
      .describe('Rows that name no person, so that they are left out'),
  })
    .nullable()
    .describe('Null: the two were compared as two samples of different people'),
  notes: list(reason).describe('What a reader must know before the numbers are believed'),
  rules: ruleChanges,
  gaps: gapChanges,
  rates: rateChanges,
}).describe('What changed between two results of audits');
/** What changed between two results: the verdicts, each limit, each rate and each gap. */
export type Change = z.output<typeof changeSchema>;
