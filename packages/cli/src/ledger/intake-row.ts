/** A row as read: its values, or why it could not be read. `line` counts from 1; in Parquet it is the row. */
export type Intake =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly refused: string };
