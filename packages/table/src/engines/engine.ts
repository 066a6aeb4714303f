import type { GroupRole } from '@ombud/contract';
import type { Condition } from '@ombud/contract/roles';
import type { Instant } from '@ombud/kernel';

export interface Column {
  readonly name: string;
  /** The engine's own name of the type, for people. */
  readonly type: string;
  readonly numeric: boolean;
}

export interface BinaryQuery {
  readonly column: string;
  readonly condition: Condition | null;
}

/** The one question that is asked of an engine. */
export interface CellQuery {
  readonly groups: readonly GroupRole[];
  readonly strata: readonly GroupRole[];
  readonly decision: BinaryQuery | null;
  readonly outcome: BinaryQuery | null;
  /** Adds whether the score lies above the median of the whole sample. */
  readonly score: string | null;
  readonly count: string | null;
  readonly weight: string | null;
  readonly subject: string | null;
  /** Texts, in lower case, that mean "no value": rows with such a subject are each a person of their own. */
  readonly missing: readonly string[];
}

/** A row of the answer: values as the source holds them, as text; `null` where it holds none. */
export interface RawCell {
  readonly groups: readonly (string | null)[];
  readonly strata: readonly (string | null)[];
  readonly decision: string | null;
  readonly outcome: string | null;
  readonly aboveMedian: boolean | null;
  readonly rows: number;
  readonly n: number;
  /** Rows whose weight is 0: they are there, and count for nothing. */
  readonly weightless: number;
}

export interface RawCells {
  readonly cells: readonly RawCell[];
  readonly sampleMedian: number | null;
  /** Index pairs into `cells`, i <= j. */
  readonly moments: readonly { readonly i: number; readonly j: number; readonly sum: number }[] | null;
  /** How many people the rows are about, where the rows say who they are. */
  readonly people: number | null;
  /** Who they are, in so far as it matters: alike people together; null where all have one row, with weights, or where too many differ. */
  readonly subjects: readonly RawSubjects[] | null;
}

/** Weights that are all 1 and people who each have one row say no more than counts do, and are judged like counts. */
export const isPlainCount = (cells: readonly RawCell[], moments: NonNullable<RawCells['moments']>): boolean =>
  moments.every(({ i, j, sum }) => i === j && sum === cells[i]?.n) &&
  cells.every(({ n, rows }) => n === rows);

/** So many people who have so many rows in each of these cells. */
export interface RawSubjects {
  readonly people: number;
  readonly rows: readonly { readonly cell: number; readonly n: number }[];
}

/** A number of each row: a column, or how far it is above another; nobody has it where one of them is no number. */
export interface NumberQuery {
  readonly column: string;
  readonly minus: string | null;
}

/** What is asked of an engine where there is a score: how many people have it, by group, decision and outcome. */
export interface ScoreQuery {
  readonly groups: readonly GroupRole[];
  readonly decision: BinaryQuery | null;
  readonly outcome: BinaryQuery | null;
  readonly score: NumberQuery;
  /** A number whose mean is asked for at each score. */
  readonly need: NumberQuery | null;
  readonly count: string | null;
  /** People count as much as this column says; who counts for nothing is not there. */
  readonly weight: string | null;
  /** More different scores than this are put together into so many steps. */
  readonly steps: number;
  /** The needs are counted from this value; 0 where it is left out. An engine finds it for itself. */
  readonly from?: number;
}

/** A row of the answer; people without a score are not in it. */
export interface RawScoreCell {
  readonly groups: readonly (string | null)[];
  readonly decision: string | null;
  readonly outcome: string | null;
  /** The score, or the mean score of a step. */
  readonly score: number;
  readonly n: number;
  /** Of the people who have it: how many, the sum, the sum of squares. */
  readonly need: NeedSums | null;
  /** The sums of their weights and of the squares of these; null without weights. */
  readonly weights: { readonly sum: number; readonly squares: number } | null;
}

/** Of a number: how many people have it, its sum, and that of its squares. With weights each counts as much as theirs. */
export interface NeedSums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  /** The value from which all are counted, so that great numbers that lie close keep their spread; 0 where it is left out. */
  readonly from?: number;
  /** With weights, the same three with the squares of these. */
  readonly sure?: { readonly n: number; readonly sum: number; readonly squares: number };
}

/** How many people have which score. */
export interface RawScores {
  /** Whether every different score has its own rows. */
  readonly exact: boolean;
  readonly cells: readonly RawScoreCell[];
}

/** What is asked of an engine to look for a subgroup: everybody by every few columns, in two halves. */
export interface CubeQuery {
  readonly columns: readonly GroupRole[];
  /** Sets of so many columns are counted; smaller ones are sums of them. */
  readonly depth: number;
  readonly decision: BinaryQuery | null;
  readonly outcome: BinaryQuery | null;
}

/**
 * The answer. Whoever is alike in all columns, decision and outcome is numbered from 0; whose MD5 of these values (those that
 * there are) and the number, joined by |, begins with one of `coinHeads` is in the half for looking around. So the halves are
 * the same in every engine, have nothing to do with what happened, and nobody needs an identifier.
 */
export interface RawCube {
  readonly sets: readonly {
    /** Places in `CubeQuery.columns`. */
    readonly columns: readonly number[];
    readonly cells: readonly {
      readonly values: readonly (string | null)[];
      readonly decision: string | null;
      readonly outcome: string | null;
      readonly n: number;
      /** Of `n`, how many are in the half for looking around. */
      readonly explored: number;
    }[];
  }[];
}

/** Half of the digits of a hash. */
export const coinHeads: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** From the first instant on, before the second; null for an open side. */
export interface TimeWindow {
  readonly column: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Rows by where they lie; with a column of counts, people. */
export interface WindowCounts {
  readonly before: number;
  readonly inside: number;
  readonly after: number;
  /** Whose time is none, so that nobody can say. */
  readonly undated: number;
}

/** What computes over a source. Adding an engine is adding a file that gives these. */
export interface Engine {
  readonly columns: readonly Column[];
  /** The first rows, as text by column, for proposals. */
  sample(rows: number): Promise<readonly (readonly (string | null)[])[]>;
  /** How many different values each of some columns has among the first rows; empty where looking costs as much as counting. */
  variety(columns: readonly string[], rows: number): Promise<readonly number[]>;
  cells(query: CellQuery): Promise<RawCells>;
  scores(query: ScoreQuery): Promise<RawScores>;
  cube(query: CubeQuery): Promise<RawCube>;
  /** How many rows (people, with a column of counts) lie before, in and after a time, and how many have none. */
  countTimes(window: TimeWindow, count: string | null): Promise<WindowCounts>;
  /** The same source, as if it held only what lies in a time; closed with this one. */
  during(window: TimeWindow): Engine;
  close(): void | Promise<void>;
}

/** More cells than this are no longer groups of people but a list of them. */
export const mostCells = 200_000;

/** More people, or more kinds of people, than this are so many that the plain variance is as good as the one for few. */
export const mostSubjects = { people: 1_000_000, kinds: 50_000 } as const;

/** Hears how far an engine is, in percent; negative where nobody knows. */
export type Progress = (percent: number) => void;
