/**
 * The result (contract `ombud/result@2`): everything that an audit measured and what the policy says of it.
 * Every report is a pure function of it. Only types live here, so that any package may import them for free;
 * `result-schema.ts` holds the JSON Schema and a test keeps the two the same.
 */

import type { Group, IndexRange, Params } from '@ombud/kernel';
import type { Claim } from './claim.ts';
import type { Condition } from './condition.ts';

export type { Group } from '@ombud/kernel';

/** A confidence interval: both ends, its level in (0, 1), and the method that made it. */
export interface Interval {
  /** `null` where the interval has no lower bound (a ratio with an empty reference). */
  readonly low: number | null;
  /** `null` where the interval has no upper bound. */
  readonly high: number | null;
  /** Confidence level in (0, 1), for example 0.95. */
  readonly level: number;
  /** The method by its usual name: `wilson`, `newcombe`, `miettinen-nurminen`, ... */
  readonly method: string;
}

/** The interval of a comparison, and whether it holds for all comparisons together. */
export interface ComparisonInterval extends Interval {
  /** The two-sided normal critical value that was used, where it is not that of `level` alone. */
  readonly critical?: number;
  /** True when all intervals of the finding hold together at `level`. */
  readonly simultaneous: boolean;
}

/** A rate of one group: `value = events / n`. */
export interface GroupMeasure {
  readonly group: Group;
  /** People (or the sum of weights) in the rate's denominator. */
  readonly n: number;
  /** People (or the sum of weights) in the rate's numerator. */
  readonly events: number;
  /** `null` when it cannot be measured (nobody in the denominator). Never a default number. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** With weights or repeated subjects: the effective sample size: so many independent people give as narrow an interval. */
  readonly effectiveN?: number;
  /** People of the group of whom it is not known where they stand in the rate; left out where there are none. */
  readonly unknown?: Unknown;
}

/** Counts of a group if everybody of whom something is missing stood where the rate is least, or greatest. */
export interface Unknown {
  readonly people: number;
  /** To be added to `events` and `n`. */
  readonly low: { readonly events: number; readonly n: number };
  readonly high: { readonly events: number; readonly n: number };
}

/** What a comparison tells: a ratio, a difference, an odds ratio, or the value itself. */
export type Measure = 'ratio' | 'difference' | 'odds-ratio';

/** The group compared with, everybody who is not in the group, or the share that a given population has. */
export type Reference = Group | 'all-others' | 'population';

/** Two groups compared: a ratio, a difference or an odds ratio with its interval and test. */
export interface Comparison {
  /** `ratio` = group / reference, `difference` = group - reference, `odds-ratio` = odds(group) / odds(reference). */
  readonly measure: Measure;
  readonly group: Group;
  readonly reference: Reference;
  readonly value: number | null;
  readonly interval: ComparisonInterval | null;
  readonly test: string | null;
  readonly p: number | null;
  /** Adjusted for all comparisons of the finding. */
  readonly pAdjusted: number | null;
}

/** A test: its name, statistic, degrees of freedom and p. */
export interface TestResult {
  readonly test: string;
  /** `null` for an exact test, which has no statistic. */
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number;
}

/** Whether an audit measured something, cannot tell, does not apply, or failed. */
export type FindingState = 'measured' | 'cannot-tell' | 'not-applicable' | 'error';

/** Why something is as it is: a code and facts. `words` makes the sentence, under the key `reason/CODE`. */
export interface Reason {
  /** Stable, for machines: `no-outcome`, `one-group`, `no-people`, ...; `text` for a sentence that an older result holds. */
  readonly code: string;
  readonly params: Params;
}

