/** What one audit measured for one grouping; no opinion. Schema and type in one. */
import { z } from 'zod';
import { list, number, reason, record } from '../parts.ts';
import { details } from './details.ts';
import { comparison, groupMeasure, groupsOf, testResult } from './measure.ts';

const state = z
  .enum(['measured', 'cannot-tell', 'not-applicable', 'error'])
  .describe('Whether something was measured');
/** Whether an audit measured something, cannot tell, does not apply, or failed. */
export type FindingState = z.output<typeof state>;

export const finding = record({
  audit: z.string().describe("The audit's id = its file name = its page of the documents"),
  measure: z
    .string()
    .describe(
      "The rate measured, where an audit measures several (equalized-odds: two); else the audit's id",
    ),
  groupBy: list(z.string()).describe('The columns of the grouping'),
  state,
  reason: reason.nullable().describe('Why it was not measured; null otherwise'),
  groups: groupsOf(groupMeasure),
  comparisons: list(comparison).describe('Pairs of groups'),
  heterogeneity: testResult.nullable().describe('Are all groups equal?'),
  details: details.nullable().describe('What the audit says beyond rates and comparisons'),
  all: record({
    groups: z.number().describe('Groups in all'),
    measured: z.number().describe('Those that have a rate'),
    few: z.number().describe('Those that have a rate and too few people for a sentence'),
  })
    .exactOptional()
    .describe('Given where `groups` lists only the lowest and highest rates and those that are compared'),
  unplacedEvents: number.exactOptional().describe('How many of the unplaced people had the event'),
  missingByDecision: z
    .number()
    .exactOptional()
    .describe(
      'p of the test that an outcome is missing as often in each group after each decision; where outcomes are missing',
    ),
  unplaced: number.describe(
    'People whom the rate counts and whose group is not known: they lack an attribute of the grouping; null: not told',
  ),
}).describe('What one audit measured for one grouping');
/** What one audit measured for one grouping; no opinion. */
export type Finding = z.output<typeof finding>;
