import type { AuditSpec } from '@ombud/contract';
import type { RawCell } from './engines/engine.ts';

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
  readonly n: number;
}

type Read = (raw: string | null) => string | null;

const valuesOf = (cells: readonly RawCell[], read: Read, role: 'decision' | 'outcome'): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => read(cell[role]) ?? []));

/**
 * The classes of what the engine counted already; nothing more is asked of it.
 * @returns null where the decision is a condition, or has at most two values or too many
 */
export function classesOf(spec: AuditSpec, cells: readonly RawCell[], read: Read): Classes | null {
  if (spec.decision === undefined || spec.decision.condition !== undefined) return null;
  const decided = valuesOf(cells, read, 'decision');
  const happened =
    spec.outcome?.condition === undefined ? valuesOf(cells, read, 'outcome') : new Set<string>();
  const shared = [...happened].filter((value) => decided.has(value)).length;
  const withOutcome = shared > 1;
  const classes = [...new Set([...decided, ...(withOutcome ? happened : [])])].sort();
  if (classes.length < 3 || classes.length > mostClasses) return null;
  return {
    groupNames: spec.groups.map(({ column }) => column),
    classes,
    withOutcome,
    cells: cells.map((cell) => ({
      groups: cell.groups.map(read),
      decision: read(cell.decision),
      outcome: withOutcome ? read(cell.outcome) : null,
      n: cell.n,
    })),
  };
}
