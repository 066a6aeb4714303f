/** Who was counted, and of which log. Schema and type in one. */
import { z } from 'zod';
import { list, reason, record } from '../parts.ts';

const valuesRead = list(
  record({ value: z.string().describe('The text'), rows: z.number().describe('How many') }),
);

const read = record({
  role: z.enum(['decision', 'outcome']).describe('Which of the two'),
  column: z.string().describe('The column'),
  positive: valuesRead.describe('Values that were read as yes; true for a condition that holds'),
  negative: valuesRead.describe('Values that were read as no, the most frequent first'),
  more: z.number().describe('Values that are not listed: at most 20 of each are'),
}).describe('How the values of a decision or outcome were read');
/** How the values of a decision or outcome were read: which as yes, which as no, with how many. */
export type ValuesRead = z.output<typeof read>;

const window = record({
  column: z.string().describe('The column of times'),
  from: z.string().nullable().describe('The first instant that is in it, in UTC; null for no beginning'),
  to: z.string().nullable().describe('The first instant after it, in UTC; null for no end'),
  before: z.number().describe('Rows before it'),
  after: z.number().describe('Rows after it'),
}).describe('The time that was asked for; what lies outside is in no other count');
/** The time that was asked for, half-open, and how many rows lie outside. */
export type Window = z.output<typeof window>;

const shadow = record({
  audited: z
    .boolean()
    .describe(
      'True: the audit is about decisions that had no effect, which were made in the shadow of others',
    ),
  leftOut: z
    .number()
    .describe('Recorded decisions of the other sort, of any time; they are in no other count'),
}).describe(
  'Recorded decisions that had no effect; left out where there were none and nobody asked for them',
);

const people = record({
  audited: z.boolean().describe('True: the audit is about decisions that people made in place of the system'),
  leftOut: z
    .number()
    .describe('Recorded decisions of the other sort, of any time; they are in no other count'),
}).describe('Recorded decisions that people made; left out where there were none and nobody asked for them');

export const coverage = record({
  rows: z
    .number()
    .describe(
      'Rows of the source, of the time that was asked for; with a count column, the people they stand for',
    ),
  counted: z.number().describe('Rows with a decision (or, without a decision role, an outcome)'),
  excluded: list(record({ reason, rows: z.number().describe('How many') })).describe(
    'Rows that are not counted, and why',
  ),
  missing: list(
    record({
      column: z.string().describe('The column'),
      rows: z.number().describe('Rows without a value in it'),
      markers: list(
        record({ value: z.string().describe('The text'), rows: z.number().describe('How often') }),
      )
        .exactOptional()
        .describe('Texts such as "unknown" that were read as missing'),
    }),
  ).describe('Rows without a value, a column at a time'),
  window: window.exactOptional(),
  shadow: shadow.exactOptional(),
  people: people.exactOptional(),
  read: list(read).exactOptional().describe('Which values were read as yes and which as no'),
}).describe('Who was counted');
/** Who was counted: rows in all, rows counted, rows left out and why, and values that are missing. */
export type Coverage = z.output<typeof coverage>;

const indexRange = z.tuple([z.number(), z.number()]).readonly();
const indexes = list(indexRange).describe('First and last index of each run of entries');

export const ledgerSource = record({
  origin: z.string().describe('The name of the log'),
  size: z.number().describe('Entries of the log at the checkpoint that was audited'),
  root: z.string().describe('base64 of the root hash, 32 bytes'),
  system: z.string().describe('The system whose decisions were counted'),
  counted: indexes.describe('First and last index of each run of decisions that were counted'),
  leftOut: list(
    record({ reason: z.string().describe('Why they are not counted'), ranges: indexes }),
  ).describe('Decisions of the system that were not counted'),
}).describe(
  'What of a ledger was audited: enough for anyone with a receipt to check that their decision was counted',
);
/** What of a ledger was audited: enough for anyone with a receipt to check that their decision was counted. */
export type LedgerSource = z.output<typeof ledgerSource>;
