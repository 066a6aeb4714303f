import { areWholePeople, type Counts, countsOf } from '../counts.ts';
import { isSmall } from '../equivalence/limit-test.ts';
import type { Proportion } from '../types.ts';

/** All groups with the same counts: they answer every question alike, so each question is asked once. */
export interface Kind {
  readonly group: Proportion;
  readonly counts: Counts;
  /** The places of these groups in the list that was given. */
  readonly members: readonly number[];
  /** Too small for the score test; only whole people have another one. */
  readonly small: boolean;
  readonly whole: boolean;
}

/** Groups with people, joined by their counts. */
export function kindsOf(groups: readonly Proportion[]): Kind[] {
  const kinds = new Map<string, { group: Proportion; counts: Counts; members: number[] }>();
  groups.forEach((group, index) => {
    const counts = countsOf(group);
    if (counts === null) return;
    const key = `${group.events} ${group.n} ${group.effectiveN ?? ''}`;
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { group, counts, members: [index] });
    else kind.members.push(index);
  });
  return [...kinds.values()].map((kind) => {
    const whole = areWholePeople(kind.group);
    return { ...kind, whole, small: whole && isSmall(kind.group) };
  });
}
