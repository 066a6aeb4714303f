/** What the audit of decisions with several classes says. Schema and type in one. */
import { z } from 'zod';
import { group, list, number, record } from '../parts.ts';
import { estimate, groupsOf } from './measure.ts';
import { pairShape } from './score-details.ts';

const oneAgainstRest = record({
  class: z.string().describe('The value of the decision'),
  share: estimate.describe('Share of the group that was given it'),
  truePositiveRate: estimate.describe(
    'Of those who have it, how many were given it; null without an outcome',
  ),
  falsePositiveRate: estimate.describe('Of those who do not have it, how many were given it'),
  positivePredictiveValue: estimate.describe('Of those who were given it, how many have it'),
}).describe('A class against all others');

export const classes = record({
  kind: z.literal('classes'),
  classes: list(z.string()).describe('The values of the decision and the outcome'),
  withOutcome: z.boolean().describe('Whether the outcome is told in the same classes'),
  groups: groupsOf(
    record({
      group,
      n: z.number().describe('People with a decision'),
      known: z.number().describe('Those of them whose outcome is known'),
      classes: list(oneAgainstRest).describe('One for each class, in their order'),
      accuracy: estimate.describe('Decision and outcome agree'),
      macroTruePositiveRate: estimate.describe('Mean over the classes: balanced accuracy'),
      macroPositivePredictiveValue: estimate.describe('Mean over the classes'),
      macroF1: number.describe('Mean of the F1 of the classes'),
    }),
  ),
  pairs: list(
    record({
      ...pairShape,
      class: z.string().describe('The class'),
      rate: z.enum(['share', 'true-positive-rate']).describe('What is compared'),
    }),
  ).describe('Each class and rate of two groups'),
}).describe('several-classes: each class of a decision against all others, and their means');
/** several-classes: each class of a decision against all others, and their means. */
export type ClassesDetails = z.output<typeof classes>;
