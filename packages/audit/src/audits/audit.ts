import type { Favourable, Finding, Measure, Period, Population, ReferenceSpec } from '@ombud/contract';
import type { Cells, Classes, NumberScores, Scores, SearchCube } from '@ombud/table';

/** What an audit needs; the runner gives it nothing where one is missing, and says which. */
export type Role =
  | 'decision'
  | 'outcome'
  | 'score'
  | 'groups'
  | 'strata'
  | 'population'
  | 'model'
  | 'need'
  | 'time'
  | 'search';

/** What every audit is told beside the cells: level, seed, reference, groupings and population. */
export interface AuditContext {
  /** Confidence level in (0, 1). */
  readonly level: number;
  readonly seed: number;
  /** The chance of an error that the sentences about one finding may have together: their share of the one error rate. */
  readonly sentenceAlpha: number;
  /** Null where nobody declared it. */
  readonly favourable: Favourable | null;
  readonly reference: ReferenceSpec;
  /** Attributes alone, their intersections up to the depth, and the full one. */
  readonly groupings: readonly (readonly string[])[];
  readonly population: Population | null;
  /**
   * The people whom a model refused, where a model was given: a decision "yes" is a change that would flip theirs, "no" is
   * the proof that there is none, and the one stratum is the cost of the cheapest.
   */
  readonly recourse: Cells | null;
  /** Who has which score; null where no score was given. */
  readonly scores: Scores | null;
  /**
   * The numbers behind a decision and an outcome; none where these are no conditions on numbers, null where they are and nobody
   * was asked for them, since people are weighted or repeated.
   */
  readonly numbers: readonly NumberScores[] | null;
  /** People by the very values of decision and outcome; null where these are yes and no. */
  readonly classes: Classes | null;
  /** Everybody by every few columns; null where no subgroup is looked for, and with weights or repeated people. */
  readonly cube: SearchCube | null;
  /** People stand in several rows: what they are worth is not known to audits of scores, classes and time. */
  readonly repeated: boolean;
  /** The people by period, which is their one stratum; null where no time was given, and with repeated people. */
  readonly timed: Cells | null;
  /** How many people have which score in which period; null where there is no score or no time. */
  readonly datedScores: Scores | null;
  /** The names of the columns, null where there is none. */
  readonly columns: Readonly<Record<'decision' | 'outcome' | 'score', string | null>>;
  readonly period: Period;
  /** The column of what people need. */
  readonly need: string | null;
}

/** One measurement, in a file of its own: file name = id = docs page = test. */
export interface Audit {
  readonly id: string;
  readonly title: string;
  /** Plain words; the docs page at docs/audits/<id>.md says more. */
  readonly description: string;
  readonly needs: readonly Role[];
  /** One of these is enough, where an audit can work in two ways. */
  readonly needsOneOf?: readonly Role[];
  /** What a policy may assert on. `value` is the rate itself. */
  readonly measures: readonly (Measure | 'value')[];
  /** In so many findings of a single attribute a sentence may claim a gap; none where it is left out. */
  readonly claims?: number;
  /** Laws and standards it serves. */
  readonly tags: readonly string[];
  /** False: runs only when a policy or the user asks for it. */
  readonly always?: boolean;
  readonly run: (cells: Cells, context: AuditContext) => Finding[];
}

/** Declares an audit; the identity, for the types. */
export const defineAudit = (audit: Audit): Audit => audit;

/** Share below which a group is not taken as the highest rate to compare with: the 2 % of 29 CFR 1607.15 A(2)(a). */
export const leastReferenceShare = 0.02;

/** That an audit does not apply to weights and repeated people: they change how sure its methods are in a way these do not know. */
export const notOfRepeated = (audit: string): Finding =>
  finding(audit, [], { state: 'not-applicable', reason: { code: 'scores-repeated', params: {} } });

/** Fills what a finding always has. */
export function finding(audit: string, groupBy: readonly string[], parts: Partial<Finding> = {}): Finding {
  return {
    audit,
    measure: audit,
    groupBy,
    state: 'measured',
    reason: null,
    groups: [],
    comparisons: [],
    heterogeneity: null,
    details: null,
    unplaced: 0,
    ...parts,
  };
}
