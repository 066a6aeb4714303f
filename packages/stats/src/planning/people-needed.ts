import type { LimitClaim } from '../equivalence/claim.ts';
import { type PlannedGroup, powerOfLimit, powerOfPass } from './limit-power.ts';

/** About how many people tell in 80 of 100 cases. */
export type PeopleNeeded =
  | { readonly kind: 'about'; readonly people: number }
  | { readonly kind: 'more-than'; readonly people: number }
  /** The rates stand on the limit or on its other side: no number of people shows the claim. */
  | { readonly kind: 'never' };

/** The error that a plan allows, and how often the claim shall be made where it is true. */
export interface PlanLevel {
  /** One-sided error of a claim; 0.05 by default, for a family 0.05 over the number of its claims. */
  readonly alpha?: number;
  /** 0.8 by default. */
  readonly power?: number;
}

/** Nobody plans for more: it is said as "more than". */
export const mostPeople = 10_000_000;
/** Fewer than this tell nothing of a rate, whatever the normal distribution says. */
const fewest = 5;

/**
 * How many people each of two groups needs so that a claim about their rates is shown with a given power, if the rates stay
 * as they are. Exact for the normal approximation (`powerOfLimit`); rounded up to two digits.
 * @example peopleForLimit({ rateA: 0.35, rateB: 0.5 }, { measure: 'ratio', limit: 0.8, side: 'below' }) // about 2,500
 */
export function peopleForLimit(
  { rateA, rateB }: { readonly rateA: number; readonly rateB: number },
  claim: LimitClaim,
  { alpha = 0.05, power = 0.8 }: PlanLevel = {},
): PeopleNeeded {
  if (!standsOnTheRightSide(rateA, rateB, claim)) return { kind: 'never' };
  const enough = (n: number): boolean =>
    powerOfLimit({ rate: rateA, n }, { rate: rateB, n }, claim, alpha) >= power;
  return rounded(smallest(enough, fewest, mostPeople), mostPeople);
}

/**
 * How many people all groups together need, at the shares that they have now, so that every pair passes with a given power.
 * @param groups rate and number of people now.
 */
export function peopleForPass(
  groups: readonly PlannedGroup[],
  question: Pick<LimitClaim, 'measure' | 'limit'>,
  { alpha = 0.05, power = 0.8 }: PlanLevel = {},
): PeopleNeeded {
  const inside = groups.every((a) =>
    groups.every((b) => a === b || standsOnTheRightSide(a.rate, b.rate, { ...question, side: 'above' })),
  );
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  if (!inside || groups.length < 2 || groups.some(({ n }) => n <= 0)) return { kind: 'never' };
  const at = (total: number): PlannedGroup[] =>
    groups.map(({ rate, n }) => ({ rate, n: (n * total) / people }));
  const enough = (total: number): boolean => powerOfPass(at(total), question, alpha) >= power;
  return rounded(smallest(enough, fewest * groups.length, mostPeople), mostPeople);
}

/** Closer than this to the limit is on it: rounding. */
const same = 1e-12;

function standsOnTheRightSide(rateA: number, rateB: number, { measure, limit, side }: LimitClaim): boolean {
  const distance = measure === 'ratio' ? rateA - limit * rateB : rateA - rateB - limit;
  return side === 'above' ? distance > same : distance < -same;
}

/** The smallest whole number for which a question that turns from no to yes once is answered yes; `null` above `most`. */
function smallest(enough: (n: number) => boolean, least: number, most: number): number | null {
  if (!enough(most)) return null;
  let [no, yes] = [least - 1, most];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (enough(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function rounded(people: number | null, most: number): PeopleNeeded {
  if (people === null) return { kind: 'more-than', people: most };
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return { kind: 'about', people: Math.ceil(people / unit) * unit };
}
