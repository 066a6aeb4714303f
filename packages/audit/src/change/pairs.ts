import type { Group } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import type { BeforeAfter } from '@ombud/stats';
import type { Cell, Cells, Rate } from '@ombud/table';

/**
 * The same people before and after: each cell has the decision and outcome of after, and those of before in its two strata,
 * as `yes`, `no`, or null where it is not known.
 */
export interface PairedPeople {
  readonly cells: Cells;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

const known = (text: string | null | undefined): boolean | null => (text == null ? null : text === 'yes');

/** The cell as it was before. */
const cellBefore = (cell: Cell): Cell => ({
  ...cell,
  decision: known(cell.strata[0]),
  outcome: known(cell.strata[1]),
});

/** 1 for the event, 0 for none, null for a cell that the rate does not count. */
const answerOf = (rate: Rate, cell: Cell): 0 | 1 | null =>
  rate.denominator(cell) ? (rate.numerator(cell) ? 1 : 0) : null;

interface Counted {
  readonly was: 0 | 1 | null;
  readonly is: 0 | 1 | null;
  readonly n: number;
}

function sideOf(people: readonly Counted[], side: 'was' | 'is') {
  let [events, n] = [0, 0];
  for (const one of people) {
    if (one[side] === null) continue;
    n += one.n;
    if (one[side] === 1) events += one.n;
  }
  return { events, n };
}

/**
 * Correlation of the two estimates of a rate, from what each person adds to each (the delta method for a ratio): phi of the
 * two answers where the same people are counted in both.
 */
function correlationOf(people: readonly Counted[], before: number, after: number): number {
  let [both, was, is] = [0, 0, 0];
  for (const one of people) {
    const x = one.was === null ? 0 : one.was - before;
    const y = one.is === null ? 0 : one.is - after;
    both += one.n * x * y;
    was += one.n * x * x;
    is += one.n * y * y;
  }
  return was * is > 0 ? both / Math.sqrt(was * is) : 0;
}

function changedOf(people: readonly Counted[]): { lost: number; gained: number } | null {
  if (people.some(({ was, is }) => (was === null) !== (is === null))) return null;
  const count = (was: 0 | 1, is: 0 | 1) =>
    people.reduce((sum, one) => (one.was === was && one.is === is ? sum + one.n : sum), 0);
  return { lost: count(1, 0), gained: count(0, 1) };
}

/** One rate before and after by group, of people who are in both. */
export function pairedRates(
  { cells }: PairedPeople,
  groupBy: readonly string[],
  rate: Rate,
): ReadonlyMap<string, BeforeAfter & { readonly group: Group }> {
  const columns = groupBy.map((name) => cells.groupNames.indexOf(name));
  const found = new Map<string, { group: Group; people: Counted[] }>();
  for (const cell of cells.cells) {
    const values = columns.map((column) => cell.groups[column] ?? null);
    if (values.includes(null)) continue;
    const group = Object.fromEntries(groupBy.map((name, i) => [name, values[i] ?? '']));
    const key = groupKey(group);
    const own = found.get(key) ?? { group, people: [] };
    found.set(key, own);
    own.people.push({ was: answerOf(rate, cellBefore(cell)), is: answerOf(rate, cell), n: cell.n });
  }
  return new Map(
    [...found].map(([key, { group, people }]) => {
      const [before, after] = [sideOf(people, 'was'), sideOf(people, 'is')];
      const correlation = correlationOf(people, before.events / before.n, after.events / after.n);
      return [key, { group, before, after, pairs: { correlation, changed: changedOf(people) } }];
    }),
  );
}
