import { type MachineName, machines, outcomes } from '@ombud/contest';
import { z } from 'zod';
import { systemParam } from '../systems/schemas.ts';

const caseParam = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/)
  .describe('The case');

/** Which remedy of a case is meant. */
export const remedyParam = z
  .string()
  .max(64)
  .regex(/^[\w-]+$/)
  .describe('A remedy of the case that is not its newest, by its id');

/** Paths of one case of a system. */
export const caseParams = z.strictObject({ system: systemParam, case: caseParam });

/** Paths of one move of a case. */
export const moveParams = z.strictObject({
  system: systemParam,
  case: caseParam,
  machine: z.enum(Object.keys(machines) as [MachineName, ...MachineName[]]).describe('What is to move'),
  event: z
    .string()
    .max(40)
    .regex(/^[a-z-]+$/)
    .describe('What happens, as the tables of docs/contest.md name it'),
});

const code = z.string().min(1).max(200);
const money = z.strictObject({ minor: z.number().int().min(1), currency: z.string().length(3) });

/** Codes and dates that a move brings. */
const factsSchema = z.strictObject({
  reason: code.exactOptional(),
  warned: z.boolean().exactOptional(),
  until: z.iso.datetime().exactOptional(),
  reviewer: code.exactOptional().describe('The account that is to review'),
  faults: z.record(z.string(), z.boolean()).exactOptional(),
  outcome: z
    .enum(Object.keys(outcomes) as [keyof typeof outcomes, ...(keyof typeof outcomes)[]])
    .exactOptional(),
  corroboration: z.string().max(1000).exactOptional(),
  names: z
    .strictObject({
      remedy: code,
      search: z.int().min(0),
      digest: z.string().max(64).nullable(),
      people: z.int().min(0),
      flat: money.nullable(),
    })
    .exactOptional()
    .describe(
      'The search of a remedy that is supported, approved or rejected: "names" of the remedy as it was read',
    ),
});

/** What lies in the erasable payload alone. */
const wordsSchema = z.strictObject({
  reasons: z.string().max(20_000).exactOptional(),
  text: z.string().max(20_000).exactOptional(),
  newDecision: z.json().exactOptional(),
});

/** A move as it is sent. */
export const moveSchema = z.strictObject({
  facts: factsSchema.exactOptional(),
  words: wordsSchema.exactOptional(),
});

/** What came of a move. */
export const movedSchema = z.object({
  case: z.string(),
  moves: z.array(
    z.object({
      machine: z.string(),
      event: z.string(),
      from: z.string(),
      to: z.string(),
      clock: z.string().nullable(),
      deadline: z.string().nullable(),
      entry: z.int(),
    }),
  ),
});

/** A condition on decisions. */
const condition = z.strictObject({
  field: z.string().min(1).max(200),
  is: z.enum(['equal', 'not-equal', 'at-least', 'at-most']),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});

/** A query that finds everybody whom a fault of the rule hit. */
export const remedySchema = z.strictObject({
  name: z.string().min(1).max(200),
  version: z.number().int().min(1),
  all: z.array(condition).min(1).max(20),
  flat: money.exactOptional().describe('A sum for everybody, paid first'),
});

/** Payments that are ordered. */
export const paymentsSchema = z.strictObject({
  payments: z
    .array(z.strictObject({ case: code, amount: money, step: z.enum(['flat', 'refund']) }))
    .min(1)
    .max(1000),
});

/** What the bank said of a payment. */
export const paidSchema = z.strictObject({
  remedy: remedyParam.exactOptional(),
  payments: z
    .array(z.strictObject({ case: code, payment: z.enum(['paid', 'refused', 'nothing-due']) }))
    .min(1)
    .max(1000),
});
