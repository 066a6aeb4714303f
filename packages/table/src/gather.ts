import type { AuditSpec, BinaryRole, BinarySpec, Coverage, Roles } from '@ombud/contract';
import type { Cells } from './cells.ts';
import { type Classes, classesOf } from './classes.ts';
import { coverageOf, readOf } from './coverage.ts';
import { type CellQuery, type Engine, mostCells, type RawCell } from './engines/engine.ts';
import { tableErrors } from './errors.ts';
import { markersOf, missingReader } from './missing.ts';
import { countValues, normalise, type Readers, sortRaw } from './normalise.ts';
import { refuseEarly, refuseGroups, refuseNoNumber } from './refuse.ts';
import { binaryReader, resolveBinary } from './roles/binary.ts';
import { checkRoles } from './roles/check-roles.ts';
import { refuseNoNumbers } from './roles/no-numbers.ts';

export interface Gathered {
  readonly cells: Cells;
  readonly roles: Roles;
  readonly coverage: Coverage;
  /** Made when an audit asks for them; null where decisions are yes or no. */
  readonly classes: () => Classes | null;
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
  if (spec.score !== undefined && raw.sampleMedian === null)
    await refuseNoNumbers(engine, 'score', spec.score, text);
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
  // Nobody asked for weights: the squares of ones are people again.
  const moments = cells.moments === null ? null : raw.moments;
  const classes = () => classesOf(spec, { cells: raw.cells, moments }, text);
  return { cells, roles, coverage: { ...coverage, read }, classes, people: raw.people };
}

/** Counts people whose roles are settled: nothing is refused, be it one group alone. */
export async function countCells(
  engine: Engine,
  spec: AuditSpec,
  roles: Pick<Roles, 'decision' | 'outcome'>,
): Promise<Cells> {
  const raw = sortRaw(await engine.cells(queryOf(spec)));
  const text = missingReader(spec.missing);
  const [decision, outcome] = [binaryReader(roles.decision), binaryReader(roles.outcome)];
  return normalise(raw, spec, { text, decision, outcome }).cells;
}

/**
 * The same people by period, which stands in the place of the strata; `null` where no time was given. Nobody is asked who they
 * are.
 * @param weight whose people stand in one row each; null where everybody counts as one
 */
export async function gatherTimed(
  engine: Engine,
  spec: AuditSpec,
  roles: Roles,
  weight: string | null = null,
): Promise<Cells | null> {
  if (spec.time === undefined) return null;
  const { score: _, subject: __, weight: ___, ...rest } = spec;
  const weighted = weight === null ? rest : { ...rest, weight };
  const timed: AuditSpec = { ...weighted, strata: [{ column: spec.time, period: spec.period ?? 'month' }] };
  return countCells(engine, timed, roles);
}
