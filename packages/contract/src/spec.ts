import type { Condition } from './condition.ts';
import type { Favourable, GroupRole, Period, System, Wording } from './result/roles.ts';
import type { Level, MissingRule } from './result/verdict.ts';

/** What the user asks for: roles by column name, before anything is known of the source. */
export interface AuditSpec {
  readonly source: string;
  /** Where the data come from, in words. */
  readonly explanation?: string;
  readonly read?: ReadOptions;
  /** For a ledger: the size of the log to audit at; its newest where left out. */
  readonly atSize?: number;
  /** For a ledger: audit the decisions that had no effect, made in the shadow of others; the others where left out. */
  readonly shadow?: true;
  /** For a ledger: audit the decisions that people made; those of the system where left out. */
  readonly people?: true;
  readonly decision?: BinarySpec;
  readonly outcome?: BinarySpec;
  readonly score?: string;
  /** A number that says what a person needs; its mean is compared among people of one score. */
  readonly need?: string;
  readonly groups: readonly GroupRole[];
  readonly strata?: readonly GroupRole[];
  readonly count?: string;
  readonly weight?: string;
  readonly subject?: string;
  readonly time?: string;
  /** With `time`: the length of the periods that are compared. Default: month. */
  readonly period?: Period;
  /** Only what was decided from this instant on, and before that one: ISO 8601 in UTC. For a ledger `time` need not be named. */
  readonly from?: string;
  readonly to?: string;
  /** Columns in which the worst subgroup is looked for; an empty list: the groups and all others with few values. */
  readonly searchColumns?: readonly GroupRole[];
  readonly favourable?: Favourable;
  /** Texts that mean "no value" in any role column, compared without case. Default: see `missing.ts`. */
  readonly missing?: readonly string[];
  readonly reference?: ReferenceSpec;
  /** Greatest number of attributes in an intersection; the full one is always measured too. Default 2. */
  readonly depth?: number;
  readonly population?: Population;
  readonly policy?: PolicySpec;
  /** Only these audits; default: all that the roles allow. */
  readonly audits?: readonly string[];
  readonly level?: number;
  readonly seed?: number;
  readonly system?: System;
  readonly wording?: Wording;
}

/** How delimited text is read; everything else says of itself how to be read. */
export interface ReadOptions {
  readonly delimiter?: string;
  readonly encoding?: string;
  /** False: the first line holds values, and the columns are called column1, column2, ... */
  readonly header?: boolean;
}

/** A yes or no by the values of a column, as it is asked for. */
export interface ValuesSpec {
  readonly column: string;
  /** Not given: the column must hold two values of which one is plainly positive (yes, true, 1, ...). */
  readonly positive?: readonly string[];
  /** Given: any other value counts as missing. */
  readonly negative?: readonly string[];
  /** The values are those of a declared system, or our own: that nobody has one of them is an answer, not a typing error. */
  readonly declared?: true;
  readonly condition?: never;
}

/** A yes or no by a condition on a column of numbers. */
export interface ConditionSpec {
  readonly column: string;
  readonly condition: Condition;
  readonly positive?: never;
  readonly negative?: never;
}

/** A decision or outcome as it is asked for. */
export type BinarySpec = ValuesSpec | ConditionSpec;

/** Whom a group is compared with: the highest rate, everybody else, or a named value of an attribute. */
export type ReferenceSpec =
  | { readonly kind: 'highest' }
  | { readonly kind: 'all-others' }
  | { readonly kind: 'named'; readonly values: Readonly<Record<string, string>> };

/** Shares of a population by attribute and value; they are normalised to sum to one. */
export interface Population {
  readonly source: string;
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The opinion as it is asked for: rule packs, limits, and what to do where nothing can be told. */
export interface PolicySpec {
  /** Packs by id, `us-four-fifths` or `us-four-fifths:point`. */
  readonly use: readonly string[];
  readonly assertions: readonly Assertion[];
  /** `error`, the default, stops with exit code 3; `warn` must be asked for and is printed. */
  readonly whenCannotTell: 'warn' | 'error';
  /** Greatest share of people in groups that are too small, or of no known group, beside a pass. Default 0.05. */
  readonly uncoveredShare?: number;
  /** What a pass must survive where data are missing. Default `differential`. */
  readonly missing?: MissingRule;
  /** Greatest share of recorded decisions that cannot be read beside a pass. Default 0. */
  readonly unreadableShare?: number;
}

/** The opinion: limits on what an audit measures. Given limits are judged one by one. */
export interface Assertion {
  readonly audit: string;
  readonly level: Level;
  readonly judge: 'interval' | 'point';
  readonly minRatio?: number;
  readonly maxRatio?: number;
  readonly maxDifference?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  /** Only these groupings; default: each attribute alone and the full intersection. */
  readonly groupBy?: readonly (readonly string[])[];
  /** A pass covers groups of at least so many people; smaller ones are named. A fail may be about any. Default 30. */
  readonly minPeople?: number;
  /** Its part of the one error rate of the result, beside the other assertions. Default 1. */
  readonly weight?: number;
  readonly source: string;
}
