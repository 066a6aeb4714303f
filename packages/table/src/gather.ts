import type { AuditSpec, BinaryRole, BinarySpec, Coverage, Roles, ValuesRead } from '@ombud/contract';
import { binaryText } from '@ombud/contract/roles';
import type { OmbudError } from '@ombud/kernel';
import type { Cell, Cells, Moment } from './cells.ts';
import { type Classes, classesOf } from './classes.ts';
import {
  type CellQuery,
  type Engine,
  isPlainCount,
  mostCells,
  type RawCell,
  type RawCells,
  type RawSubjects,
} from './engines/engine.ts';
import { tableErrors } from './errors.ts';
import { markersOf, missingReader } from './missing.ts';
import { binaryReader, resolveBinary } from './roles/binary.ts';
import { checkRoles } from './roles/check-roles.ts';
import type { Subjects } from './subjects.ts';

/** More values than this in one attribute are not groups of people that a table can show. */
const mostGroupValues = 1_000;
/** Enough to meet more distinct values than that, where a column is a name or an amount. */
const sampleRows = 2_500;

export interface Gathered {
  readonly cells: Cells;
  readonly roles: Roles;
  readonly coverage: Coverage;
  /** Null where decisions are yes or no. */
  readonly classes: Classes | null;
  /** How many people the rows are about, where the rows say who they are. */
  readonly people: number | null;
}

const binaryQuery = (spec: BinarySpec | undefined) =>
  spec ? { column: spec.column, condition: spec.condition ?? null } : null;

function queryOf(spec: AuditSpec): CellQuery {
  return {
    groups: spec.groups,
    strata: spec.strata ?? [],
    decision: binaryQuery(spec.decision),
    outcome: binaryQuery(spec.outcome),
    score: spec.score ?? null,
    count: spec.count ?? null,
    weight: spec.weight ?? null,
    subject: spec.subject ?? null,
    missing: markersOf(spec.missing),
  };
}

/** @param found how many values were met; 0 where the first rows already hold too many */
const tooMany = (role: string, column: string, found: number): OmbudError =>
  role === 'decision' || role === 'outcome'
    ? tableErrors.error('OMBUD_E_TOO_MANY_GROUPS', 'decision-values', {
        role,
        flag: role,
        column,
        found,
        most: mostGroupValues,
        example: binaryText({ column, condition: { operator: '>=', value: 10 } }),
      })
    : tableErrors.error('OMBUD_E_TOO_MANY_GROUPS', 'values', { role, column, found, most: mostGroupValues });

/** Looks at the first rows, so that a name or an amount given as a group is refused before all of it is counted. */
async function refuseEarly(engine: Engine, spec: AuditSpec): Promise<void> {
  const named = [
    ...spec.groups.filter(({ bins }) => !bins).map(({ column }) => ({ role: 'group', column })),
    ...(spec.strata ?? []).filter(({ bins }) => !bins).map(({ column }) => ({ role: 'stratum', column })),
    ...(spec.decision && !spec.decision.condition
      ? [{ role: 'decision', column: spec.decision.column }]
      : []),
    ...(spec.outcome && !spec.outcome.condition ? [{ role: 'outcome', column: spec.outcome.column }] : []),
  ];
  const counts = await engine.variety(
    named.map(({ column }) => column),
    sampleRows,
  );
  for (const [i, { role, column }] of named.entries())
    if ((counts[i] ?? 0) > mostGroupValues) throw tooMany(role, column, 0);
}

