import type { Period } from '@ombud/contract';
import type { Column } from '../engine.ts';

/** What the SQL of an engine says in its own way; everything else is written once, for all. */
export interface Dialect {
  /** The name of the period that a time lies in, as `periodOf` names it. */
  readonly period: (instant: string, period: Period) => string;
  /** The exact sum of whole numbers. */
  readonly wholeSum: (whole: string) => string;
  /** The MD5 of a text as 32 hexadecimal digits in lower case. */
  readonly md5: (text: string) => string;
  /** The texts of a group in one, with a blank between, ordered by a number. */
  readonly joined: (text: string, by: string) => string;
  /** Whether the first rows cost less than all: a cluster begins with every file at once. */
  readonly quickFirstRows: boolean;
  /** The middle of numbers, where the engine finds it faster than by counting each. */
  readonly median?: (number: string) => string;
}

/** A table to ask, and how the value of a column is written in its engine's SQL. */
export interface Relation {
  readonly from: string;
  readonly columns: readonly Column[];
  readonly dialect: Dialect;
  /** A column that says who a person is, and is left out: nobody has two rows. */
  readonly onceEach?: string | null;
  /** As the source holds it: a text, a number or a truth value, alike in every engine. */
  readonly value: (column: string) => string;
  /** A double; NULL where it is no number. NaN is none: it would pass, or fail, every threshold. */
  readonly number: (column: string) => string;
  /** A time without a zone, in UTC; NULL where it is none. */
  readonly instant: (column: string) => string;
}