/** What one audit measured for one grouping; no opinion. */
export interface Finding {
  /** The audit's id = its file name = its docs page. */
  readonly audit: string;
  /** The rate measured, where an audit measures several (equalized-odds: two); else the audit's id. */
  readonly measure: string;
  readonly groupBy: readonly string[];
  readonly state: FindingState;
  readonly reason: Reason | null;
  readonly groups: readonly GroupMeasure[];
  readonly comparisons: readonly Comparison[];
  /** Are all groups equal? */
  readonly heterogeneity: TestResult | null;
  readonly details: Details | null;
  /** People whom the rate counts and whose group is not known: they lack an attribute of the grouping. */
  readonly unplaced: number;
}

/** What some audits say beyond rates and comparisons. Closed: a new kind does not build until the reports know it. */
export type Details = StrataDetails | IdentityDetails | SharesDetails | CostsDetails | Ll144Details;

/** conditional-disparity: the same question asked inside each stratum. */
export interface StrataDetails {
  readonly kind: 'strata';
  readonly strata: readonly { readonly stratum: Group; readonly groups: readonly GroupMeasure[] }[];
  /** Rates that each group would have if every group were spread over the strata like all people together. */
  readonly standardised: readonly GroupMeasure[];
  readonly pairs: readonly StratifiedPair[];
  /** Given where the strata reverse the crude answer. */
  readonly reversal: Reversal | null;
}

/** The strata point the other way than all people together. */
export interface Reversal {
  /** Which of `pairs` is reversed. */
  readonly pair: number;
  /** Whether the gap inside the strata is itself more than chance (Cochran-Mantel-Haenszel at the level of the run). */
  readonly clear: boolean;
}

/** Two groups compared within strata: the common measure, its interval, and tests of it. */
export interface StratifiedPair {
  readonly group: Group;
  readonly reference: Group;
  readonly crudeOddsRatio: number | null;
  readonly crudeDifference: number | null;
  readonly oddsRatio: { readonly value: number | null; readonly interval: Interval | null };
  readonly riskRatio: { readonly value: number | null; readonly interval: Interval | null };
  readonly riskDifference: { readonly value: number | null; readonly interval: Interval | null };
  readonly standardisedDifference: { readonly value: number | null; readonly interval: Interval | null };
  readonly cochranMantelHaenszel: TestResult | null;
  readonly breslowDay: TestResult | null;
  /** The strata point the other way than the crude comparison. */
  readonly reversed: boolean;
}

/** calibration-against-error-rates: FPR = p/(1-p) * (1-PPV)/PPV * (1-FNR), Chouldechova 2017. */
export interface IdentityDetails {
  readonly kind: 'identity';
  readonly groups: readonly {
    readonly group: Group;
    readonly n: number;
    readonly baseRate: number | null;
    readonly positivePredictiveValue: number | null;
    readonly falseNegativeRate: number | null;
    readonly falsePositiveRate: number | null;
    /** The false-positive rate that the identity gives from the other three. */
    readonly impliedFalsePositiveRate: number | null;
    /** The false-positive rate this group would have with everybody's PPV and FNR: equal calibration forces it. */
    readonly falsePositiveRateAtCommonValues: number | null;
  }[];
  readonly common: {
    readonly positivePredictiveValue: number | null;
    readonly falseNegativeRate: number | null;
  };
  /** Whether base rates differ, so that equal PPV and equal error rates cannot be had at once. */
  readonly incompatible: boolean | null;
}

/** representation: shares of the people in the data against a given population. */
export interface SharesDetails {
  readonly kind: 'shares';
  readonly population: string;
  readonly groups: readonly {
    readonly group: Group;
    readonly n: number;
    readonly share: number;
    readonly interval: Interval;
    readonly expected: number | null;
    readonly ratio: number | null;
    readonly p: number | null;
  }[];
}

/** recourse: what the cheapest change costs those who have one. */
export interface CostsDetails {
  readonly kind: 'costs';
  readonly groups: readonly {
    readonly group: Group;
    /** People for whom a change was found. */
    readonly n: number;
    /** Median of the cheapest plan's cost, in shares of the people passed on the way; `null` where nobody has one. */
    readonly median: number | null;
    readonly interval: Interval | null;
  }[];
}

