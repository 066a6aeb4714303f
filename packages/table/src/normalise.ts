import type { AuditSpec } from '@ombud/contract';
import { byCode } from '@ombud/kernel';
import type { Cell, Cells, Moment } from './cells.ts';
import { isPlainCount, type RawCell, type RawCells, type RawSubjects } from './engines/engine.ts';
import type { Subjects } from './subjects.ts';

/** How the texts of a source become values. */
export interface Readers {
  readonly text: (raw: string | null) => string | null;
  readonly decision: (value: string | null) => boolean | null;
  readonly outcome: (value: string | null) => boolean | null;
}

/** Rows behind a cell, and those among them whose weight is 0. */
export interface Rows {
  readonly all: number;
  readonly weightless: number;
}

/** How many rows have each value. */
export function countValues(
  cells: readonly RawCell[],
  read: (raw: string | null) => string | null,
  of: (cell: RawCell) => string | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const value = read(of(cell));
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + cell.rows);
  }
  return counts;
}

/** Turns what the source holds into cells: trimmed, missing markers as null, alike cells added up. */
export function normalise(
  raw: RawCells,
  spec: AuditSpec,
  readers: Readers,
): { cells: Cells; rows: readonly Rows[] } {
  const index = new Map<string, number>();
  const cells: { -readonly [K in keyof Cell]: Cell[K] }[] = [];
  const rows: Rows[] = [];
  const target = raw.cells.map((cell) => {
    const groups = cell.groups.map(readers.text);
    const strata = cell.strata.map(readers.text);
    const decision = readers.decision(readers.text(cell.decision));
    const outcome = readers.outcome(readers.text(cell.outcome));
    const key = JSON.stringify([groups, strata, decision, outcome, cell.aboveMedian]);
    const known = index.get(key);
    if (known !== undefined) {
      const sum = cells[known];
      if (sum) sum.n += cell.n;
      const before = rows[known];
      rows[known] = {
        all: (before?.all ?? 0) + cell.rows,
        weightless: (before?.weightless ?? 0) + cell.weightless,
      };
      return known;
    }
    index.set(key, cells.length);
    rows.push({ all: cell.rows, weightless: cell.weightless });
    return cells.push({ groups, strata, decision, outcome, aboveMedian: cell.aboveMedian, n: cell.n }) - 1;
  });
  const moments = raw.moments === null || isPlainCount(raw.cells, raw.moments) ? null : raw.moments;
  const groupNames = spec.groups.map(({ column }) => column);
  const strataNames = (spec.strata ?? []).map(({ column }) => column);
  return {
    cells: {
      groupNames,
      strataNames,
      cells,
      sampleMedian: raw.sampleMedian,
      moments: moments === null ? null : mergeMoments(moments, target),
      ...(moments === null || raw.subjects === null ? {} : { subjects: mergeSubjects(raw.subjects, target) }),
    },
    rows,
  };
}

/** The same people in the cells that became of theirs; those who are alike now stand together. */
function mergeSubjects(subjects: readonly RawSubjects[], target: readonly number[]): Subjects[] {
  const merged = new Map<string, Subjects>();
  for (const { people, rows } of subjects) {
    const counts = new Map<number, number>();
    for (const { cell, n } of rows) counts.set(target[cell] ?? 0, (counts.get(target[cell] ?? 0) ?? 0) + n);
    const own = [...counts].map(([cell, n]) => ({ cell, n })).sort((a, b) => a.cell - b.cell);
    const key = own.map(({ cell, n }) => `${cell}:${n}`).join(' ');
    merged.set(key, { people: people + (merged.get(key)?.people ?? 0), rows: own });
  }
  return [...merged].sort(([a], [b]) => byCode(a, b)).map(([, one]) => one);
}

function mergeMoments(moments: NonNullable<RawCells['moments']>, target: readonly number[]): Moment[] {
  const sums = new Map<string, Moment>();
  for (const { i, j, sum } of moments) {
    const [a, b] = [target[i] ?? 0, target[j] ?? 0];
    const [low, high] = a <= b ? [a, b] : [b, a];
    // Two cells that became one: their pair counted once stands for both orders.
    const part = i !== j && low === high ? 2 * sum : sum;
    const key = `${low} ${high}`;
    sums.set(key, { i: low, j: high, sum: (sums.get(key)?.sum ?? 0) + part });
  }
  return [...sums.values()].sort((x, y) => x.i - y.i || x.j - y.j);
}

/** A fixed order, so that the same input gives the same bytes whatever order the engine answered in. */
export function sortRaw(raw: RawCells): RawCells {
  const order = raw.cells.map((cell, i) => ({
    i,
    key: JSON.stringify([cell.groups, cell.strata, cell.decision, cell.outcome, cell.aboveMedian]),
  }));
  order.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const place = new Map(order.map(({ i }, position) => [i, position]));
  const cells = order.flatMap(({ i }) => raw.cells[i] ?? []);
  const moments = raw.moments?.map(({ i, j, sum }) => {
    const [a, b] = [place.get(i) ?? 0, place.get(j) ?? 0];
    return { i: Math.min(a, b), j: Math.max(a, b), sum };
  });
  moments?.sort((x, y) => x.i - y.i || x.j - y.j);
  const subjects = raw.subjects?.map(({ people, rows }) => ({
    people,
    rows: rows.map(({ cell, n }) => ({ cell: place.get(cell) ?? 0, n })),
  }));
  return { ...raw, cells, moments: moments ?? null, subjects: subjects ?? null };
}
