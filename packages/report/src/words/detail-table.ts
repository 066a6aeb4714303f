/** A table as text, the same for every report that has room for it: the first column is a name. */
export interface DetailTable {
  readonly caption: string;
  /** A sentence or two before the table; may be empty. */
  readonly intro: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of words, to be set to the left. */
  readonly text: readonly number[];
}
