import type { JsonValue, Params } from '@ombud/kernel';

/** Values of a row by column: text as it stands in delimited text, JSON as it stands in JSON. */
export type Values = Readonly<Record<string, JsonValue>>;

/** A row as it was read. `line` counts from 1; where a format has no lines (Parquet) it is the row. */
export interface GoodRow {
  readonly line: number;
  readonly values: Values;
}

/** A row that cannot be read, and why: a key of the catalogue under `row/`, and its parameters. */
export interface BadRow {
  readonly line: number;
  readonly refused: { readonly reason: BadRowReason; readonly params: Params };
}

/** Why a row cannot be read. */
export type BadRowReason =
  | 'columns'
  | 'key-twice'
  | 'not-json'
  | 'not-object'
  | 'not-utf-8'
  | 'quotes'
  | 'too-deep'
  | 'unsafe-name';

/** A row that was read, or why it could not be. */
export type Row = GoodRow | BadRow;

/** Rows that came together: a reader gives what it has and never waits to fill one. */
export type Batch = readonly Row[];

export const badRow = (line: number, reason: BadRowReason, params: Params = {}): BadRow => ({
  line,
  refused: { reason, params },
});
