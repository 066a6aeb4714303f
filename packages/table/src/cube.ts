import type { AuditSpec, GroupRole, Roles } from '@ombud/contract';
import { byCode } from '@ombud/kernel';
import type { CubeCell, CubeProvider, Proportion } from '@ombud/stats';
import { setsOf } from './engines/cube-sets.ts';
import { type CubeQuery, type Engine, mostCells, type RawCube } from './engines/engine.ts';
import { tableErrors } from './errors.ts';
import { countCube } from './halves.ts';
import { markersOf, missingReader } from './missing.ts';
import { binaryReader } from './roles/binary.ts';
import { questionOf } from './scores.ts';

/** Columns with more different values than this are not groups of people that a search could name. */
const mostValues = 20;
/** Enough to see how many different values a column has. */
const sampleRows = 2_500;
/** More columns than this are not searched unless they are named. */
const mostColumns = 12;

/** People alike in some columns, and how many of them are in the half for looking around. */
interface SearchCell {
  readonly values: readonly (string | null)[];
  readonly decision: boolean | null;
  readonly outcome: boolean | null;
  readonly n: number;
  readonly explored: number;
}

/** Everybody by every few of some columns. */
export interface SearchCube {
  readonly columns: readonly string[];
  readonly depth: number;
  /** Columns with few values that were left out because there are too many of them. */
  readonly leftOut: readonly string[];
  /** Columns with too many values to be groups that a search could name. */
  readonly manyValues: readonly string[];
  readonly sets: readonly { readonly columns: readonly string[]; readonly cells: readonly SearchCell[] }[];
}

type Searched = Pick<SearchCube, 'leftOut' | 'manyValues'> & { readonly columns: readonly GroupRole[] };

/** The columns asked for; else the groups and every other column with few values that has no role. */
async function columnsOf(engine: Engine, spec: AuditSpec, roles: Roles): Promise<Searched> {
  const asked = spec.searchColumns ?? [];
  if (asked.length > 0) return { columns: asked, leftOut: [], manyValues: [] };
  const taken = new Set<string | undefined | null>([
    ...[roles.decision?.column, roles.outcome?.column, roles.score?.column, roles.need?.column],
    ...[roles.count, roles.weight, roles.subject, roles.time, ...roles.groups.map(({ column }) => column)],
  ]);
  const free = engine.columns.map(({ name }) => name).filter((name) => !taken.has(name));
  const counts = await engine.variety(free, sampleRows);
  const others = free.flatMap((column, i): GroupRole[] => {
    const values = counts[i] ?? 0;
    return values > 1 && values <= mostValues ? [{ column }] : [];
  });
  const found = [...roles.groups, ...others];
  return {
    columns: found.slice(0, mostColumns),
    leftOut: found.slice(mostColumns).map(({ column }) => column),
    manyValues: free.filter((_, i) => (counts[i] ?? 0) > mostValues),
  };
}

/** A table of counts is small already, whatever engine holds it: its people get their halves here. */
async function rawCube(engine: Engine, { count, missing }: AuditSpec, query: CubeQuery): Promise<RawCube> {
  if (count === undefined) return engine.cube(query);
  const { columns, decision, outcome } = query;
  const unused = { strata: [], score: null, weight: null, subject: null, missing: markersOf(missing) };
  const { cells } = await engine.cells({ groups: columns, decision, outcome, count, ...unused });
  if (cells.length > mostCells)
    throw tableErrors.error('OMBUD_E_TOO_MANY_GROUPS', 'cells', { most: mostCells });
  return countCube(
    cells.map((cell) => ({ ...cell, values: cell.groups })),
    setsOf(query),
  );
}

/** Asks the engine for everybody by every few columns, in two halves that were drawn by a hash. */
export async function gatherCube(
  engine: Engine,
  spec: AuditSpec,
  roles: Roles,
  depth: number,
): Promise<SearchCube> {
  const { columns, leftOut, manyValues } = await columnsOf(engine, spec, roles);
  const [decision, outcome] = [questionOf(roles.decision), questionOf(roles.outcome)];
  const raw = await rawCube(engine, spec, { columns, depth, decision, outcome });
  const text = missingReader(spec.missing);
  const [decided, happened] = [binaryReader(roles.decision), binaryReader(roles.outcome)];
  const names = columns.map(({ column }) => column);
  return {
    columns: names,
    depth: Math.min(depth, names.length),
    leftOut,
    manyValues,
    sets: raw.sets.map((set) => ({
      columns: set.columns.map((place) => names[place] ?? ''),
      cells: set.cells.map((cell) => ({
        values: cell.values.map(text),
        decision: decided(text(cell.decision)),
        outcome: happened(text(cell.outcome)),
        n: cell.n,
        explored: cell.explored,
      })),
    })),
  };
}

type Decided = Pick<SearchCell, 'decision' | 'outcome'>;

/** Who is asked about, and who of them has the event. */
export interface SearchedRate {
  readonly denominator: (cell: Decided) => boolean;
  readonly numerator: (cell: Decided) => boolean;
}

interface Halves {
  readonly values: readonly (string | null)[];
  readonly explore: { events: number; n: number };
  readonly confirm: { events: number; n: number };
}

/** Counts of a rate by any few of the columns, summed from a set that holds them. */
export function providerOf(cube: SearchCube, rate: SearchedRate): CubeProvider {
  return (columns) => {
    const set = cube.sets.find((one) => columns.every((column) => one.columns.includes(column)));
    if (set === undefined) return [];
    const places = columns.map((column) => set.columns.indexOf(column));
    const found = new Map<string, Halves>();
    for (const cell of set.cells) {
      if (!rate.denominator(cell)) continue;
      const values = places.map((place) => cell.values[place] ?? null);
      const key = JSON.stringify(values);
      const halves = found.get(key) ?? { values, explore: { events: 0, n: 0 }, confirm: { events: 0, n: 0 } };
      found.set(key, halves);
      const event = rate.numerator(cell);
      add(halves.explore, cell.explored, event);
      add(halves.confirm, cell.n - cell.explored, event);
    }
    return inOrder(found);
  };
}

function add(half: { events: number; n: number }, n: number, event: boolean): void {
  half.n += n;
  if (event) half.events += n;
}

/** A fixed order, whatever order the engine answered in. */
function inOrder(found: ReadonlyMap<string, Halves>): readonly CubeCell[] {
  return [...found].sort(([a], [b]) => byCode(a, b)).map(([, halves]) => halves);
}

/** All people of the rate, of both halves. */
export function everybodyOf(cube: SearchCube, rate: SearchedRate): Proportion {
  const [cell] = providerOf(cube, rate)([]);
  const { explore, confirm } = cell ?? { explore: { events: 0, n: 0 }, confirm: { events: 0, n: 0 } };
  return { events: explore.events + confirm.events, n: explore.n + confirm.n };
}
