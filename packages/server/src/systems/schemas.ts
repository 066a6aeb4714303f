import { z } from 'zod';

/** A system's name in a path. */
export const systemParam = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\w.-]+$/)
  .describe('The system, as declared');

/** Paths of one system. */
export const systemParams = z.strictObject({ system: systemParam });

/** Paths of one version. */
export const versionParams = z.strictObject({
  system: systemParam,
  version: z.coerce.number().int().min(1).max(1_000_000).describe('1, 2, ...'),
});

const time = z.iso.datetime();

/** A version as it is given. */
export const versionSchema = z.object({
  system: z.string(),
  version: z.int(),
  document: z.record(z.string(), z.unknown()).describe('What was declared'),
  entry: z.int().describe('The entry of the log that declared it'),
  declared: time,
  declaredBy: z.string(),
  approved: time.nullable(),
  approvedBy: z.string().nullable(),
  retired: time.nullable(),
});

/** The smallest list of something. */
export const listOf = (item: z.ZodType) => z.object({ items: z.array(item) });
