import type { Group } from '@ombud/contract';
import { groupKey, pairKey, textOrder } from '@ombud/kernel';
import { type Cr2Moments, clusterRate, rateWorth, ratioCovariance } from '@ombud/stats';
import { type CellInRate, clustersOf, type Subjects } from './subjects.ts';

/** One row of counts: group x stratum x decision x outcome. `null` is a missing value, never a default. */
export interface Cell {
  /** Values in the order of `Cells.groupNames`. */
  readonly groups: readonly (string | null)[];
  /** Values in the order of `Cells.strataNames`. */
  readonly strata: readonly (string | null)[];
  readonly decision: boolean | null;
  readonly outcome: boolean | null;
  /** Score above the median of the whole sample (only where a score was asked for). */
  readonly aboveMedian: boolean | null;
  /** People, or the sum of weights. */
  readonly n: number;
}

/** Sum over clusters of (total in cell i) x (total in cell j): what a cluster-robust variance needs. */
export interface Moment {
  readonly i: number;
  readonly j: number;
  readonly sum: number;
}

/** Counts by group, stratum, decision and outcome: all that an audit computes from. */
export interface Cells {
  readonly groupNames: readonly string[];
  readonly strataNames: readonly string[];
  readonly cells: readonly Cell[];
  /** Of the whole sample; null without a score. */
  readonly sampleMedian: number | null;
  /** Null: every row is one independent person, and counts say everything. */
  readonly moments: readonly Moment[] | null;
  /** Who has several rows, alike people together; left out where people are independent, weighted, or too many differ. */
  readonly subjects?: readonly Subjects[];
}

/** A rate: which cells are in its denominator, and which of these in its numerator. */
export interface Rate {
  readonly denominator: (cell: Cell) => boolean;
  readonly numerator: (cell: Cell) => boolean;
}

/** Counts of a rate in one group; `effectiveN` where people are weighted or repeated. */
export interface Tally {
  readonly key: string;
  readonly group: Group;
  readonly events: number;
  readonly n: number;
  readonly effectiveN?: number;
  /** What the rows of each person add up to, where people are repeated. */
  readonly cluster?: Cr2Moments;
}

/** Sums over clusters that give the variance of a tally and its covariance with another. */
interface Sums {
  ee: number;
  en: number;
  ne: number;
  nn: number;
}

/** The values of a cell in the given columns, or null when one of them is missing. */
function valuesAt(cell: Cell, columns: readonly number[], of: 'groups' | 'strata'): string[] | null {
  const values: string[] = [];
  for (const column of columns) {
    const value = cell[of][column];
    if (value === null || value === undefined) return null;
    values.push(value);
  }
  return values;
}

function columnsOf(names: readonly string[], wanted: readonly string[]): number[] {
  return wanted.map((name) => {
    const index = names.indexOf(name);
    if (index < 0) throw new RangeError(`no such attribute: ${name}`);
    return index;
  });
}

const toGroup = (names: readonly string[], values: readonly string[]): Group =>
  Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));