/** ll144: the tables of New York City Local Law 144 (6 RCNY 5-301). */
export interface Ll144Details {
  readonly kind: 'll144';
  readonly mode: 'selection' | 'scoring';
  /** Of the whole sample; only in scoring mode. */
  readonly sampleMedian: number | null;
  readonly applicants: number;
  readonly unknown: number;
  readonly categories: readonly {
    readonly group: Group;
    readonly applicants: number;
    readonly selected: number;
    readonly share: number;
    readonly rate: number | null;
    readonly impactRatio: number | null;
    readonly highest: boolean;
    /** Why the category has no impact ratio, or null. */
    readonly leftOut: Reason | null;
  }[];
}

/** Whether the positive decision is good for the person. */
export type Favourable = 'positive' | 'negative';

/** A yes or no by the values of a column. */
export interface ValuesRole {
  readonly column: string;
  readonly positive: readonly string[];
  /** Given: any other value counts as missing. Not given: every other value is negative. */
  readonly negative?: readonly string[];
}

/** A yes or no by a condition on a column of numbers. */
export interface ConditionRole {
  readonly column: string;
  readonly condition: Condition;
}

/** A decision or an outcome: its column, and what of it is positive. */
export type BinaryRole = ValuesRole | ConditionRole;

/** A column of groups or strata, with the edges of its bins where it is a number. */
export interface GroupRole {
  readonly column: string;
  /** Inner edges of half-open bins [a, b) for a numeric column. */
  readonly bins?: readonly number[];
}

/** Which column is what, as the audit understood it. */
export interface Roles {
  readonly decision: BinaryRole | null;
  readonly outcome: BinaryRole | null;
  readonly score: { readonly column: string } | null;
  /** Whether the positive decision is good for the person; null where nobody said so: then nothing is called adverse. */
  readonly favourable: Favourable | null;
  readonly groups: readonly GroupRole[];
  readonly strata: readonly GroupRole[];
  readonly count: string | null;
  readonly weight: string | null;
  readonly subject: string | null;
  readonly time: string | null;
}

