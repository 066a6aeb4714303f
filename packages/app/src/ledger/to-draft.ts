/** A row of a file as a decision to be recorded. */
import { type JsonObject, type JsonValue, readInstant } from '@ombud/kernel';
import type { Attributes, DecisionDraft, Scalar } from '@ombud/ledger';
import { BadRow } from './refusal.ts';

/** Which column is what, when decisions are recorded. */
export interface RecordingRoles {
  readonly system: string;
  readonly subject: string;
  readonly decision: string;
  readonly outcome?: string | undefined;
  readonly score?: string | undefined;
  readonly time?: string | undefined;
  readonly model?: string | undefined;
  /** SHA-256 of the file of the model that decided, hexadecimal: the decision can later be explained by that file alone. */
  readonly modelDigest?: string | undefined;
  /** The column of the idempotency key: a row whose key was recorded before is not recorded again. */
  readonly key?: string | undefined;
  /** Columns of protected attributes, which are kept apart. */
  readonly attributes: readonly string[];
  /** Further columns to record, or null for all that have no other role. */
  readonly inputs: readonly string[] | null;
}

export type Values = Readonly<Record<string, unknown>>;

/** @throws BadRow with what is wrong with the row */
export function toDraft(values: Values, roles: RecordingRoles): DecisionDraft {
  const time = optional(values, roles.time);
  const model = optional(values, roles.model);
  return {
    kind: 'decision',
    system: roles.system,
    ...keyOf(values, roles.key),
    ...(time === null ? {} : { decided: toTime(time, roles.time ?? '') }),
    ...(model === null ? {} : { model: String(model) }),
    ...(roles.modelDigest === undefined ? {} : { modelDigest: { sha256: roles.modelDigest } }),
    payload: {
      decision: required(values, roles.decision, 'decision'),
      ...(roles.inputs?.length === 0 ? {} : { inputs: inputsOf(values, roles) }),
      ...(roles.outcome === undefined ? {} : { outcome: optional(values, roles.outcome) }),
      ...scoreOf(values, roles.score),
      subject: String(required(values, roles.subject, 'subject')),
    },
    ...(roles.attributes.length === 0 ? {} : { attributes: attributesOf(values, roles.attributes) }),
  };
}

/** The idempotency key of a row, as a draft takes it. */
export const keyOf = (values: Values, column: string | undefined): { readonly key?: string } =>
  column === undefined ? {} : { key: String(required(values, column, 'key')) };

/** The value of a column; null where it is empty. */
function cellOf(values: Values, column: string): Scalar {
  if (!Object.hasOwn(values, column)) throw new BadRow('no-column', { column });
  const value = values[column];
  if (value === '' || value === undefined || value === null) return null;
  if (typeof value === 'object') throw new BadRow('not-a-single-value', { column });
  return value as Scalar;
}

/** The value of a column that must not be empty. */
export function required(values: Values, column: string, role: string): Scalar {
  const value = cellOf(values, column);
  if (value === null) throw new BadRow('empty', { part: role, column });
  return value;
}

function optional(values: Values, column: string | undefined): Scalar {
  return column === undefined ? null : cellOf(values, column);
}

function scoreOf(values: Values, column: string | undefined): { score?: number } {
  const value = optional(values, column);
  if (value === null) return {};
  const score = Number(value);
  if (!Number.isFinite(score) || typeof value === 'boolean')
    throw new BadRow('not-a-number', { column: column ?? '' });
  return { score };
}

function toTime(value: Scalar, column: string): string {
  const instant = readInstant(String(value));
  if (instant === null) throw new BadRow('not-a-time', { column });
  return instant;
}

function attributesOf(values: Values, columns: readonly string[]): Attributes {
  return Object.fromEntries(columns.map((column) => [column, cellOf(values, column)]));
}

function inputsOf(values: Values, roles: RecordingRoles): JsonObject {
  const taken = new Set([
    roles.subject,
    roles.decision,
    roles.outcome,
    roles.score,
    roles.time,
    roles.model,
    roles.key,
  ]);
  for (const column of roles.attributes) taken.add(column);
  const columns = roles.inputs ?? Object.keys(values).filter((name) => !taken.has(name));
  // The ledger refuses what is not plain JSON when it seals the draft.
  return Object.fromEntries([...columns].sort().map((name) => [name, (values[name] ?? null) as JsonValue]));
}
