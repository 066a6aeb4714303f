import type { Group } from '@ombud/contract';
import { type Cells, type Rate, tabulate } from '@ombud/table';

/** People of one group with one label, and what each of them would weigh. */
interface ReweighedCell {
  readonly group: Group;
  readonly label: 'no' | 'yes';
  readonly n: number;
  readonly weight: number;
}

/** Weights of every cell, and how many people the weighted ones are worth. */
export interface Reweighing {
  readonly label: 'decision' | 'outcome';
  readonly people: number;
  /** Kish's effective sample size: what a model that is trained with the weights loses in people. */
  readonly worth: number;
  readonly cells: readonly ReweighedCell[];
}

/**
 * Weights that make the label independent of the group: `P(group) P(label) / P(group, label)`, of the full grouping.
 * F. Kamiran and T. Calders, "Data preprocessing techniques for classification without discrimination", Knowledge and
 * Information Systems 33 (2012), "reweighing". What they are worth: L. Kish, Survey Sampling (1965).
 * @param label what a model would be trained on
 * @returns null where nobody has a label and a group; a cell with nobody has no weight and is left out
 */
export function reweigh(cells: Cells, label: 'decision' | 'outcome'): Reweighing | null {
  const rate: Rate = {
    denominator: (cell) => cell[label] !== null,
    numerator: (cell) => cell[label] === true,
  };
  const { tallies } = tabulate(cells, cells.groupNames, rate);
  const people = tallies.reduce((sum, { n }) => sum + n, 0);
  const events = tallies.reduce((sum, one) => sum + one.events, 0);
  if (people === 0) return null;
  const found = tallies.flatMap(({ group, n, events: own }): ReweighedCell[] => {
    const of = (name: 'no' | 'yes', count: number, all: number): ReweighedCell[] =>
      count > 0 ? [{ group, label: name, n: count, weight: (n * all) / (people * count) }] : [];
    return [...of('yes', own, events), ...of('no', n - own, people - events)];
  });
  const sum = found.reduce((total, { n, weight }) => total + n * weight, 0);
  const squares = found.reduce((total, { n, weight }) => total + n * weight * weight, 0);
  return { label, people, worth: sum ** 2 / squares, cells: found };
}
