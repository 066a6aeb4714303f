import { countsOf } from '../counts.ts';
import type { Proportion } from '../types.ts';

/** Two groups in one stratum. */
export interface PairTable {
  readonly a: Proportion;
  readonly b: Proportion;
}

/** One stratum's fourfold table of effective counts. */
export interface Fourfold {
  /** Events and non-events of group a. */
  readonly a: number;
  readonly b: number;
  /** Events and non-events of group b. */
  readonly c: number;
  readonly d: number;
  readonly nA: number;
  readonly nB: number;
  readonly events: number;
  readonly total: number;
}

/** The strata in which both groups have people: only they can compare the groups. The others carry no information. */
export function comparable(tables: readonly PairTable[]): Fourfold[] {
  return tables.flatMap((table) => {
    const a = countsOf(table.a);
    const b = countsOf(table.b);
    if (a === null || b === null) return [];
    return [
      {
        a: a.events,
        b: a.n - a.events,
        c: b.events,
        d: b.n - b.events,
        nA: a.n,
        nB: b.n,
        events: a.events + b.events,
        total: a.n + b.n,
      },
    ];
  });
}

/** The sum of a quantity over strata. */
export function sumOver<T>(items: readonly T[], quantity: (item: T) => number): number {
  return items.reduce((sum, item) => sum + quantity(item), 0);
}