function countValues(
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

function refuseGroups(
  spec: AuditSpec,
  raw: readonly RawCell[],
  read: (value: string | null) => string | null,
): void {
  for (const [i, { column }] of spec.groups.entries()) {
    const counts = countValues(raw, read, (cell) => cell.groups[i] ?? null);
    if (counts.size > mostGroupValues) throw tooMany('group', column, counts.size);
    if (counts.size === 0) throw tableErrors.error('OMBUD_E_ONE_GROUP', 'no-value', { column });
    const [only] = counts.keys();
    if (counts.size === 1 && only !== undefined)
      throw tableErrors.error('OMBUD_E_ONE_GROUP', 'one-group', { column, value: only });
  }
}

/** A condition on a column without any number holds for nobody and against nobody: that is no decision. */
function refuseNoNumber(
  cells: readonly RawCell[],
  role: 'decision' | 'outcome',
  spec: BinarySpec | undefined,
): void {
  if (spec?.condition === undefined || cells.some((cell) => cell[role] !== null)) return;
  throw tableErrors.error('OMBUD_E_NOT_BINARY', 'no-number', {
    role,
    column: spec.column,
    condition: binaryText(spec),
    flag: role,
  });
}

interface Readers {
  readonly text: (raw: string | null) => string | null;
  readonly decision: (value: string | null) => boolean | null;
  readonly outcome: (value: string | null) => boolean | null;
}

/** Rows behind a cell, and those among them whose weight is 0. */
interface Rows {
  readonly all: number;
  readonly weightless: number;
}

/** Turns what the source holds into cells: trimmed, missing markers as null, alike cells added up. */
function normalise(
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
  const groupNames = spec.groups.map(({ column }) => column);
  const strataNames = (spec.strata ?? []).map(({ column }) => column);
  return {
    cells: {
      groupNames,
      strataNames,
      cells,
      sampleMedian: raw.sampleMedian,
      moments: isPlainCount(raw) ? null : mergeMoments(raw.moments, target),
      ...(isPlainCount(raw) || raw.subjects === null
        ? {}
        : { subjects: mergeSubjects(raw.subjects, target) }),
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
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function mergeMoments(moments: RawCells['moments'], target: readonly number[]): Moment[] | null {
  if (moments === null) return null;
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

function coverageOf(
  spec: AuditSpec,
  raw: readonly RawCell[],
  cells: readonly Cell[],
  rows: readonly Rows[],
  readers: Readers,
): Coverage {
  const sum = (condition: (cell: Cell) => boolean, of: keyof Rows = 'all') =>
    cells.reduce((total, cell, i) => total + (condition(cell) ? (rows[i]?.[of] ?? 0) : 0), 0);
  const all = sum(() => true);
  const first = spec.decision ? 'decision' : spec.outcome ? 'outcome' : 'score';
  const isKnown = (cell: Cell) =>
    (first === 'decision' ? cell.decision : first === 'outcome' ? cell.outcome : cell.aboveMedian) !== null;
  const [known, weightless] = [sum(isKnown), sum(isKnown, 'weightless')];
  const columns = [
    ...(spec.decision
      ? [
          {
            column: spec.decision.column,
            at: (cell: RawCell) => cell.decision,
            read: (v: string | null) => readers.decision(readers.text(v)),
          },
        ]
      : []),
    ...(spec.outcome
      ? [
          {
            column: spec.outcome.column,
            at: (cell: RawCell) => cell.outcome,
            read: (v: string | null) => readers.outcome(readers.text(v)),
          },
        ]
      : []),
    ...spec.groups.map(({ column }, i) => ({
      column,
      at: (cell: RawCell) => cell.groups[i] ?? null,
      read: readers.text,
    })),
    ...(spec.strata ?? []).map(({ column }, i) => ({
      column,
      at: (cell: RawCell) => cell.strata[i] ?? null,
      read: readers.text,
    })),
  ];
  const missing = columns.flatMap(({ column, at, read }) => {
    const texts = new Map<string, number>();
    let without = 0;
    for (const cell of raw) {
      const text = at(cell);
      if (read(text) !== null) continue;
      without += cell.rows;
      const shown = text?.trim() ?? '';
      if (shown !== '') texts.set(shown, (texts.get(shown) ?? 0) + cell.rows);
    }
    if (without === 0) return [];
    const markers = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, n]) => ({ value, rows: n }));
    return [markers.length > 0 ? { column, rows: without, markers } : { column, rows: without }];
  });
  const unscored = spec.score === undefined ? 0 : sum((cell) => cell.aboveMedian === null);
  if (spec.score !== undefined && unscored > 0) missing.push({ column: spec.score, rows: unscored });
  const excluded = [
    { reason: { code: `no-${first}`, params: {} }, rows: all - known },
    { reason: { code: 'weight-0', params: {} }, rows: weightless },
  ].filter((part) => part.rows > 0);
  return { rows: all, counted: known - weightless, excluded, missing };
}

/** Values that are listed for each side; the rest are counted. */
const mostRead = 20;

/** Which values of a decision or outcome were read as yes and which as no, the most frequent first. */
function readOf(
  role: ValuesRead['role'],
  { column }: BinarySpec,
  counts: ReadonlyMap<string, number>,
  read: (value: string | null) => boolean | null,
): ValuesRead {
  const sorted = [...counts].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
  const side = (yes: boolean) =>
    sorted.filter(([value]) => read(value) === yes).map(([value, rows]) => ({ value, rows }));
  const [positive, negative] = [side(true), side(false)];
  return {
    role,
    column,
    positive: positive.slice(0, mostRead),
    negative: negative.slice(0, mostRead),
    more: Math.max(0, positive.length - mostRead) + Math.max(0, negative.length - mostRead),
  };
}

/** A fixed order, so that the same input gives the same bytes whatever order the engine answered in. */
function sortRaw(raw: RawCells): RawCells {
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

/**
 * Asks the engine the one question and settles roles, cells and coverage from the answer.
 * @throws OmbudError for roles that do not fit the source, no rows, one group, too many groups, bad counts
 */
export async function gather(engine: Engine, spec: AuditSpec): Promise<Gathered> {
  checkRoles(spec, engine.columns);
  await refuseEarly(engine, spec);
  const raw = sortRaw(await engine.cells(queryOf(spec)));
  if (raw.cells.length > mostCells)
    throw tableErrors.error('OMBUD_E_TOO_MANY_GROUPS', 'cells', { most: mostCells });
  if (raw.cells.every(({ rows }) => rows === 0))
    throw tableErrors.error('OMBUD_E_NO_ROWS', 'no-rows', { source: spec.source });
  const all = raw.cells.reduce((sum, { n }) => sum + n, 0);
  if (spec.count !== undefined && !Number.isSafeInteger(all))
    throw tableErrors.error('OMBUD_E_BAD_COUNT', 'too-large', { column: spec.count });
  const text = missingReader(spec.missing);
  const settle = (
    role: string,
    binary: BinarySpec | undefined,
    of: (cell: RawCell) => string | null,
  ): BinaryRole | null => (binary ? resolveBinary(role, binary, countValues(raw.cells, text, of)) : null);
  refuseNoNumber(raw.cells, 'decision', spec.decision);
  refuseNoNumber(raw.cells, 'outcome', spec.outcome);
  const decision = settle('decision', spec.decision, (cell) => cell.decision);
  const outcome = settle('outcome', spec.outcome, (cell) => cell.outcome);
  refuseGroups(spec, raw.cells, text);
  const readers: Readers = { text, decision: binaryReader(decision), outcome: binaryReader(outcome) };
  const { cells, rows } = normalise(raw, spec, readers);
  const roles: Roles = {
    decision,
    outcome,
    score: spec.score === undefined ? null : { column: spec.score },
    ...(spec.need === undefined ? {} : { need: { column: spec.need } }),
    favourable: spec.favourable ?? null,
    groups: spec.groups,
    strata: spec.strata ?? [],
    count: spec.count ?? null,
    weight: spec.weight ?? null,
    subject: spec.subject ?? null,
    time: spec.time ?? null,
    ...(spec.period === undefined ? {} : { period: spec.period }),
  };
  const values = (of: (cell: RawCell) => string | null) => countValues(raw.cells, text, of);
  const read = [
    ...(spec.decision
      ? [
          readOf(
            'decision',
            spec.decision,
            values((cell) => cell.decision),
            readers.decision,
          ),
        ]
      : []),
    ...(spec.outcome
      ? [
          readOf(
            'outcome',
            spec.outcome,
            values((cell) => cell.outcome),
            readers.outcome,
          ),
        ]
      : []),
  ];
  const coverage = coverageOf(spec, raw.cells, cells.cells, rows, readers);
  const classes = classesOf(spec, raw.cells, text);
  return { cells, roles, coverage: { ...coverage, read }, classes, people: raw.people };
}

/**
 * The same people by period, which stands in the place of the strata; `null` where no time was given. Only for people who are
 * no more than counts: nobody is asked who they are.
 */
export async function gatherTimed(engine: Engine, spec: AuditSpec, roles: Roles): Promise<Cells | null> {
  if (spec.time === undefined) return null;
  const { score: _, subject: __, weight: ___, ...rest } = spec;
  const timed: AuditSpec = { ...rest, strata: [{ column: spec.time, period: spec.period ?? 'month' }] };
  const raw = sortRaw(await engine.cells(queryOf(timed)));
  const text = missingReader(spec.missing);
  const [decision, outcome] = [binaryReader(roles.decision), binaryReader(roles.outcome)];
  return normalise(raw, timed, { text, decision, outcome }).cells;
}