const byValues = (a: readonly string[], b: readonly string[]): number => {
  for (const [i, value] of a.entries()) {
    const order = textOrder(value, b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

/** How the rates of a grouping move together: null when people are independent. */
export type Covariance = (a: string, b: string) => number;

/** Groups by how many people had an event, and how many there were. */
export interface Table {
  readonly tallies: readonly Tally[];
  readonly covariance: Covariance | null;
  /** People whom the rate counts and whose group is not known: they lack an attribute of the grouping. */
  readonly unplaced: number;
  /** How many of these had the event. */
  readonly unplacedEvents: number;
}

/** The groups of a grouping in order, and the place of each cell's group among them; -1 where it lacks an attribute. */
interface Index {
  readonly entries: readonly {
    readonly key: string;
    readonly group: Group;
    readonly values: readonly string[];
  }[];
  readonly place: Int32Array;
}

/** Cells never change, and a dozen audits ask for the same groupings. */
const indexes = new WeakMap<Cells, Map<string, Index>>();

function indexOf(cells: Cells, groupBy: readonly string[]): Index {
  const columns = columnsOf(cells.groupNames, groupBy);
  // Looked up by the values alone, in the order of the columns: a group's own key sorts its attributes each time.
  const found = new Map<string, number>();
  const met: { readonly key: string; readonly group: Group; readonly values: string[] }[] = [];
  const at = cells.cells.map((cell) => {
    const values = valuesAt(cell, columns, 'groups');
    if (values === null) return -1;
    const name = JSON.stringify(values);
    const known = found.get(name);
    if (known !== undefined) return known;
    const group = toGroup(groupBy, values);
    found.set(name, met.length);
    return met.push({ key: groupKey(group), group, values }) - 1;
  });
  const order = met.map((_, i) => i).sort((a, b) => byValues(met[a]?.values ?? [], met[b]?.values ?? []));
  const rank = new Map(order.map((i, position) => [i, position]));
  return {
    entries: order.flatMap((i) => met[i] ?? []),
    place: Int32Array.from(at, (i) => rank.get(i) ?? -1),
  };
}

function groupsOf(cells: Cells, groupBy: readonly string[]): Index {
  const own = indexes.get(cells) ?? new Map<string, Index>();
  indexes.set(cells, own);
  const name = JSON.stringify(groupBy);
  const index = own.get(name) ?? indexOf(cells, groupBy);
  own.set(name, index);
  return index;
}

/**
 * Counts a rate for each group of a grouping, from the cells alone. A cell without a value in one of the
 * grouping's attributes is left out of this table and still counts in the tables of the others.
 * Groups that are in the data but have nobody in the denominator stay, with n = 0.
 * @param groupBy attribute names, each one of `cells.groupNames`
 */
export function tabulate(cells: Cells, groupBy: readonly string[], rate: Rate): Table {
  const { entries, place } = groupsOf(cells, groupBy);
  const counts = entries.map(() => ({ events: 0, n: 0 }));
  const left = { unplaced: 0, unplacedEvents: 0 };
  for (const [i, cell] of cells.cells.entries()) {
    if (!rate.denominator(cell)) continue;
    const events = rate.numerator(cell) ? cell.n : 0;
    const count = counts[place[i] ?? -1];
    if (count === undefined) {
      left.unplaced += cell.n;
      left.unplacedEvents += events;
      continue;
    }
    count.n += cell.n;
    count.events += events;
  }
  const plain = entries.map(({ key, group }, i) => ({ key, group, ...(counts[i] ?? { events: 0, n: 0 }) }));
  if (cells.moments === null) return { tallies: plain, covariance: null, ...left };
  const keys = Array.from(place, (at) => entries[at]?.key ?? null);
  const table = robust(plain, clusterSums(cells, keys, rate, cells.moments));
  if (cells.subjects === undefined) return { ...table, ...left };
  const inside = cells.cells.map(
    (cell): CellInRate => (rate.denominator(cell) ? (rate.numerator(cell) ? 'event' : 'counted') : 'outside'),
  );
  const clusters = clustersOf(cells.subjects, inside, place, entries.length);
  const tallies = table.tallies.map((tally, i) => withCluster(tally, clusters[i]));
  return { ...table, tallies, ...left };
}

/** What the people of a group are worth, by the variance for few people; one person alone is worth one. */
function withCluster(tally: Tally, cluster: Cr2Moments | undefined): Tally {
  if (cluster === undefined || cluster.n === 0) return tally;
  const known = clusterRate(cluster);
  return known === null ? tally : { ...tally, effectiveN: known.effectiveN, cluster };
}

/** Adds up the cell moments to the moments of each pair of groups. */
function clusterSums(cells: Cells, keys: readonly (string | null)[], rate: Rate, moments: readonly Moment[]) {
  const sums = new Map<string, Sums>();
  const inside = cells.cells.map((cell) => (rate.denominator(cell) ? (rate.numerator(cell) ? 2 : 1) : 0));
  const add = (a: number, b: number, sum: number) => {
    const [keyA, keyB] = [keys[a], keys[b]];
    if (keyA === null || keyA === undefined || keyB === null || keyB === undefined) return;
    if (!inside[a] || !inside[b]) return;
    const name = pairKey(keyA, keyB);
    const entry = sums.get(name) ?? { ee: 0, en: 0, ne: 0, nn: 0 };
    const [eventA, eventB] = [inside[a] === 2, inside[b] === 2];
    entry.nn += sum;
    if (eventA) entry.en += sum;
    if (eventB) entry.ne += sum;
    if (eventA && eventB) entry.ee += sum;
    sums.set(name, entry);
  };
  for (const { i, j, sum } of moments) {
    add(i, j, sum);
    if (i !== j) add(j, i, sum);
  }
  return sums;
}

function robust(
  tallies: readonly Tally[],
  sums: ReadonlyMap<string, Sums>,
): Pick<Table, 'tallies' | 'covariance'> {
  const byKey = new Map(tallies.map((tally) => [tally.key, tally]));
  const covariance: Covariance = (a, b) => {
    const [x, y, s] = [byKey.get(a), byKey.get(b), sums.get(pairKey(a, b))];
    return x && y && s ? (ratioCovariance(x, y, s) ?? 0) : 0;
  };
  const withEffective = tallies.map((tally) => {
    const s = sums.get(pairKey(tally.key, tally.key));
    if (!s || tally.n === 0) return tally;
    const { events, n } = tally;
    return { ...tally, effectiveN: rateWorth({ events, n, ee: s.ee, en: s.en, nn: s.nn }) };
  });
  return { tallies: withEffective, covariance };
}

/** One stratum: its values, and whether a cell lies in it. */
export interface Stratum {
  readonly stratum: Group;
  readonly contains: (cell: Cell) => boolean;
}

/** The distinct strata (values of all strata columns together), in order; cells without one are in none. */
export function strataOf(cells: Cells): Stratum[] {
  const columns = cells.strataNames.map((_, i) => i);
  const found = new Map<string, string[]>();
  for (const cell of cells.cells) {
    const values = valuesAt(cell, columns, 'strata');
    if (values !== null) found.set(groupKey(toGroup(cells.strataNames, values)), values);
  }
  return [...found.values()].sort(byValues).map((values) => ({
    stratum: toGroup(cells.strataNames, values),
    contains: (cell) => values.every((value, i) => cell.strata[i] === value),
  }));
}

/** The same rate, among the people that satisfy a condition. */
export const within = (rate: Rate, contains: (cell: Cell) => boolean): Rate => ({
  denominator: (cell) => contains(cell) && rate.denominator(cell),
  numerator: rate.numerator,
});

/** Sum of `n` over the cells that satisfy a condition. */
export function total(cells: Cells, condition: (cell: Cell) => boolean = () => true): number {
  let sum = 0;
  for (const cell of cells.cells) if (condition(cell)) sum += cell.n;
  return sum;
}
