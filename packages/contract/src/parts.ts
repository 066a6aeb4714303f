/** Parts that several schemas share. */
import { z } from 'zod';

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
export const number = z.number().nullable();
/** An object of exactly these fields, which nobody changes. */
export const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

export const group = z
  .record(z.string(), z.string())
  .readonly()
  .describe('One value for each attribute: { "sex": "F" }');
export const reference = z
  .union([group, z.enum(['all-others', 'population'])])
  .describe('What a group is compared with: a group, everybody who is not in it, or a given population');
/** The group compared with, everybody who is not in the group, or the share that a given population has. */
export type Reference = z.output<typeof reference>;

/** How a rate moved over time that did not change at one moment. */
export const rateShape = z.enum(['rose', 'fell', 'unsteady']);

const intervalShape = {
  low: number.describe('Null where there is no lower bound (a ratio with an empty reference)'),
  high: number.describe('Null where there is no upper bound'),
  level: z.number().describe('Confidence level in (0, 1), for example 0.95'),
  method: z.string().describe('The method by its usual name: wilson, newcombe, miettinen-nurminen, ...'),
};
export const interval = record(intervalShape).describe('A confidence interval');
/** A confidence interval: both ends, its level in (0, 1), and the method that made it. */
export type Interval = z.output<typeof interval>;

export const comparisonInterval = record({
  ...intervalShape,
  simultaneous: z.boolean().describe('True where all intervals of the finding hold together at the level'),
  critical: z
    .number()
    .exactOptional()
    .describe('The two-sided normal critical value that was used, where it is not that of the level alone'),
}).describe('A confidence interval of a comparison');
/** The interval of a comparison, and whether it holds for all comparisons together. */
export type ComparisonInterval = z.output<typeof comparisonInterval>;

const counted = record({
  value: z.string().describe('A value'),
  count: z.number().describe('How often it was met'),
});
const param = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string()), list(counted)]);
export const reason = record({
  code: z
    .string()
    .describe('For machines: no-outcome, one-group, ...; text for a sentence that an older result holds'),
  params: z.record(z.string(), param).readonly().describe('The facts that the sentence needs'),
}).describe('Why: a code and facts; the sentence is made by the report, in the language of its reader');
/** Why something is as it is: a code and facts. `words` makes the sentence, under the key `reason/CODE`. */
export type Reason = z.output<typeof reason>;
