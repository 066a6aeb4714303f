/**
 * Which decisions share a fault: a saved, versioned query over recorded decisions. It is data, so that its digest can stand
 * in the ledger and anybody can ask it again.
 */
import { createHash } from 'node:crypto';
import { contestErrors, type FieldCondition, type SavedQuery } from '@ombud/contest';
import { canonicalJson, type JsonObject, type JsonValue } from '@ombud/kernel';
import { type Decision, type Ledger, readDecisions } from '@ombud/ledger';

/** A saved query over the decisions of a system. */
export interface RemedyQuery extends SavedQuery {
  readonly system: string;
}

/** SHA-256 of the canonical JSON of a query, hexadecimal: it stands in the entry of the search. */
export const queryDigest = (query: RemedyQuery): string =>
  createHash('sha256')
    .update(canonicalJson(query as unknown as JsonObject))
    .digest('hex');

const isComparable = ({ is, value }: FieldCondition): boolean =>
  is === 'equal' || is === 'not-equal' || typeof value === 'number' || typeof value === 'string';

/** @throws OmbudError `OMBUD_E_CONTEST_REMEDY/query` where a query has no condition, or one that cannot be read */
export function requireQuery({ name, version, all }: RemedyQuery): void {
  const fine =
    name !== '' &&
    Number.isSafeInteger(version) &&
    version >= 1 &&
    all.length > 0 &&
    all.every((one) => one.field !== '' && isComparable(one));
  if (!fine) throw contestErrors.error('OMBUD_E_CONTEST_REMEDY', 'query', { name });
}

function fieldOf(decision: Decision, field: string): JsonValue | undefined {
  switch (field) {
    case 'decision':
      return decision.decision;
    case 'score':
      return decision.score;
    case 'model':
      return decision.model;
    case 'time':
      return decision.time;
    default:
      return decision.inputs[field];
  }
}

function satisfies(decision: Decision, { field, is, value }: FieldCondition): boolean {
  const own = fieldOf(decision, field);
  if (own === undefined) return false;
  switch (is) {
    case 'equal':
      return own === value;
    case 'not-equal':
      return own !== value;
    case 'at-least':
      return typeof own === typeof value && own !== null && value !== null && own >= value;
    case 'at-most':
      return typeof own === typeof value && own !== null && value !== null && own <= value;
  }
}

/** The decisions that a query finds, and how many could not be asked because they were erased. */
export interface Found {
  readonly decisions: readonly number[];
  readonly erased: number;
}

/** Asks a query of every decision of its system that the ledger holds; nobody is left out for want of an appeal. */
export async function ask(ledger: Ledger, query: RemedyQuery): Promise<Found> {
  requireQuery(query);
  // Who decided makes no difference to whom a fault of the rule hit: a person may have decided by it.
  const reading = await readDecisions(ledger, {
    system: query.system,
    people: 'with',
    withoutAttributes: true,
  });
  const decisions: number[] = [];
  for await (const page of reading.batches)
    for (const decision of page)
      if (query.all.every((condition) => satisfies(decision, condition))) decisions.push(decision.index);
  return { decisions, erased: reading.coverage().counts.erased };
}
