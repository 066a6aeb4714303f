/**
 * The result (contract `ombud/result@2`): everything that an audit measured and what the policy says of it. Every report
 * is a pure function of it.
 *
 * One source: in this folder each part is a Zod schema with every field described; its type is inferred from it, and the
 * JSON Schema is written from it (`npm run write`). A new field is one line in one
 * file. Types are imported as types, so that an audit does not load the schemas.
 */
import { z } from 'zod';
import { claim } from '../claim.ts';
import { list, reason, record } from '../parts.ts';
import { coverage, ledgerSource } from './coverage.ts';
import { finding } from './finding.ts';
import { release } from './release.ts';
import { roles, system, wording } from './roles.ts';
import { verdict } from './verdict.ts';

/** `ombud/result@2`. Published as JSON Schema in `schema/result.json`. */
export const resultSchema = record({
  schema: z.literal('ombud/result@2').describe('The format and its version'),
  system: system.nullable().describe('Null where nothing was declared'),
  wording,
  source: record({
    location: z.string().describe('Where the decisions lie'),
    explanation: z.string().exactOptional().describe('Where the data come from, as it was declared'),
    rows: z.number().describe('Rows that were read'),
    fingerprint: z.string().describe('Of the cells that were counted'),
    ledger: ledgerSource.exactOptional().describe('Where the source is a ledger'),
  }).describe('What was audited'),
  roles,
  coverage,
  notices: list(reason)
    .exactOptional()
    .describe('What is odd about what was read: a person looks at it before the numbers are believed'),
  findings: list(finding).describe('What was measured'),
  claims: list(claim).describe(
    'The answer: what is claimed, the largest gaps first, each with what carries it. A report renders these',
  ),
  verdict,
  release: release.exactOptional(),
  run: record({
    version: z.string().describe('The version of Ombud'),
    seed: z.number().describe('The seed of the random numbers'),
    started: z.string().describe('RFC 3339'),
    elapsedMs: z.number().describe('Milliseconds'),
  }).describe('The only part that differs between two runs on the same input'),
}).describe('What an audit gives');
/** What an audit gives: source, roles, coverage, findings, claims and verdict. Every report is made of it alone. */
export type Result = z.output<typeof resultSchema>;
