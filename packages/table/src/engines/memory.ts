import type { GroupRole } from '@ombud/contract';
import { holds } from '@ombud/contract/roles';
import { readInstant, textOf } from '@ombud/kernel';
import { quantileOf } from '@ombud/stats';
import { tableErrors } from '../errors.ts';
import { type CubePerson, countCube } from '../halves.ts';
import { binNames } from '../roles/bins.ts';
import { periodOf } from '../roles/period.ts';
import { placeIn } from '../window.ts';
import { centred } from './centre.ts';
import { setsOf } from './cube-sets.ts';
import {
  type BinaryQuery,
  type CellQuery,
  type CubeQuery,
  type Engine,
  mostCells,
  type NumberQuery,
  type RawCell,
  type RawScores,
  type ScoreQuery,
  type TimeWindow,
  type WindowCounts,
} from './engine.ts';

/** A value of a typed-in table; `null` where there is none. */
type MemoryValue = string | number | null;
/** One row of a table that is held in memory, in the order of its columns. */
export type MemoryRow = readonly MemoryValue[];

type Read = (row: MemoryRow) => string | null;

/** A number as every engine reads one out of text: finite, or none. */
export function toNumber(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function readGroup(read: Read, { bins, period }: GroupRole): Read {
  if (period) {
    return (row) => {
      const text = read(row);
      return text === null ? null : periodOf(text, period);
    };
  }
  if (!bins) return read;
  const names = binNames(bins);
  return (row) => {
    const value = toNumber(read(row));
    return value === null ? null : (names[bins.filter((edge) => value >= edge).length] ?? null);
  };
}

function readBinary(read: Read, query: BinaryQuery): Read {
  const { condition } = query;
  if (condition === null) return read;
  return (row) => {
    const value = toNumber(read(row));
    return value === null ? null : String(holds(condition, value));
  };
}

function readCount(read: Read, column: string): (row: MemoryRow) => number {
  return (row) => {
    const value = toNumber(read(row));
    if (value === null) throw tableErrors.error('OMBUD_E_BAD_COUNT', 'not-number', { column });
    if (value < 0) throw tableErrors.error('OMBUD_E_BAD_COUNT', 'negative', { column, value });
    if (!Number.isInteger(value)) throw tableErrors.error('OMBUD_E_BAD_COUNT', 'not-whole', { column });
    return value;
  };
}

/** Counts say how many people there are, not who they are: what is about single people cannot be asked of them. */
function refuseSinglePeople(query: CellQuery): void {
  for (const role of ['weight', 'subject'] as const) {
    if (query[role] === null) continue;
    throw tableErrors.error('OMBUD_E_ROLE_CONFLICT', 'memory', { role });
  }
}

function checkRows(columns: readonly string[], rows: readonly MemoryRow[]): void {
  for (const [i, row] of rows.entries()) {
    if (row.length === columns.length) continue;
    throw tableErrors.error('OMBUD_E_RAGGED_LINE', 'row', {
      row: i + 1,
      found: row.length,
      expected: columns.length,
    });
  }
}

/** The middle of a score over all people, each row as many as it counts. */
function medianOf(
  query: CellQuery,
  rows: readonly MemoryRow[],
  read: (column: string) => Read,
): number | null {
  if (query.score === null) return null;
  const [score, people] = [read(query.score), countOf(query, read)];
  const counts = rows.flatMap((row) => {
    const value = toNumber(score(row));
    return value === null ? [] : [{ value, n: people(row) }];
  });
  return quantileOf(counts, 0.5);
}

function countOf({ count }: { readonly count: string | null }, read: (column: string) => Read) {
  return count === null ? () => 1 : readCount(read(count), count);
}

function countCells(
  query: CellQuery,
  rows: readonly MemoryRow[],
  read: (column: string) => Read,
  median: number | null,
): RawCell[] {
  const groups = query.groups.map((role) => readGroup(read(role.column), role));
  const strata = query.strata.map((role) => readGroup(read(role.column), role));
  const nothing: Read = () => null;
  const decision = query.decision ? readBinary(read(query.decision.column), query.decision) : nothing;
  const outcome = query.outcome ? readBinary(read(query.outcome.column), query.outcome) : nothing;
  const people = countOf(query, read);
  const score = query.score === null ? nothing : read(query.score);
  const cells = new Map<string, RawCell>();
  for (const row of rows) {
    const value = toNumber(score(row));
    const key = {
      groups: groups.map((of) => of(row)),
      strata: strata.map((of) => of(row)),
      decision: decision(row),
      outcome: outcome(row),
      aboveMedian: value === null || median === null ? null : value > median,
    };
    const name = JSON.stringify(key);
    const n = people(row) + (cells.get(name)?.n ?? 0);
    cells.set(name, { ...key, rows: n, n, weightless: 0 });
    if (cells.size > mostCells) break;
  }
  return [...cells.values()];
}

type ReadNumber = (row: MemoryRow) => number | null;

function readNumber({ column, minus }: NumberQuery, read: (column: string) => Read): ReadNumber {
  const first = read(column);
  if (minus === null) return (row) => toNumber(first(row));
  const second = read(minus);
  return (row) => {
    const [a, b] = [toNumber(first(row)), toNumber(second(row))];
    return a === null || b === null || !Number.isFinite(a - b) ? null : a - b;
  };
}

/** Every score has its own rows here: a table that somebody typed in is small. */
function countScores(
  query: ScoreQuery,
  rows: readonly MemoryRow[],
  read: (column: string) => Read,
): RawScores {
  const groups = query.groups.map((role) => readGroup(read(role.column), role));
  const nothing: Read = () => null;
  const decision = query.decision ? readBinary(read(query.decision.column), query.decision) : nothing;
  const outcome = query.outcome ? readBinary(read(query.outcome.column), query.outcome) : nothing;
  const score = readNumber(query.score, read);
  const need = query.need === null ? null : readNumber(query.need, read);
  const people = countOf(query, read);
  const cells = new Map<string, RawScores['cells'][number]>();
  for (const row of rows) {
    const [value, n] = [score(row), people(row)];
    if (value === null || n === 0) continue;
    const key = {
      groups: groups.map((of) => of(row)),
      decision: decision(row),
      outcome: outcome(row),
      score: value,
    };
    const name = JSON.stringify(key);
    const before = cells.get(name);
    const number = need?.(row) ?? null;
    const needed = number === null ? null : number - (query.from ?? 0);
    const sums = needSums(before?.need ?? null, needed, n);
    cells.set(name, { ...key, n: n + (before?.n ?? 0), need: need === null ? null : sums, weights: null });
  }
  return { exact: true, cells: [...cells.values()] };
}

function cubePeople(
  query: CubeQuery,
  rows: readonly MemoryRow[],
  read: (column: string) => Read,
): CubePerson[] {
  const columns = query.columns.map((role) => readGroup(read(role.column), role));
  const nothing: Read = () => null;
  const decision = query.decision ? readBinary(read(query.decision.column), query.decision) : nothing;
  const outcome = query.outcome ? readBinary(read(query.outcome.column), query.outcome) : nothing;
  return rows.map((row) => ({
    values: columns.map((of) => of(row)),
    decision: decision(row),
    outcome: outcome(row),
    n: 1,
  }));
}

function needSums(before: RawScores['cells'][number]['need'], need: number | null, n: number) {
  const { n: people, sum, squares } = before ?? { n: 0, sum: 0, squares: 0 };
  if (need === null) return { n: people, sum, squares };
  return { n: people + n, sum: sum + n * need, squares: squares + n * need * need };
}

function placeOf(window: TimeWindow, text: string | null): keyof WindowCounts {
  const instant = text === null ? null : readInstant(text.trim());
  return instant === null ? 'undated' : placeIn(window, instant);
}

function countTimes(
  window: TimeWindow,
  rows: readonly MemoryRow[],
  time: Read,
  people: (row: MemoryRow) => number,
): WindowCounts {
  const counts = { before: 0, inside: 0, after: 0, undated: 0 };
  for (const row of rows) counts[placeOf(window, time(row))] += people(row);
  return counts;
}

/**
 * An engine over a small table that the program itself holds, such as the counts of a published table. Nothing is
 * read from anywhere, so it runs wherever JavaScript runs.
 * @param columns names, in the order of the values of a row
 * @param rows each a value for every column; with a `count` role a row stands for that many people
 * @throws OmbudError `OMBUD_E_RAGGED_LINE`; while counting `OMBUD_E_BAD_COUNT`, and `OMBUD_E_ROLE_CONFLICT` for a
 *   weight or a subject, which counts do not have
 * @example memoryEngine(['sex', 'hired', 'people'], [['F', 'yes', 12], ['F', 'no', 30], ['M', 'yes', 20], ['M', 'no', 25]])
 */
export function memoryEngine(columns: readonly string[], rows: readonly MemoryRow[]): Engine {
  checkRows(columns, rows);
  const read = (column: string): Read => {
    const index = columns.indexOf(column);
    return (row) => textOf(row[index]);
  };
  return {
    columns: columns.map((name, i) => {
      const numeric = rows.length > 0 && rows.every((row) => typeof row[i] === 'number');
      return { name, type: numeric ? 'number' : 'text', numeric };
    }),
    sample: async (most) => rows.slice(0, most).map((row) => row.map(textOf)),
    variety: async (names, most) => names.map((name) => new Set(rows.slice(0, most).map(read(name))).size),
    cells: async (query) => {
      refuseSinglePeople(query);
      const sampleMedian = medianOf(query, rows, read);
      return {
        cells: countCells(query, rows, read, sampleMedian),
        sampleMedian,
        moments: null,
        people: null,
        subjects: null,
      };
    },
    scores: (query) => centred(query, (asked) => countScores(asked, rows, read)),
    cube: (query) => countCube(cubePeople(query, rows, read), setsOf(query)),
    countTimes: async (window, count) =>
      countTimes(window, rows, read(window.column), countOf({ count }, read)),
    during: (window) =>
      memoryEngine(
        columns,
        rows.filter((row) => placeOf(window, read(window.column)(row)) === 'inside'),
      ),
    close: () => undefined,
  };
}
