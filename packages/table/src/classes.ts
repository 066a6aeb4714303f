import type { AuditSpec } from '@ombud/contract';
import type { RawCell, RawCells } from './engines/engine.ts';

/** More values than this are no classes that a table can show. */
const mostClasses = 20;

/** People by the very values of their decision and outcome, where these are more than yes and no. */
export interface Classes {
  readonly groupNames: readonly string[];
  /** In a fixed order; those of the decision and, where there is one in the same words, of the outcome. */
  readonly classes: readonly string[];
  /** Whether the outcome is told in the same classes. */
  readonly withOutcome: boolean;
  readonly cells: readonly ClassCell[];
}

/** People of some groups with one decision and one outcome. */
export interface ClassCell {
  readonly groups: readonly (string | null)[];
  readonly decision: string | null;
  readonly outcome: string | null;
  /** People, or the sum of their weights. */
  readonly n: number;
  /** The sum of their squared weights, where they have any and stand in one row each. */
  readonly squares?: number;
}

type Read = (raw: string | null) => string | null;

const valuesOf = (cells: readonly RawCell[], read: Read, role: 'decision' | 'outcome'): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => read(cell[role]) ?? []));

/** The sum of squared weights of each cell: what a cell has in common with itself, where nobody is in two of them. */
export const squaresOf = (moments: RawCells['moments']): ReadonlyMap<number, number> | null =>
  moments && new Map(moments.flatMap(({ i, j, sum }) => (i === j ? [[i, sum]] : [])));

/**
 * The classes of what the engine counted already; nothing more is asked of it.
 * @param moments of weighted people, who stand in one row each; null where everybody counts as one
 * @returns null where the decision is a condition, or has at most two values or too many
 */
export function classesOf(
  spec: AuditSpec,
  { cells, moments }: Pick<RawCells, 'cells' | 'moments'>,
  read: Read,
): Classes | null {
  if (spec.decision === undefined || spec.decision.condition !== undefined) return null;
  const decided = valuesOf(cells, read, 'decision');
  const happened =
    spec.outcome?.condition === undefined ? valuesOf(cells, read, 'outcome') : new Set<string>();
  const shared = [...happened].filter((value) => decided.has(value)).length;
  const withOutcome = shared > 1;
  const classes = [...new Set([...decided, ...(withOutcome ? happened : [])])].sort();
  if (classes.length < 3 || classes.length > mostClasses) return null;
  const squares = squaresOf(moments);
  return {
    groupNames: spec.groups.map(({ column }) => column),
    classes,
    withOutcome,
    cells: cells.map((cell, i) => ({
      groups: cell.groups.map(read),
      decision: read(cell.decision),
      outcome: withOutcome ? read(cell.outcome) : null,
      n: cell.n,
      ...(squares === null ? {} : { squares: squares.get(i) ?? 0 }),
    })),
  };
}
