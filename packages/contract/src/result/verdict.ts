/** What the policy says of the findings. Schema and type in one. */
import { z } from 'zod';
import { comparisonInterval, group, list, number, reason, record, reference } from '../parts.ts';

const state = z.enum(['pass', 'fail', 'cannot-tell']).describe('Cannot tell never counts as a pass');
/** Pass, fail or cannot tell; cannot tell never counts as a pass. */
export type VerdictState = z.output<typeof state>;

const level = z
  .enum(['error', 'warn'])
  .describe('What a limit does when it is broken: error fails the verdict, warn only tells');
/** What a limit does when it is broken: `error` fails the verdict, `warn` only tells. */
export type Level = z.output<typeof level>;

const failingPair = record({
  group,
  reference: reference.nullable().describe('Null where a rate itself was judged'),
  actual: number.describe('What was measured'),
  p: number.describe('Of the hypothesis that the limit holds'),
}).describe('Two groups that are surely beyond a limit');
/** Two groups that are surely beyond a limit. `reference` is null where a rate itself was judged. */
export type FailingPair = z.output<typeof failingPair>;

const worsePair = record({
  group,
  reference: reference.nullable().describe('Null where a rate itself was judged'),
  before: number.describe('What the baseline holds; null where this was not beyond the limit then'),
  after: number.describe('What was measured now'),
}).describe(
  'Two groups, or one rate, that got worse than in the baseline, or are beyond the limit and were not',
);
/** Two groups, or one rate, that got worse than in the baseline, or are beyond the limit and were not (`before` is null). */
export type WorsePair = z.output<typeof worsePair>;

const cover = record({
  people: z.number().describe('People of groups that are large enough'),
  of: z.number().describe('All whom the rate counts'),
  smallGroups: z
    .number()
    .describe('Groups too small to be covered by a pass; they are judged for a fail all the same'),
  notJudged: list(record({ group, n: z.number().describe('Its people') })).describe('The first 50 of them'),
}).describe('Whom a pass covers');
/** Whom a pass covers: the people of groups that are large enough, out of all whom the rate counts. */
export type VerdictCover = z.output<typeof cover>;

const peopleNeeded = record({
  tells: z
    .enum(['pass', 'fail'])
    .describe('What they would show: that every pair is inside, or that the judged pair is beyond'),
  people: z
    .number()
    .describe('For a pass all together, spread over the groups as now; for a fail in each of the two groups'),
  beyond: z.boolean().describe('More than that many, which is more than there will be'),
}).describe('How many people would tell in 80 of 100 cases');
/** How many people would tell in 80 of 100 cases, if the rates stay as they are. */
export type PeopleNeeded = z.output<typeof peopleNeeded>;

const assertion = record({
  audit: z.string().describe('The audit that was judged'),
  measure: z
    .string()
    .describe('ratio, difference, odds-ratio or value; none where there was nothing to judge'),
  rate: z.string().describe('The rate that was judged, for example true-positive-rate'),
  groupBy: list(z.string()).describe('The columns of the grouping'),
  group: group.nullable().describe('The group that decides; null where there is none'),
  reference: reference.nullable().describe('What it was compared with; null where a rate itself was judged'),
  operator: z.enum(['>=', '<=']).describe('How the measure is held against the limit'),
  expected: z.number().describe('The limit'),
  actual: number.describe('What was measured; null where nothing was'),
  interval: comparisonInterval.nullable().describe('Of what was measured'),
  level,
  state,
  rates: record({
    group: z.number().describe('Of the group'),
    reference: z.number().describe('Of the reference'),
  })
    .nullable()
    .describe('The two rates that were compared, where the finding has both'),
  reason: reason.nullable().describe('Why it cannot be told; null otherwise'),
  peopleNeeded: peopleNeeded
    .nullable()
    .describe(
      'Where it cannot be told: with whom it could, if the rates stay as they are; null where nobody can say',
    ),
  judge: z
    .enum(['interval', 'point'])
    .describe(
      "interval: the whole interval must lie on one side of the limit. point: the regulator's plain reading",
    ),
  source: z.string().describe('The pack or file that the assertion comes from'),
  pairs: record({
    judged: z.number().describe('Pairs of groups (or groups, for a limit on a rate) that were judged'),
    failing: z.number().describe('Those that are surely beyond the limit'),
  })
    .nullable()
    .describe('How many were judged'),
  failing: list(failingPair).describe(
    'Those that are surely beyond the limit, the clearest first; at most 20',
  ),
  covers: cover,
  notes: list(reason).describe('What is to be said beside the state: who is not covered, what is missing'),
  baseline: z
    .enum(['known', 'worse', 'new'])
    .exactOptional()
    .describe(
      'Where a baseline was given and this is no pass: known failed there too and is not surely worse; worse is surely; new was not there',
    ),
  worse: list(worsePair)
    .exactOptional()
    .describe(
      'Where it is worse than in the baseline: what got worse, the surest first, then what is new; at most 20. Empty where only their number is known to have grown',
    ),
}).describe('One limit of a policy, held against what was measured');
/** One limit of a policy, held against what was measured. */
export type AssertionResult = z.output<typeof assertion>;

const missingRule = z
  .enum(['differential', 'worst-case', 'ignore'])
  .describe('What a pass must survive where decisions, outcomes or attributes are missing');
/** What a pass must survive where decisions, outcomes or attributes are missing. */
export type MissingRule = z.output<typeof missingRule>;

const heldAgainst = record({
  date: z.string().describe('The day on which the baseline was written'),
  expires: z.string().nullable().describe('The day from which it excuses nothing more; null: none was set'),
  expired: z.boolean().describe('Whether that day has come: nothing is excused'),
  known: z.number().describe('Rules that fail as they did then, and are not surely worse'),
  worse: z.number().describe('Rules that failed then, and are surely worse or fail for more groups'),
  fresh: z.number().describe('Rules that fail and did not then'),
});
/** What became of the known failures: never a pass. */
export type HeldAgainst = z.output<typeof heldAgainst>;

export const verdict = record({
  state: state.describe('With no binding assertion at all there is nothing to pass: cannot-tell'),
  assertions: list(assertion).describe('Each limit that was judged'),
  whenCannotTell: z
    .enum(['warn', 'error'])
    .describe('What "cannot tell" does: stop (exit code 3), or only warn, which must be asked for'),
  missing: missingRule,
  baseline: heldAgainst
    .exactOptional()
    .describe('Where the result was held against the known failures of a system that already failed'),
}).describe('The verdict of a policy, and each of its limits');
/** The verdict of a policy, and each of its limits. */
export type Verdict = z.output<typeof verdict>;
