/** What tribunals and regulators ask of two groups. Schema and type in one. */
import { z } from 'zod';
import { group, list, number, record } from '../parts.ts';
import { estimate } from './measure.ts';

const pooled = record({
  strata: z.number().describe('Strata, or requisitions, that have people of both groups'),
  exact: z.number().describe('Two-sided p of the exact conditional test over all of them'),
  midP: z.number().describe('The same less half of the probability of what was observed'),
  oddsRatio: estimate.describe('The odds ratio that they share, by conditional maximum likelihood'),
}).describe('The exact test pooled over strata or requisitions');

const litigated = record({
  group,
  reference: group.describe('The group compared with'),
  expected: number.describe('People of the group who would have it if both groups had the same rate'),
  shortfall: number.describe('Expected less observed, in people; negative where the group has more'),
  standardDeviations: number.describe(
    'Observed less expected, in standard deviations; courts look beyond -2 or -3. Null where all or nobody have it',
  ),
  exact: number.describe('Two-sided p of the exact test of one table; null with weights or repeated people'),
  midP: number.describe('The same less half of the probability of what was observed'),
  pAdjusted: number.describe('The exact p, adjusted for all pairs of the grouping (Holm)'),
  oddsRatio: estimate.describe('Conditional maximum likelihood with its exact interval'),
  ratioAfterOne: number.describe(
    'The ratio of the lower rate to the higher if one person of each changed places; null where none can',
  ),
  turnsRound: z.boolean().nullable().describe('Whether one person turns the order of the rates round'),
  cohensH: number.describe('Difference on the angle: 0.2 small, 0.5 medium, 0.8 large'),
  phi: number.describe('Correlation of group and decision'),
  pooled: pooled.nullable().describe('Null without strata, or where no stratum can tell'),
}).describe('Two groups as a tribunal compares them');
/** Two groups as a tribunal compares them. */
export type LitigatedPair = z.output<typeof litigated>;

export const tribunal = record({
  kind: z.literal('tribunal'),
  pairs: list(litigated).describe('Each group beside its reference'),
}).describe('tribunal: what tribunals and regulators ask of two groups');
/** tribunal: what tribunals and regulators ask of two groups. */
export type TribunalDetails = z.output<typeof tribunal>;

export const adjusted = record({
  kind: z.literal('adjusted'),
  method: z
    .enum(['logit', 'firth'])
    .describe('firth where the data are sparse: its penalty keeps every estimate finite'),
  people: z.number().describe('People whose decision, group and variables are all known'),
  reference: group.describe('The group compared with'),
  groups: list(
    record({
      group,
      crude: number.describe('Difference of the rates, of the same people'),
      adjusted: estimate.describe(
        'Average marginal effect: the difference among people who are alike in the variables',
      ),
      oddsRatio: number.describe('exp of the coefficient'),
      p: number.describe(
        'Of the hypothesis that nothing is left; from the likelihood where the method is firth',
      ),
      pAdjusted: number.describe('The same, adjusted for all groups (Holm)'),
    }),
  ).describe('Each group but the reference'),
  variables: list(
    record({
      column: z.string().describe('What was adjusted for'),
      values: z.number().describe('How many values it has'),
      cramersV: number.describe('How closely it goes with the group, from 0 to 1'),
      tainted: z
        .boolean()
        .describe('It surely differs by group, by 0.1 or more: it may carry what one looks for'),
    }),
  ).describe('What people were made alike in'),
}).describe('adjusted-disparity: the gap that is left among people who are alike in some variables');
/** adjusted-disparity: the gap that is left among people who are alike in some variables. */
export type AdjustedDetails = z.output<typeof adjusted>;
