import { coinHeads, type RawCube } from './engines/engine.ts';

/** A person of a small table, or so many who are alike. */
export interface CubePerson {
  readonly values: readonly (string | null)[];
  readonly decision: string | null;
  readonly outcome: string | null;
  readonly n: number;
}

type Cell = RawCube['sets'][number]['cells'][number];
type Add = { -readonly [K in keyof Cell]: Cell[K] };

function addTo(
  cells: Map<string, Add>,
  key: Omit<Cell, 'n' | 'explored'>,
  n: number,
  explored: number,
): void {
  const name = JSON.stringify([key.values, key.decision, key.outcome]);
  const cell = cells.get(name) ?? { ...key, n: 0, explored: 0 };
  cells.set(name, cell);
  cell.n += n;
  cell.explored += explored;
}

/** The same halves as an engine of SQL gives: people who are alike are numbered, and a hash of it is their coin. */
export async function countCube(
  people: readonly CubePerson[],
  sets: readonly (readonly number[])[],
): Promise<RawCube> {
  // Loaded only here: nothing else of a table that is held in memory needs a hash.
  const { createHash } = await import('node:crypto');
  const alike = new Map<string, Add>();
  for (const { n, ...key } of people) addTo(alike, key, n, 0);
  for (const cell of alike.values()) {
    for (let place = 0; place < cell.n; place++) {
      const parts = [...cell.values, cell.decision, cell.outcome, place].filter((part) => part !== null);
      const [digit = ''] = createHash('md5').update(parts.join('|')).digest('hex');
      if (coinHeads.includes(digit)) cell.explored += 1;
    }
  }
  return {
    sets: sets.map((columns) => {
      const cells = new Map<string, Add>();
      for (const { values, decision, outcome, n, explored } of alike.values()) {
        const chosen = columns.map((column) => values[column] ?? null);
        addTo(cells, { values: chosen, decision, outcome }, n, explored);
      }
      return { columns, cells: [...cells.values()] };
    }),
  };
}
