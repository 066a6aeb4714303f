import { groupThresholds, isOneScore, type Reweighing, reweigh, type Thresholds } from '@ombud/audit';
import type { AuditSpec } from '@ombud/contract';
import { gather, gatherScores, openSource } from '@ombud/table';
import type { Context } from '../context.ts';

/** What could be done about a gap, and what each would cost. Nothing of it is done. */
export interface Remedies {
  readonly weights: Reweighing | null;
  /** Null where there is no score, or one decision or one score for all. */
  readonly thresholds: Thresholds | null;
  /** Everybody has the same score. */
  readonly oneScore: boolean;
}

/**
 * Shows remedies of a gap and applies none: weights for training, a threshold a group. The label that is made independent of the
 * group is the outcome where there is one, else the decision.
 * @throws OmbudError as an audit does for a source or roles that are wrong
 */
export async function showRemedies(spec: AuditSpec, { progress, input }: Context): Promise<Remedies> {
  const counting = (percent: number) => progress({ task: 'counting', done: percent, total: 100 });
  const engine = await openSource(spec.source, { read: spec.read, progress: counting, input });
  try {
    const { cells, roles } = await gather(engine, spec);
    const scores = await gatherScores(engine, spec, roles);
    return {
      weights: reweigh(cells, roles.outcome === null ? 'decision' : 'outcome'),
      thresholds: scores === null ? null : groupThresholds(scores),
      oneScore: scores !== null && isOneScore(scores),
    };
  } finally {
    await engine.close();
  }
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The weights as CSV: a column for each attribute, the label, people, weight. */
export function weightsCsv({ label, cells }: Reweighing): string {
  const names = Object.keys(cells[0]?.group ?? {});
  const rows = cells.map(({ group, n, weight, ...cell }) => [
    ...names.map((name) => quoted(group[name] ?? '')),
    cell.label,
    String(n),
    String(weight),
  ]);
  return `${[[...names.map(quoted), label, 'people', 'weight'], ...rows].map((row) => row.join(',')).join('\n')}\n`;
}
