import { z } from 'zod';
import { list, record } from '../parts.ts';

export const release = record({
  minimumCell: z
    .number()
    .describe(
      'Fewest people in any count, in what is left of its group, and in any change since an earlier release',
    ),
  withheld: list(
    record({
      measure: z.string().describe('The rate'),
      groupBy: list(z.string()).describe('The attributes'),
      why: z
        .string()
        .describe('small, change (since an earlier release), or complement (it would give another away)'),
      groups: z.number().describe('How many groups'),
    }),
  ).describe('What was withheld, by why'),
  commitment: z
    .string()
    .describe('base64 of SHA-256 over a salt and the exact result, which the operator keeps'),
}).describe('How a published result was kept from giving anybody away');
/** How a published result was kept from giving anybody away. */
export type ReleaseNote = z.output<typeof release>;
