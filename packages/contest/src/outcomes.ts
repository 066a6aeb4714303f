/** What a review can come to, and the faults on which it rates the original decision, both as tables. */

/** What an answer does for the person: `overturned` counts in both overturn rates, `conceded` in the second alone. */
export interface OutcomeRow {
  readonly overturned: boolean;
  /** The effect of the decision ends; another may follow from the new decision. */
  readonly endsEffect: boolean;
  /** The original decision was looked at: it counts in the denominator of the overturn rate. */
  readonly onMerits: boolean;
}

/**
 * The outcomes of an answer. Three are too few (Norway has 22); `conceded` is an overturn and is told apart; `worse` can
 * be named so that a reviewer sees why it is blocked, and never goes through.
 */
export const outcomes = {
  upheld: { overturned: false, endsEffect: false, onMerits: true },
  'upheld-other-reasons': { overturned: false, endsEffect: false, onMerits: true },
  'partly-changed': { overturned: true, endsEffect: true, onMerits: true },
  changed: { overturned: true, endsEffect: true, onMerits: true },
  annulled: { overturned: true, endsEffect: true, onMerits: true },
  conceded: { overturned: true, endsEffect: true, onMerits: true },
  inadmissible: { overturned: false, endsEffect: false, onMerits: false },
  withdrawn: { overturned: false, endsEffect: false, onMerits: false },
  worse: { overturned: false, endsEffect: false, onMerits: true },
} as const satisfies Readonly<Record<string, OutcomeRow>>;

/** The name of an outcome. */
export type Outcome = keyof typeof outcomes;

/** Whose fault it is: one of the rule points at everybody whom the rule hit, and so to a remedy for all. */
export interface FaultRow {
  readonly of: 'rule' | 'case';
}

/** What can be wrong with an original decision. A reviewer answers each before an appeal can close. */
export const faults = {
  'wrong-facts': { of: 'case' },
  'wrong-person': { of: 'case' },
  'wrong-data-source': { of: 'rule' },
  'wrong-rule': { of: 'rule' },
  'rule-misapplied': { of: 'case' },
  'no-individual-reasons': { of: 'case' },
  'unclear-language': { of: 'case' },
  'person-not-heard': { of: 'case' },
  'not-notified': { of: 'case' },
} as const satisfies Readonly<Record<string, FaultRow>>;

/** The name of a fault. */
export type Fault = keyof typeof faults;
/** For each fault whether the original decision has it. */
export type FaultRating = Readonly<Record<Fault, boolean>>;

const codes = Object.keys(faults) as Fault[];

/** Whether every fault was answered with yes or no, and nothing else. */
export function isWholeRating(rating: Readonly<Record<string, unknown>> | undefined): boolean {
  return (
    rating !== undefined &&
    Object.keys(rating).length === codes.length &&
    codes.every((code) => typeof rating[code] === 'boolean')
  );
}

/** Whether a rating says that the rule itself is at fault. */
export const pointsAtRule = (rating: FaultRating): boolean =>
  codes.some((code) => rating[code] && faults[code].of === 'rule');
