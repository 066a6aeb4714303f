/** A query over recorded decisions, as a remedy keeps it: data, which a page says in words. */

/** A condition on one field of a decision: of its inputs, or `decision`, `score`, `model`, `time`. */
export interface FieldCondition {
  readonly field: string;
  readonly is: 'equal' | 'not-equal' | 'at-least' | 'at-most';
  readonly value: string | number | boolean | null;
}

/** A saved query as a remedy keeps it: all of its conditions hold. */
export interface SavedQuery {
  readonly name: string;
  /** 1 for the first; a query that finds others is another version. */
  readonly version: number;
  readonly all: readonly FieldCondition[];
}
