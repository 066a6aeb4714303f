import type { Group } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import type { BeforeAfter } from '@ombud/stats';
import type { Cell, Cells, Rate } from '@ombud/table';

/**
 * The same people before and after: each cell has the decision, outcome and groups of after. Its strata hold those of before:
 * decision and outcome as `yes`, `no`, or null where it is not known, and then the groups, in the order of `groupNames`.
 */
export interface PairedPeople {
  readonly cells: Cells;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  /** Rows of each side that name no person, so that nobody can be matched by them. */
  readonly unnamed: { readonly before: number; readonly after: number };
}

/** One rate before and after by group, and how the changes of two groups go together. */
export interface PairedRates {
  readonly groups: ReadonlyMap<string, BeforeAfter & { readonly group: Group }>;
  /** Correlation of the changes of two groups: not nought where somebody is in one of them before and in the other after. */
  readonly correlation: (a: string, b: string) => number;
}

const known = (text: string | null | undefined): boolean | null => (text == null ? null : text === 'yes');

/** The cell as it was before. */
const cellBefore = (cell: Cell): Cell => ({
  ...cell,
  decision: known(cell.strata[0]),
  outcome: known(cell.strata[1]),
  groups: cell.strata.slice(2),
});

/** How many people are in another group before than after, by any attribute. */
export const regrouped = ({ cells }: PairedPeople): number =>
  cells.cells.reduce(
    (sum, cell) =>
      cellBefore(cell).groups.every((group, i) => group === cell.groups[i]) ? sum : sum + cell.n,
    0,
  );

/** 1 for the event, 0 for none, null for a cell that the rate does not count. */
const answerOf = (rate: Rate, cell: Cell): 0 | 1 | null =>
  rate.denominator(cell) ? (rate.numerator(cell) ? 1 : 0) : null;

interface Counted {
  was: 0 | 1 | null;
  is: 0 | 1 | null;
  readonly n: number;
}

type Side = 'is' | 'was';

function sideOf(people: readonly Counted[], side: Side) {
  let [events, n] = [0, 0];
  for (const one of people) {
    if (one[side] === null) continue;
    n += one.n;
    if (one[side] === 1) events += one.n;
  }
  return { events, n };
}

/** What a person adds to the estimate of a rate, but for a factor that all share (the delta method for a ratio). */
const addedTo = (answer: 0 | 1 | null, { events, n }: BeforeAfter['before']): number =>
  answer === null ? 0 : answer - events / n;

/** Correlation of two sums over people: each gives its number of people, and what one of them adds to the first and the second. */
function correlationOf(people: Iterable<readonly [number, number, number]>): number {
  let [both, first, second] = [0, 0, 0];
  for (const [n, x, y] of people) {
    both += n * x * y;
    first += n * x * x;
    second += n * y * y;
  }
  return first * second > 0 ? both / Math.sqrt(first * second) : 0;
}

function changedOf(people: readonly Counted[]): { lost: number; gained: number } | null {
  if (people.some(({ was, is }) => (was === null) !== (is === null))) return null;
  const count = (was: 0 | 1, is: 0 | 1) =>
    people.reduce((sum, one) => (one.was === was && one.is === is ? sum + one.n : sum), 0);
  return { lost: count(1, 0), gained: count(0, 1) };
}

/** Who is in a group on either side, by the place of their cell. */
interface Members {
  readonly group: Group;
  readonly people: Map<number, Counted>;
  readonly sides: Set<Side>;
}

/** The people of each group: each side has its own groups, so that somebody may be in one before and in another after. */
function membersOf(cells: Cells, groupBy: readonly string[], rate: Rate): Map<string, Members> {
  const columns = groupBy.map((name) => cells.groupNames.indexOf(name));
  const found = new Map<string, Members>();
  const enter = (cell: Cell, place: number, side: Side) => {
    const values = columns.map((column) => cell.groups[column] ?? null);
    if (values.includes(null)) return;
    const group = Object.fromEntries(groupBy.map((name, i) => [name, values[i] ?? '']));
    const key = groupKey(group);
    const own = found.get(key) ?? { group, people: new Map(), sides: new Set() };
    found.set(key, own);
    const counted = own.people.get(place) ?? { was: null, is: null, n: cell.n };
    counted[side] = answerOf(rate, cell);
    own.people.set(place, counted);
    own.sides.add(side);
  };
  for (const [place, cell] of cells.cells.entries()) {
    enter(cell, place, 'is');
    enter(cellBefore(cell), place, 'was');
  }
  return found;
}

function beforeAfter(counted: readonly Counted[]): BeforeAfter {
  const [before, after] = [sideOf(counted, 'was'), sideOf(counted, 'is')];
  const added = counted.map(({ was, is, n }) => [n, addedTo(was, before), addedTo(is, after)] as const);
  return { before, after, pairs: { correlation: correlationOf(added), changed: changedOf(counted) } };
}

/** One rate before and after by group, of people who are in both: each side by its own groups. */
export function pairedRates({ cells }: PairedPeople, groupBy: readonly string[], rate: Rate): PairedRates {
  const members = new Map([...membersOf(cells, groupBy, rate)].filter(([, { sides }]) => sides.size === 2));
  const groups = new Map(
    [...members].map(([key, { group, people }]) => [key, { group, ...beforeAfter([...people.values()]) }]),
  );
  /** What one of the people in a cell adds to the change of a group. */
  const addedToChange = (key: string, place: number): number => {
    const [own, person] = [groups.get(key), members.get(key)?.people.get(place)];
    if (own === undefined || person === undefined) return 0;
    const part = (answer: 0 | 1 | null, side: BeforeAfter['before']) =>
      answer === null ? 0 : addedTo(answer, side) / side.n;
    return part(person.is, own.after) - part(person.was, own.before);
  };
  const correlation = (a: string, b: string): number =>
    correlationOf(
      cells.cells.map(({ n }, place) => [n, addedToChange(a, place), addedToChange(b, place)] as const),
    );
  return { groups, correlation };
}
