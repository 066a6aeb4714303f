import { type Group, groupKey } from '@ombud/kernel';

/**
 * People whom nothing that is published tells apart: the same value of every attribute, the same decision, the same
 * outcome. `null` is a missing value.
 */
export interface Atom {
  readonly group: Readonly<Record<string, string | null>>;
  readonly decision: boolean | null;
  readonly outcome: boolean | null;
}

/** Which combinations of decision and outcome a sum counts, one bit each: {@link bitOf}. */
export type Mask = number;

const place = (value: boolean | null): number => (value === null ? 2 : value ? 1 : 0);

/** The bit of one combination of decision and outcome, 1 to 256. */
export const bitOf = (decision: boolean | null, outcome: boolean | null): Mask =>
  1 << (3 * place(decision) + place(outcome));

/** The mask of every combination of decision and outcome. */
export const everybody: Mask = 0b111_111_111;

/** A sum that somebody may know: the people of a group (any of the attributes) in some combinations of decision and outcome. */
export interface Target {
  readonly group: Group;
  readonly mask: Mask;
}

/** One name for a target, whatever release it is of. */
export const targetKey = ({ group, mask }: Target): string => `${mask} ${groupKey(group)}`;

/** Whether the people of an atom are counted in a target. */
export const contains = ({ group, mask }: Target, atom: Atom): boolean =>
  (mask & bitOf(atom.decision, atom.outcome)) !== 0 &&
  Object.entries(group).every(([name, value]) => atom.group[name] === value);

/** 1 for each atom that the target counts, else 0. */
export const vectorOf = (target: Target, atoms: readonly Atom[]): Int32Array =>
  Int32Array.from(atoms, (atom) => (contains(target, atom) ? 1 : 0));
