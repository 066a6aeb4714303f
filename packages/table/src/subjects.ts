import { type Cluster, type Cr2Moments, cr2Moments } from '@ombud/stats';

/** So many people who have so many rows in each of these cells. */
export interface Subjects {
  readonly people: number;
  readonly rows: readonly { readonly cell: number; readonly n: number }[];
}

/** What a cell is to a rate: outside, counted, or counted with the event. */
export type CellInRate = 'outside' | 'counted' | 'event';

/**
 * What the rows of each person add up to in each group of a grouping, for a rate.
 * @param inside what each cell is to the rate
 * @param place the group of each cell, -1 where it has none
 */
export function clustersOf(
  subjects: readonly Subjects[],
  inside: readonly CellInRate[],
  place: ArrayLike<number>,
  groups: number,
): Cr2Moments[] {
  const found: Cluster[][] = Array.from({ length: groups }, () => []);
  for (const { people, rows } of subjects) {
    const own = new Map<number, { events: number; n: number }>();
    for (const { cell, n } of rows) {
      const group = place[cell] ?? -1;
      if (group < 0 || (inside[cell] ?? 'outside') === 'outside') continue;
      const sum = own.get(group) ?? { events: 0, n: 0 };
      sum.n += n;
      if (inside[cell] === 'event') sum.events += n;
      own.set(group, sum);
    }
    for (const [group, { events, n }] of own) found[group]?.push({ events, n, times: people });
  }
  return found.map(cr2Moments);
}
