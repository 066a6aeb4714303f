/**
 * What a result claims: a code, the numbers, and the comparison or test in the same result that carries it. A sentence
 * of a report is the rendering of a claim, so that each sentence can be checked against the numbers.
 */
import { z } from 'zod';
import { comparisonInterval, group, interval, list, number, rateShape, reason, record } from './parts.ts';

const index = z.number().int().min(0);
const finding = index.describe('Its place in `findings`');

const support = z
  .discriminatedUnion('kind', [
    record({
      kind: z.literal('comparison'),
      finding,
      comparison: index.describe('Its place in `comparisons`'),
    }),
    record({ kind: z.literal('equality'), finding }),
    record({ kind: z.literal('pair'), finding, pair: index.describe('Its place in `pairs`') }),
    record({ kind: z.literal('rates'), finding, groups: list(index).describe('Their places in `groups`') }),
    record({ kind: z.literal('reason'), finding }),
  ])
  .describe(
    'What carries the claim, by its place in `findings`: one of its comparisons, its test that all groups are equal, a pair inside the strata or at equal score (over time and in a regression: one of its groups), the rates of some groups alone, or the reason why it was not measured',
  );

const rate = record({
  group,
  n: z.number().describe('Its denominator'),
  events: z.number().describe('Its numerator'),
  value: z.number().describe('events / n'),
}).describe('The rate of one group');

const periodRate = record({
  period: z.string().describe('Its name, such as 2026-03'),
  value: z.number().describe('The rate of this period alone'),
});

/** Which finding a claim is about. */
const about = {
  audit: z.string().describe('The audit'),
  measure: z.string().describe('The rate'),
  groupBy: list(z.string()).describe('The columns of the grouping'),
};

const compared = z
  .strictObject({
    measure: z.enum(['ratio', 'difference', 'odds-ratio']).describe('What is compared'),
    group,
    value: number.describe('Null where it cannot be computed'),
    interval: comparisonInterval.nullable().describe('Null where there is none'),
  })
  .readonly()
  .nullable()
  .describe('The comparison of the two groups, where the finding has it');

const pairOfRates = { ...about, lowest: rate, highest: rate };
const twoGroups = { ...about, lowest: group, highest: group, comparison: compared };
const difference = z.strictObject(twoGroups).readonly();
const insideStrata = {
  groupBy: list(z.string()).describe('The columns of the grouping'),
  strata: list(z.string()).describe('The columns of the strata'),
  group,
  reference: group,
};

/** Who could be compared inside the strata. */
const comparable = {
  comparable: z.number().describe('People of the two groups in strata that have both'),
  of: z.number().describe('All people of the two groups who have a stratum'),
};

const claimOf = <Code extends string, Params extends z.ZodType>(
  code: Code,
  params: Params,
  description: string,
) =>
  z
    .strictObject({
      code: z.literal(code),
      params: params.describe('The numbers that the sentence needs'),
      supports: support.nullable().describe('What carries the claim; null where nothing needs to'),
    })
    .readonly()
    .describe(description);

