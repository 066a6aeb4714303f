/** Parts that several schemas share. */
import { z } from 'zod';

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
export const number = z.number().nullable();
export const group = z
  .record(z.string(), z.string())
  .readonly()
  .describe('One value for each attribute: { "sex": "F" }');
export const reference = z
  .union([group, z.enum(['all-others', 'population'])])
  .describe('What a group is compared with');

const intervalShape = { low: number, high: number, level: z.number(), method: z.string() };
export const interval = z.strictObject(intervalShape).readonly();
export const comparisonInterval = z
  .strictObject({ ...intervalShape, simultaneous: z.boolean(), critical: z.number().exactOptional() })
  .readonly();

const counted = z.strictObject({ value: z.string(), count: z.number() }).readonly();
const param = z.union([z.string(), z.number(), z.boolean(), z.null(), list(z.string()), list(counted)]);
export const reason = z
  .strictObject({ code: z.string(), params: z.record(z.string(), param).readonly() })
  .readonly()
  .describe('Why: a code and facts; the sentence is made by the report, in the language of its reader');
