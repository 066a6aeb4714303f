import type { PeopleNeeded } from '@ombud/contract';
import { type PeopleNeeded as Planned, peopleForLimit, peopleForPass } from '@ombud/stats';
import type { JudgedGroup } from './judged-groups.ts';
import { lowerLimit, type PairLimit } from './pair-interval.ts';

/** What a plan starts from: the groups that a pass must cover, the pair that decided, and the levels of the two claims. */
export interface PlanQuestion {
  readonly groups: readonly JudgedGroup[];
  readonly pair: readonly [JudgedGroup, JudgedGroup];
  readonly limit: PairLimit;
  /** One-sided error of each pair's pass, and of the fail of a pair. */
  readonly alpha: { readonly pass: number; readonly fail: number };
}

/** Nobody will have more than so many times the people who are there. */
const mostTimes = 100;

/** How many counted people are worth one independent person: above 1 with weights or repeated people. */
const worth = ({ n, effectiveN }: JudgedGroup): number =>
  effectiveN === undefined || !(effectiveN > 0) ? 1 : Math.max(1, n / effectiveN);

/** Rounded up to two digits. */
function twoDigits(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.ceil(people / unit - 1e-9) * unit;
}

function told(
  planned: Planned,
  tells: PeopleNeeded['tells'],
  there: number,
  factor: number,
): PeopleNeeded | null {
  if (planned.kind === 'never') return null;
  const people = twoDigits(planned.people * factor);
  const most = twoDigits(there * mostTimes);
  if (planned.kind === 'more-than' || people > most)
    return { tells, people: planned.kind === 'more-than' ? people : most, beyond: true };
  // So many are there already: more of them is no promise.
  return people > there ? { tells, people, beyond: false } : null;
}

/**
 * People with whom it could be told in 80 of 100 cases, if the rates stay as they are: for a fail where the pair stands
 * beyond the limit, else for a pass of all pairs.
 * @returns null where the rates stand on the limit, or where so many are there already
 */
export function peopleNeeded({ groups, pair, limit, alpha }: PlanQuestion): PeopleNeeded | null {
  const [a, b] = pair;
  const claim = { measure: limit.kind, limit: lowerLimit(limit) } as const;
  const fail = peopleForLimit(
    { rateA: a.value, rateB: b.value },
    { ...claim, side: 'below' },
    { alpha: alpha.fail },
  );
  if (fail.kind !== 'never') return told(fail, 'fail', Math.min(a.n, b.n), Math.max(worth(a), worth(b)));
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  const factor = Math.max(1, ...groups.map(worth));
  const planned = groups.map(({ value, n, ...rest }) => ({
    rate: value,
    n: n / worth({ value, n, ...rest }),
  }));
  return told(peopleForPass(planned, claim, { alpha: alpha.pass }), 'pass', all, factor);
}