/** The schema of a claim. */
export const claim = z.discriminatedUnion('code', [
  claimOf(
    'rates',
    z
      .strictObject({
        ...pairOfRates,
        groups: z.number().describe('Groups that were measured'),
        small: z.number().describe('Groups that are too small to be an end'),
      })
      .readonly(),
    'The lowest and the highest rate of a grouping; says nothing of chance',
  ),
  claimOf('differs', difference, 'The gap between the two is more than chance alone explains'),
  claimOf('may-be-chance', difference, 'The gap between the two cannot be told apart from chance'),
  claimOf(
    'may-be-one-of-many',
    z
      .strictObject({
        ...twoGroups,
        needed: z.number().describe('The level at which it would be called more than chance'),
        questions: z.number().describe('Gaps and changes of which the answer may say that they are real'),
      })
      .readonly(),
    'The interval of the gap leaves out equality, but among so many questions chance alone may bring such a gap',
  ),
  claimOf(
    'strata-reverse',
    z
      .strictObject({
        ...insideStrata,
        ...comparable,
        less: z.boolean().describe('All together, the group has the lower rate'),
      })
      .readonly(),
    'All together one group is surely ahead, inside the strata surely the other',
  ),
  claimOf(
    'strata-explain',
    z
      .strictObject({
        ...insideStrata,
        ...comparable,
        less: z.boolean().describe('All together, the group has the lower rate'),
        inside: z.number().describe('The difference inside the strata'),
        together: z.number().describe('The difference of all people together'),
      })
      .readonly(),
    'Surely more than half of the gap goes away inside the strata',
  ),
  claimOf(
    'strata-incomparable',
    z
      .strictObject({ ...insideStrata, people: z.number().describe('All people of the two groups') })
      .readonly(),
    'No stratum has people of both groups',
  ),
  claimOf(
    'gap-inside-strata',
    z
      .strictObject({
        ...insideStrata,
        ...comparable,
        inside: z.number().describe('The difference inside the strata'),
        interval: interval.nullable().describe('Of that difference'),
        together: z.number().describe('The difference of all people together'),
      })
      .readonly(),
    'What is left of the gap with the same mix of strata',
  ),
  claimOf(
    'gap-adjusted',
    z
      .strictObject({
        ...insideStrata,
        left: z.number().describe('The difference that is left among people who are alike in the variables'),
        interval: interval.nullable().describe('Of that difference'),
        together: z.number().describe('The difference of all people together'),
      })
      .readonly(),
    'What a regression leaves of the gap among people who are alike in the strata',
  ),
  claimOf(
    'wider-together',
    z.strictObject(pairOfRates).readonly(),
    'Several attributes together show a wider gap than any of them alone',
  ),
  claimOf(
    'mistakes-differ',
    z.strictObject(pairOfRates).readonly(),
    'The groups do not have the same share of a mistake',
  ),
  claimOf(
    'people-gap',
    z
      .strictObject({
        ...about,
        group: rate,
        reference: z.union([group, z.literal('all-others')]).describe('Whom the group is compared with'),
        referenceRate: z.number().describe('Their rate'),
        people: z.number().describe('So many more (or fewer, where negative) at the rate of the reference'),
      })
      .readonly(),
    'What a gap comes to in people',
  ),
  claimOf(
    'score-gap',
    z
      .strictObject({
        ...about,
        need: z.string().nullable().describe('The column of the need, where the audit is about one'),
        group,
        reference: z.union([group, z.literal('all-others')]).describe('Whom the group is compared with'),
        value: z.number().describe('Group minus reference'),
        interval: interval.nullable().describe('Of that difference'),
        real: z.boolean().describe('More than chance alone explains'),
      })
      .readonly(),
    'The clearest gap that an audit of scores found: in need at equal score, in ranking, in the rate at equal score',
  ),
  claimOf(
    'rate-changed',
    z
      .strictObject({
        ...about,
        group,
        period: z.string().describe('The first period after the change'),
        until: z
          .string()
          .exactOptional()
          .describe('Where the change passed: the first period in which the rate was as before again'),
        before: z.number().describe('The rate before; where it passed, also from `until` on'),
        after: z.number().describe('The rate from then on, or until it passed'),
      })
      .readonly(),
    'A rate changed over time, for good or for a while, by more than chance alone explains',
  ),
  claimOf(
    'own-thresholds',
    z
      .strictObject({
        ...about,
        direction: z
          .enum(['at-least', 'at-most'])
          .describe('at-least: who has at least the threshold gets the positive decision'),
        groups: list(
          record({
            group,
            threshold: z.number().describe('The threshold that its decisions follow'),
            follows: z.number().describe('People whose decision is the one that this threshold gives'),
            of: z.number().describe('People with a score and a decision'),
          }),
        ).describe('Each group with its own'),
      })
      .readonly(),
    'Groups are decided about by different thresholds of the score',
  ),
  claimOf(
    'rate-moved',
    z
      .strictObject({
        ...about,
        group,
        shape: rateShape.describe('A steady way up or down fits as well as one change; or neither fits'),
        from: periodRate.describe('The first period; where it is unsteady, the one with the lowest rate'),
        to: periodRate.describe('The last period; where it is unsteady, the one with the highest rate'),
      })
      .readonly(),
    'A rate moved over time by more than chance alone explains, and no single change tells how',
  ),
  claimOf(
    'worst-subgroup',
    z
      .strictObject({
        ...about,
        event: z.string().describe('What is worse: see `subgroups`'),
        group,
        people: z
          .number()
          .describe('Of these people the rate is, in the half that had no part in choosing them'),
        rate: z.number().describe('Their rate'),
        others: z.number().describe('The rate of everybody else'),
        interval: interval.nullable().describe('Of the difference of the two'),
        columns: z.number().describe('Columns that were searched'),
        lookedAt: z.number().describe('Subgroups that were looked at'),
      })
      .readonly(),
    'For one subgroup of any few columns the event is surely more frequent than elsewhere',
  ),
  claimOf(
    'in-tables',
    z.strictObject({ audits: list(z.string()).describe('What was measured') }).readonly(),
    'What was measured is no gap of which a sentence tells; the tables hold it',
  ),
  claimOf('nothing-measured', z.strictObject({}).readonly(), 'Nothing could be measured'),
  claimOf('not-measured', z.strictObject({ ...about, reason }).readonly(), 'Why a measurement is not there'),
]);

/** One sentence of an answer as code and numbers, with the comparison or test that carries it. */
export type Claim = z.output<typeof claim>;
/** Which sentence a claim is. */
export type ClaimCode = Claim['code'];
/** The claim of one code. */
export type ClaimOf<Code extends ClaimCode> = Extract<Claim, { readonly code: Code }>;
/** What carries a claim: where in the result the comparison or test stands. */
export type Support = z.output<typeof support>;
/** The rate of one group as a claim tells it. */
export type RateOfGroup = z.output<typeof rate>;