/** Words for people, used only in sentences: "For every 100 women who applied, 30 were admitted". */
export interface Wording {
  /** Plural noun for everybody in the data: "applicants". Default: "people". */
  readonly people?: string;
  /** Past tense of the positive decision, after a number of people: "were admitted". */
  readonly decided?: string;
  /** Past tense of the positive outcome: "repaid the loan". */
  readonly happened?: string;
  /** Plural noun for a value of a group: `{ "sex": { "F": "women", "M": "men" } }`. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The system under account: its id, title, purpose and owner. */
export interface System {
  readonly id: string;
  readonly title?: string;
  readonly purpose?: string;
  readonly owner?: { readonly name: string; readonly contact?: string };
}

/** Who was counted: rows in all, rows counted, rows left out and why, and values that are missing. */
export interface Coverage {
  /** Rows of the source; with a count column, the people they stand for. */
  readonly rows: number;
  /** Rows with a decision (or, without a decision role, an outcome). */
  readonly counted: number;
  readonly excluded: readonly { readonly reason: Reason; readonly rows: number }[];
  /** Rows without a value, a column at a time. `markers` lists texts such as "unknown" that were read as missing. */
  readonly missing: readonly {
    readonly column: string;
    readonly rows: number;
    readonly markers?: readonly { readonly value: string; readonly rows: number }[];
  }[];
}

/** Pass, fail or cannot tell; cannot tell never counts as a pass. */
export type VerdictState = 'pass' | 'fail' | 'cannot-tell';
/** What a limit does when it is broken: `error` fails the verdict, `warn` only tells. */
export type Level = 'error' | 'warn';

/** One limit of a policy, held against what was measured. */
export interface AssertionResult {
  readonly audit: string;
  /** `ratio`, `difference`, `odds-ratio` or `value`; `none` where there was nothing to judge. */
  readonly measure: string;
  /** The rate that was judged (`Finding.measure`), for example `true-positive-rate`. */
  readonly rate: string;
  readonly groupBy: readonly string[];
  readonly group: Group | null;
  /** What the group was compared with; null where a rate itself was judged. */
  readonly reference: Reference | null;
  readonly operator: '>=' | '<=';
  readonly expected: number;
  readonly actual: number | null;
  readonly interval: ComparisonInterval | null;
  readonly level: Level;
  readonly state: VerdictState;
  /** The two rates that were compared, where the finding has both. */
  readonly rates: { readonly group: number; readonly reference: number } | null;
  /** Why it cannot be told; null otherwise. */
  readonly reason: Reason | null;
  /** Where it cannot be told: people in each group with whom it could, if the rates stay as they are. */
  readonly peopleNeeded: number | null;
  /** `interval`: the whole interval must lie on one side of the limit. `point`: the regulator's plain reading. */
  readonly judge: 'interval' | 'point';
  /** The pack or file that the assertion comes from. */
  readonly source: string;
  /** How many pairs of groups (or groups, for a limit on a rate) were judged, and how many are surely beyond the limit. */
  readonly pairs: { readonly judged: number; readonly failing: number } | null;
  /** Those that are surely beyond the limit, the clearest first; at most 20. */
  readonly failing: readonly FailingPair[];
  readonly covers: VerdictCover;
  /** What is to be said beside the state: who is not covered, what is missing. */
  readonly notes: readonly Reason[];
}

/** Two groups that are surely beyond a limit. `reference` is null where a rate itself was judged. */
export interface FailingPair {
  readonly group: Group;
  readonly reference: Reference | null;
  readonly actual: number | null;
  readonly p: number | null;
}

/** Whom a pass covers: the people of groups that are large enough, out of all whom the rate counts. */
export interface VerdictCover {
  readonly people: number;
  readonly of: number;
  /** How many groups are too small to be covered; they are judged for a fail all the same. */
  readonly smallGroups: number;
  /** The first 50 of them. */
  readonly notJudged: readonly { readonly group: Group; readonly n: number }[];
}

/** What a pass must survive where decisions, outcomes or attributes are missing. */
export type MissingRule = 'differential' | 'worst-case' | 'ignore';

/** The verdict of a policy, and each of its limits. */
export interface Verdict {
  /** With no binding assertion at all there is nothing to pass: cannot-tell. */
  readonly state: VerdictState;
  readonly assertions: readonly AssertionResult[];
  /** What "cannot tell" does: stop (exit code 3), or only warn, which must be asked for. */
  readonly whenCannotTell: 'warn' | 'error';
  readonly missing: MissingRule;
}

/** What of a ledger was audited: enough for anyone with a receipt to check that their decision was counted. */
export interface LedgerSource {
  readonly origin: string;
  /** Entries of the log at the checkpoint that was audited. */
  readonly size: number;
  /** base64 of the root hash, 32 bytes. */
  readonly root: string;
  readonly system: string;
  /** First and last index of each run of decisions that were counted. */
  readonly counted: readonly IndexRange[];
  readonly leftOut: readonly { readonly reason: string; readonly ranges: readonly IndexRange[] }[];
}

/** What an audit gives: source, roles, coverage, findings, claims and verdict. Every report is made of it alone. */
export interface Result {
  readonly schema: 'ombud/result@2';
  readonly system: System | null;
  readonly wording: Wording;
  readonly source: {
    readonly location: string;
    readonly rows: number;
    readonly fingerprint: string;
    /** Where the source is a ledger. */
    readonly ledger?: LedgerSource;
  };
  readonly roles: Roles;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  /** The answer: what is claimed, the largest gaps first, each with what carries it. A report renders these. */
  readonly claims: readonly Claim[];
  readonly verdict: Verdict;
  readonly run: {
    readonly version: string;
    readonly seed: number;
    readonly started: string;
    readonly elapsedMs: number;
  };
}
