import type { Counts } from './incident.ts';

/** How many people have each row of values. @param noun the column of the numbers */
export function countRows(
  columns: readonly string[],
  noun: string,
  rows: Iterable<readonly (string | number)[]>,
): Counts {
  const counts = new Map<string, { readonly row: readonly (string | number)[]; n: number }>();
  for (const row of rows) {
    const key = row.join('\t');
    const entry = counts.get(key) ?? { row, n: 0 };
    counts.set(key, entry);
    entry.n += 1;
  }
  return {
    columns: [...columns, noun],
    rows: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { row, n }]) => [...row, n]),
  };
}
