/** Known failures of a system that already fails (contract `ombud/baseline@1`): what is excused until it gets worse. */
import { z } from 'zod';
import { comparisonInterval, group, list, number, record } from './parts.ts';
import { roles } from './result/roles.ts';

const counts = record({
  events: z.number().describe('The numerator of the rate'),
  n: z.number().describe('Its denominator'),
  effectiveN: z.number().exactOptional().describe('With weights or repeated people: what they are worth'),
}).describe('Of the group, in the rate that was judged');

const knownPair = record({
  group,
  reference: group.nullable().describe('Null where the rate itself was judged'),
  actual: number.describe('What was measured'),
  counts: counts
    .nullable()
    .describe('Null where the result did not list the group: it cannot be said to get worse'),
  referenceCounts: counts.nullable().describe('Of the reference'),
}).describe('Two groups that were surely beyond the limit, or one rate that was');

const knownFailure = record({
  audit: z.string().describe('The audit that was judged'),
  measure: z.string().describe('ratio, difference, odds-ratio or value'),
  rate: z.string().describe('The rate that was judged'),
  groupBy: list(z.string()).describe('The columns of the grouping'),
  operator: z.enum(['>=', '<=']).describe('How the measure is held against the limit'),
  expected: z.number().describe('The limit'),
  source: z.string().describe('The pack or file that the limit comes from'),
  actual: number.describe('What was measured'),
  interval: comparisonInterval.nullable().describe('Its interval'),
  pairs: list(knownPair).describe('Those that were beyond, the clearest first'),
  failing: z.number().describe('How many were beyond in all'),
});

const { decision, outcome, favourable, groups, count, weight } = roles.unwrap().shape;

const about = record({
  system: z.string().nullable().describe('The id of the system; null where none was named'),
  decision,
  outcome,
  favourable,
  groups,
  count,
  weight,
  policy: list(z.string()).describe('The packs and files that were judged by'),
}).describe('What was audited: it excuses nothing of anything else');

/** `ombud/baseline@1`. Published as JSON Schema in `schema/baseline.json`. */
export const baselineSchema = record({
  schema: z.literal('ombud/baseline@1').describe('The format and its version'),
  date: z.iso.date().describe('The day on which it was written'),
  expires: z.iso.date().nullable().describe('The day from which it excuses nothing more; null: none'),
  about,
  location: z.string().describe('Where the decisions lay'),
  fingerprint: z.string().describe('Of the cells that were counted'),
  version: z.string().describe('The version of Ombud'),
  known: list(knownFailure).describe('The rules that failed'),
}).describe('What a system fails today, so that it is stopped only when it gets worse');
/** Known failures of a system that already fails. */
export type Baseline = z.output<typeof baselineSchema>;
